package io.signalbox.domain.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One change.
 *
 * @param tickets keys of tickets that its message names, such as {@code AND-4102}
 * @param paths the files it changes
 * @param allPaths whether {@code paths} is complete; if not, the change counts as touching everything
 * @param lines lines added plus lines removed
 * @param pickedFrom the commit it was cherry-picked from, by its {@code (cherry picked from commit …)} line
 */
public record Commit(
        CommitId id,
        String author,
        Instant at,
        String subject,
        List<String> tickets,
        List<String> paths,
        boolean allPaths,
        int lines,
        Optional<CommitId> pickedFrom) {
    public Commit {
        tickets = List.copyOf(tickets);
        paths = List.copyOf(paths);
    }

    public boolean names(String ticket) {
        return tickets.contains(ticket);
    }
}
