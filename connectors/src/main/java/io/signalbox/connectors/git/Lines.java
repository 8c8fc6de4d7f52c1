package io.signalbox.connectors.git;

import io.signalbox.connectors.git.History.Listing;
import io.signalbox.connectors.git.History.Strand;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Lists the commits of a branch so that they can be reasoned about as one list.
 *
 * <p>All commits count that lead to the head and not to the base, those that a merge brought in too. They stand in an order in which the
 * commits from one of the branch's former heads on are just those that lead to it: each commit of the trunk, then what came with it,
 * then the next older one. That holds for every commit of the trunk, and for the pins: commits that are asked about though a merge the
 * wrong way round took them off it.
 *
 * <p>A commit is on the line since the trunk's commit that brought it. A ticket is named by the commits that say so; a merge names only
 * those that none of the commits it merged names. Of a merge that was picked as a whole it is the other way round: it stands for all
 * that it merged.
 */
final class Lines {
    private final RevWalk walk;
    private final History history;
    private final CommitReader reader;

    Lines(RevWalk walk, History history, CommitReader reader) {
        this.walk = walk;
        this.history = history;
        this.reader = reader;
    }

    /** @param commits newest first */
    record Listed(List<Commit> commits, boolean whole) {
        /** The commits that these were picked from. */
        Set<CommitId> picked() {
            Set<CommitId> picked = new HashSet<>();
            commits.forEach(c -> c.pickedFrom().ifPresent(picked::add));
            return picked;
        }
    }

    /**
     * Lists a branch.
     *
     * @param base empty for the beginning of the history
     * @param pins commits that will be asked about
     * @param picked the commits that others were picked from
     */
    Listed list(RevCommit head, Optional<RevCommit> base, List<RevCommit> pins, Set<CommitId> picked, int most)
            throws IOException {
        Listing listing = strands(head, base, pins, most);
        List<Commit> commits = new ArrayList<>();
        for (Strand strand : listing.strands()) {
            add(commits, strand, picked);
        }
        return new Listed(commits, listing.whole());
    }

    private Listing strands(RevCommit head, Optional<RevCommit> base, List<RevCommit> pins, int most)
            throws IOException {
        Listing plain = history.list(head, base.stream().toList(), most);
        List<RevCommit> off = new ArrayList<>();
        for (RevCommit pin : pins) {
            boolean fine = base.filter(pin::equals).isPresent()
                    || plain.strands().stream().anyMatch(s -> s.trunk().equals(pin));
            RevCommit newer = off.isEmpty() ? head : off.getLast();
            if (!fine && walk.isMergedInto(pin, newer)) {
                off.add(pin);
            }
        }
        if (off.isEmpty()) {
            return plain;
        }
        List<Strand> strands = new ArrayList<>();
        boolean whole = true;
        RevCommit from = head;
        for (int i = 0; i <= off.size(); i++) {
            List<RevCommit> ends = new ArrayList<>(base.stream().toList());
            if (i < off.size()) {
                ends.add(off.get(i));
            }
            Listing part = history.list(from, ends, most - strands.size());
            strands.addAll(part.strands());
            whole &= part.whole();
            from = i < off.size() ? off.get(i) : from;
        }
        return new Listing(strands, whole);
    }

    private void add(List<Commit> commits, Strand strand, Set<CommitId> picked) throws IOException {
        CommitFacts trunk = reader.read(strand.trunk());
        List<CommitFacts> merged = new ArrayList<>();
        LinkedHashSet<String> byMerges = new LinkedHashSet<>(trunk.tickets());
        LinkedHashSet<String> byOthers = new LinkedHashSet<>();
        for (RevCommit commit : strand.merged()) {
            CommitFacts facts = reader.read(commit);
            merged.add(facts);
            (commit.getParentCount() > 1 ? byMerges : byOthers).addAll(facts.tickets());
        }
        boolean asOne = picked.contains(trunk.id());
        if (asOne) {
            byMerges.addAll(byOthers);
        } else {
            byMerges.removeAll(byOthers);
        }
        commits.add(trunk.listed(trunk.committedAt(), List.copyOf(byMerges)));
        for (int i = 0; i < merged.size(); i++) {
            boolean names = !asOne && strand.merged().get(i).getParentCount() < 2;
            CommitFacts facts = merged.get(i);
            commits.add(facts.listed(trunk.committedAt(), names ? facts.tickets() : List.of()));
        }
    }
}
