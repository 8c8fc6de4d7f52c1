package io.signalbox.connectors.git;

import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a commit says of itself, wherever it is listed: it never changes, and is kept. */
record CommitFacts(
        CommitId id,
        String author,
        Instant committedAt,
        String subject,
        List<String> tickets,
        Optional<CommitId> pickedFrom,
        Change change) {

    /**
     * What a commit changes.
     *
     * @param all whether {@code paths} is complete
     * @param lines of the paths that are listed, added plus removed
     */
    record Change(List<String> paths, boolean all, int lines) {}

    /**
     * As it is listed on a line.
     *
     * @param at when it came onto the line
     * @param named the tickets that it stands for there
     */
    Commit listed(Instant at, List<String> named) {
        return new Commit(id, author, at, subject, named, change.paths(), change.all(), change.lines(), pickedFrom);
    }

    /** About how much memory it takes, in units of one path. */
    int weight() {
        return 4 + change.paths().size();
    }
}
