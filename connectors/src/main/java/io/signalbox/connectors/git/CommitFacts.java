package io.signalbox.connectors.git;

import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a commit says of itself, wherever it is listed: it never changes, and is kept.
 *
 * @param pickedFrom the original first, if it is a pick of a pick
 */
record CommitFacts(
        CommitId id,
        String author,
        Instant committedAt,
        String subject,
        List<String> tickets,
        List<CommitId> pickedFrom,
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
     * @param origins commits that it is of interest to be a pick of; else it is one of the original
     */
    Commit listed(Instant at, List<String> named, Set<CommitId> origins) {
        Optional<CommitId> from = pickedFrom.stream()
                .filter(origins::contains)
                .findFirst()
                .or(() -> pickedFrom.stream().findFirst());
        return new Commit(id, author, at, subject, named, change.paths(), change.all(), change.lines(), from);
    }

    /** About how much memory it takes, in units of one path. */
    int weight() {
        return 4 + change.paths().size();
    }
}
