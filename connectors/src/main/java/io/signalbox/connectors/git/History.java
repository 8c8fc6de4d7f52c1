package io.signalbox.connectors.git;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Walks from a branch's head back.
 *
 * <p>The <em>trunk</em> of a branch is its head, that commit's first parent, and so on: the commits that were its head at some time. A
 * branch left another where their trunks first meet. Every walk is bounded.
 */
final class History {
    private final RevWalk walk;
    private final int steps;

    /** @param walk whose commits the results are; they stay parsed */
    History(RevWalk walk, int steps) {
        this.walk = walk;
        this.steps = steps;
    }

    /** Where a branch left another; empty if that is farther back than the bound, or nowhere. */
    Optional<RevCommit> forkPoint(RevCommit branch, RevCommit trunk) throws IOException {
        Trunk one = new Trunk(branch);
        Trunk other = new Trunk(trunk);
        for (int step = 0; step < 2 * steps && (one.goesOn() || other.goesOn()); step++) {
            boolean oneNext = one.goesOn() && (!other.goesOn() || one.newerThan(other));
            Trunk moving = oneNext ? one : other;
            Trunk waiting = oneNext ? other : one;
            RevCommit at = moving.step();
            if (waiting.passed.contains(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether a commit is on a branch's trunk. */
    boolean onTrunk(RevCommit head, AnyObjectId commit) throws IOException {
        Trunk trunk = new Trunk(head);
        for (int step = 0; step < steps && trunk.goesOn(); step++) {
            if (trunk.step().equals(commit)) {
                return true;
            }
        }
        return false;
    }

    private final class Trunk {
        private final Set<RevCommit> passed = new HashSet<>();
        private Optional<RevCommit> next;

        Trunk(RevCommit head) throws IOException {
            walk.parseHeaders(head);
            next = Optional.of(head);
        }

        boolean goesOn() {
            return next.isPresent();
        }

        boolean newerThan(Trunk other) {
            return next.orElseThrow().getCommitTime()
                    >= other.next.orElseThrow().getCommitTime();
        }

        RevCommit step() throws IOException {
            RevCommit at = next.orElseThrow();
            passed.add(at);
            next = firstParent(at);
            return at;
        }
    }

    private Optional<RevCommit> firstParent(RevCommit commit) throws IOException {
        if (commit.getParentCount() == 0) {
            return Optional.empty();
        }
        RevCommit parent = commit.getParent(0);
        walk.parseHeaders(parent);
        return Optional.of(parent);
    }

    /**
     * Commits from a head back.
     *
     * @param strands newest first
     * @param whole whether nothing was left out
     */
    record Listing(List<Strand> strands, boolean whole) {}

    /**
     * A commit of the trunk, and what it merged.
     *
     * @param merged the commits that came with it and are on no older strand, children before parents
     */
    record Strand(RevCommit trunk, List<RevCommit> merged) {}

    /**
     * Lists all commits that lead to {@code head} and to none of {@code ends}, in strands. The commits from any commit of the trunk on
     * to the end of the list are just those that lead to it.
     *
     * @param most how many commits at most; the oldest are left out
     */
    Listing list(RevCommit head, List<RevCommit> ends, int most) throws IOException {
        LinkedHashSet<RevCommit> found = new LinkedHashSet<>();
        walk.reset();
        walk.markStart(head);
        for (RevCommit end : ends) {
            walk.markUninteresting(end);
        }
        RevCommit next = walk.next();
        while (next != null && found.size() < most) {
            found.add(next);
            next = walk.next();
        }
        return new Listing(strands(head, found), next == null);
    }

    private static List<Strand> strands(RevCommit head, Set<RevCommit> among) {
        List<RevCommit> trunk = new ArrayList<>();
        RevCommit at = head;
        while (among.contains(at)) {
            trunk.add(at);
            if (at.getParentCount() == 0) {
                break;
            }
            at = at.getParent(0);
        }
        Set<RevCommit> placed = new HashSet<>(trunk);
        List<Strand> strands = new ArrayList<>();
        for (RevCommit merge : trunk.reversed()) {
            strands.add(new Strand(merge, merged(merge, among, placed)));
        }
        Collections.reverse(strands);
        return strands;
    }

    /** What a merge brought in that no older one had, children before parents. */
    private static List<RevCommit> merged(RevCommit merge, Set<RevCommit> among, Set<RevCommit> placed) {
        List<RevCommit> parentsFirst = new ArrayList<>();
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(merge, 1));
        while (!path.isEmpty()) {
            Visit visit = path.pop();
            if (visit.parent >= visit.commit.getParentCount()) {
                if (!visit.commit.equals(merge)) {
                    parentsFirst.add(visit.commit);
                }
                continue;
            }
            path.push(new Visit(visit.commit, visit.parent + 1));
            RevCommit parent = visit.commit.getParent(visit.parent);
            if (among.contains(parent) && placed.add(parent)) {
                path.push(new Visit(parent, 0));
            }
        }
        return parentsFirst.reversed();
    }

    private record Visit(RevCommit commit, int parent) {}
}
