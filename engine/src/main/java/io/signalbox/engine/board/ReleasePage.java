package io.signalbox.engine.board;

import io.signalbox.engine.board.TrackPage.ActView;
import io.signalbox.engine.board.TrackPage.LogLine;
import io.signalbox.engine.board.TrackPage.MoveView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One release: its plan, its repositories, and what is in it. */
public record ReleasePage(
        Instant asOf,
        String app,
        String version,
        long revision,
        Board.ReleaseHead head,
        List<RepositoryView> repositories,
        List<MoveView> moves,
        List<ActView> acts,
        List<LogLine> log) {

    /**
     * A repository as it concerns the release.
     *
     * @param merged on main since the last cut, newest first; of a branched release the commits up to the cut
     * @param branched on the release branch, newest first
     */
    public record RepositoryView(
            String key,
            Optional<Instant> bumpedAt,
            Optional<String> branch,
            Optional<String> from,
            Optional<Instant> cutAt,
            Optional<String> cutBy,
            Optional<Instant> taggedAt,
            Optional<String> trouble,
            List<Change> merged,
            List<Change> branched,
            boolean whole) {}

    /**
     * One commit.
     *
     * @param approvedFor the bug for which a commit on the branch was approved
     */
    public record Change(
            String commit,
            String author,
            Instant at,
            String subject,
            int lines,
            boolean large,
            List<String> tickets,
            Optional<String> approvedFor) {}
}
