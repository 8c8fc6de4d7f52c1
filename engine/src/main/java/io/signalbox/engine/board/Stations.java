package io.signalbox.engine.board;

import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.StageEntry;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.wording.LogWords;
import io.signalbox.engine.board.TrackPage.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way of a track with real durations: five states in a line, paused and cancelled beside it. */
final class Stations {
    private static final List<Stage> LINE =
            List.of(Stage.BRANCHED, Stage.CANDIDATE, Stage.SUBMITTED, Stage.ROLLING_OUT, Stage.RELEASED);

    private Stations() {}

    static List<Station> of(Track track, String firstStep, Instant now) {
        List<Station> stations = new ArrayList<>();
        for (Stage stage : LINE) {
            stations.add(station(track, stage, firstStep, now));
        }
        stations.add(paused(track, now));
        stations.add(cancelled(track, now));
        return stations;
    }

    private static Station station(Track track, Stage stage, String firstStep, Instant now) {
        List<StageEntry> path = track.course().path();
        Optional<StageEntry> last = Optional.empty();
        int times = 0;
        for (StageEntry entry : path) {
            if (entry.stage() == stage) {
                last = Optional.of(entry);
                times++;
            }
        }
        boolean current = track.stage() == stage && !track.cancelled();
        String name = stage == Stage.ROLLING_OUT ? "rolled out to " + firstStep : title(stage);
        return new Station(
                name,
                current,
                last.map(StageEntry::at),
                last.map(StageEntry::by).orElse(""),
                seconds(track, stage, now),
                times);
    }

    private static String title(Stage stage) {
        return stage == Stage.RELEASED ? "rolled out to 100 %" : LogWords.stage(stage);
    }

    /** How long a track has been in a stage in all. */
    static long seconds(Track track, Stage stage, Instant now) {
        List<StageEntry> path = track.course().path();
        Instant end = track.course()
                .cancelled()
                .map(c -> c.at())
                .or(() -> track.course().closedAt())
                .orElse(now);
        long seconds = 0;
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).stage() == stage) {
                Instant left = i + 1 < path.size() ? path.get(i + 1).at() : end;
                seconds += Math.max(0, Duration.between(path.get(i).at(), left).toSeconds());
            }
        }
        return seconds;
    }

    private static Station paused(Track track, Instant now) {
        Optional<Hold> hold = track.said().holds().stream().filter(Hold::stops).findFirst();
        String by = hold.map(h -> h instanceof Hold.Paused p ? p.by() : "Robot").orElse("");
        long seconds =
                hold.map(h -> Duration.between(h.since(), now).toSeconds()).orElse(0L);
        return new Station(
                "rollout paused", hold.isPresent(), hold.map(Hold::since), by, seconds, hold.isPresent() ? 1 : 0);
    }

    private static Station cancelled(Track track, Instant now) {
        return track.course()
                .cancelled()
                .map(c -> new Station(
                        "release cancelled",
                        true,
                        Optional.of(c.at()),
                        c.by(),
                        Duration.between(c.at(), now).toSeconds(),
                        1))
                .orElse(new Station("release cancelled", false, Optional.empty(), "", 0, 0));
    }
}
