package io.signalbox.domain.blocker;

import io.signalbox.domain.signal.BugsReading.Bug;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.track.BugNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a bug blocks a candidate. A bug is cleared only when its ticket is closed and every fix that names it is in this
 * candidate, or when a person ruled it out.
 *
 * <p>A fix is a commit on main or on the branch whose message names the ticket. It is in the candidate if the candidate's history
 * holds it, or a cherry-pick of it, or the commit that it was picked from.
 */
public final class BlockerRule {
    private BlockerRule() {}

    public enum Standing {
        OPEN,
        /** Closed, and a fix that names it is not in the candidate. */
        FIX_MISSING,
        /** Closed, and no commit names it, or not all commits could be read: a person must say that no code was needed. */
        FIX_UNKNOWN,
        CLEARED
    }

    public static Standing standing(
            Bug bug, List<BugNote> notes, RepositoryReading repository, Optional<CommitId> candidate) {
        Optional<BugNote> note =
                notes.stream().filter(n -> n.bug().equals(bug.key())).findFirst();
        if (note.filter(n -> n.ruling() == BugNote.Ruling.ACCEPTED_NOW).isPresent()) {
            return Standing.CLEARED;
        }
        if (bug.open()) {
            return Standing.OPEN;
        }
        return note.isPresent() ? Standing.CLEARED : closed(bug, repository, candidate);
    }

    private static Standing closed(Bug bug, RepositoryReading repository, Optional<CommitId> candidate) {
        List<Commit> fixes = fixes(bug, repository);
        if (fixes.isEmpty() || !seesAllSinceBranch(repository)) {
            return Standing.FIX_UNKNOWN;
        }
        List<Commit> shipped = shipped(repository, candidate);
        return fixes.stream().allMatch(fix -> inside(fix, shipped)) ? Standing.CLEARED : Standing.FIX_MISSING;
    }

    /** Whether every commit that main and the branch do not share is listed: among those left out there could be a fix. */
    private static boolean seesAllSinceBranch(RepositoryReading repository) {
        return repository
                .branch()
                .map(b -> b.whole() && repository.main().holds(b.base()))
                .orElse(true);
    }

    /** As long as there is no branch, what main has now will be in it. */
    private static List<Commit> shipped(RepositoryReading repository, Optional<CommitId> candidate) {
        return repository.branch().isEmpty()
                ? repository.main().commits()
                : candidate.map(c -> history(repository, c)).orElse(List.of());
    }

    /** What the candidate is made of: the branch up to it, and main up to where the branch left it. */
    private static List<Commit> history(RepositoryReading repository, CommitId candidate) {
        return repository
                .branch()
                .filter(branch -> branch.holds(candidate))
                .map(branch -> Stream.concat(
                                branch.upTo(candidate).stream(), repository.main().upTo(branch.base()).stream())
                        .toList())
                .orElse(List.of());
    }

    /** The commits that fix a bug; picks of a commit that is itself listed do not count twice. */
    private static List<Commit> fixes(Bug bug, RepositoryReading repository) {
        List<Commit> onMain = naming(bug, repository.main());
        List<Commit> onBranch = repository.branch().map(b -> naming(bug, b)).orElse(List.of());
        List<Commit> ownOnBranch = onBranch.stream()
                .filter(c -> c.pickedFrom().filter(from -> holds(onMain, from)).isEmpty())
                .toList();
        return Stream.concat(onMain.stream(), ownOnBranch.stream()).toList();
    }

    private static List<Commit> naming(Bug bug, Line line) {
        return line.commits().stream().filter(c -> c.names(bug.key())).toList();
    }

    private static boolean holds(List<Commit> commits, CommitId id) {
        return commits.stream().anyMatch(c -> c.id().equals(id));
    }

    private static boolean inside(Commit fix, List<Commit> shipped) {
        return shipped.stream()
                .anyMatch(c -> c.id().equals(fix.id())
                        || c.pickedFrom().filter(fix.id()::equals).isPresent()
                        || fix.pickedFrom().filter(c.id()::equals).isPresent());
    }
}
