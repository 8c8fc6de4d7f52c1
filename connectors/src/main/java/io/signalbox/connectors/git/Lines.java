package io.signalbox.connectors.git;

import io.signalbox.connectors.git.History.Listing;
import io.signalbox.connectors.git.History.Strand;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * What is to be listed.
     *
     * @param base empty for the beginning of the history
     * @param pins commits that will be asked about
     * @param most how many commits at most
     * @param exact whether the base is where the list should begin, and not only as far as it can
     */
    record Stretch(RevCommit head, Optional<RevCommit> base, List<RevCommit> pins, int most, boolean exact) {}

    /** @param commits newest first */
    record Listed(List<Commit> commits, boolean whole) {
        Set<CommitId> ids() {
            return commits.stream().map(Commit::id).collect(Collectors.toSet());
        }

        /** The commits that these were picked from. */
        Set<CommitId> picked() {
            return commits.stream()
                    .map(Commit::pickedFrom)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        }
    }

    /** The commits that would be listed. */
    Set<CommitId> ids(Stretch stretch) throws IOException {
        return strands(stretch).strands().stream()
                .flatMap(s -> Stream.concat(Stream.of(s.trunk()), s.merged().stream()))
                .map(c -> new CommitId(c.name()))
                .collect(Collectors.toSet());
    }

    /**
     * Lists a branch.
     *
     * @param picked the commits that others were picked from
     * @param origins commits that it is of interest to be a pick of
     */
    Listed list(Stretch stretch, Set<CommitId> picked, Set<CommitId> origins) throws IOException {
        Listing listing = strands(stretch);
        List<Commit> commits = new ArrayList<>();
        for (Strand strand : listing.strands()) {
            add(commits, strand, picked, origins);
        }
        return new Listed(commits, listing.whole() && stretch.exact());
    }

    private Listing strands(Stretch stretch) throws IOException {
        Listing plain = history.list(stretch.head(), stretch.base().stream().toList(), stretch.most());
        List<RevCommit> off = new ArrayList<>();
        for (RevCommit pin : stretch.pins()) {
            boolean fine = stretch.base().filter(pin::equals).isPresent()
                    || plain.strands().stream().anyMatch(s -> s.trunk().equals(pin));
            RevCommit newer = off.isEmpty() ? stretch.head() : off.getLast();
            if (!fine && walk.isMergedInto(pin, newer)) {
                off.add(pin);
            }
        }
        return off.isEmpty() ? plain : inParts(stretch, off);
    }

    /** From the head to the first pin, from there to the next, and so on to the base. */
    private Listing inParts(Stretch stretch, List<RevCommit> pins) throws IOException {
        List<Strand> strands = new ArrayList<>();
        boolean whole = true;
        int left = stretch.most();
        RevCommit from = stretch.head();
        for (int i = 0; i <= pins.size(); i++) {
            List<RevCommit> ends = new ArrayList<>(stretch.base().stream().toList());
            if (i < pins.size()) {
                ends.add(pins.get(i));
            }
            Listing part = history.list(from, ends, left);
            strands.addAll(part.strands());
            left -= part.strands().stream().mapToInt(s -> 1 + s.merged().size()).sum();
            whole &= part.whole();
            from = i < pins.size() ? pins.get(i) : from;
        }
        return new Listing(strands, whole);
    }

    private void add(List<Commit> commits, Strand strand, Set<CommitId> picked, Set<CommitId> origins)
            throws IOException {
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
        commits.add(trunk.listed(trunk.committedAt(), List.copyOf(byMerges), origins));
        for (int i = 0; i < merged.size(); i++) {
            boolean names = !asOne && strand.merged().get(i).getParentCount() < 2;
            CommitFacts facts = merged.get(i);
            commits.add(facts.listed(trunk.committedAt(), names ? facts.tickets() : List.of(), origins));
        }
    }
}
