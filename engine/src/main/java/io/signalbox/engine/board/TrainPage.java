package io.signalbox.engine.board;

import io.signalbox.engine.board.TrackPage.ActView;
import io.signalbox.engine.board.TrackPage.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The train of an app: what departed, what comes, and the app's switches. */
public record TrainPage(
        Instant asOf,
        String app,
        String name,
        String zone,
        long revision,
        Board.Robot robot,
        Optional<Board.Departure> next,
        List<Departed> departed,
        List<Changed> exceptions,
        List<ActView> acts,
        List<LogLine> log) {

    public record Departed(String date, String version, Instant at) {}

    /** A departure that is skipped, or moved to another instant. */
    public record Changed(String date, Optional<Instant> movedTo, String by, String reason) {}
}
