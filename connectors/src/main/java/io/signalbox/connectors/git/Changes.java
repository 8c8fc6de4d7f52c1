package io.signalbox.connectors.git;

import io.signalbox.connectors.git.CommitFacts.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.io.NullOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which paths a commit changes and by how many lines.
 *
 * <p>A merge changes what differs from each of its parents: what it only brings together is the change of the commits that it merges.
 * A renamed file has both its paths and only the lines that changed. Binary files, and files above 2 MB, have no lines. Where a clone
 * was made without the parent (shallow) or without files' contents (partial), what cannot be known is not claimed: the paths count as
 * incomplete, or the lines as none.
 */
final class Changes implements AutoCloseable {
    private static final int LARGEST_TEXT = 2 << 20;
    private static final Change UNKNOWN = new Change(List.of(), false, 0);

    private final Repository repository;
    private final RevWalk walk;
    private final DiffFormatter formatter;
    private final int mostPaths;
    private final Set<ObjectId> cutOff;

    Changes(Repository repository, RevWalk walk, int mostPaths) throws IOException {
        this.repository = repository;
        this.walk = walk;
        this.mostPaths = mostPaths;
        this.cutOff = repository.getObjectDatabase().getShallowCommits();
        formatter = new DiffFormatter(NullOutputStream.INSTANCE);
        formatter.setReader(walk.getObjectReader(), repository.getConfig());
        formatter.setBinaryFileThreshold(LARGEST_TEXT);
    }

    @Override
    public void close() {
        formatter.close();
    }

    Change of(RevCommit commit) throws IOException {
        if (cutOff.contains(commit)) {
            return UNKNOWN;
        }
        return switch (commit.getParentCount()) {
            case 0 -> plain(null, commit);
            case 1 -> plain(walk.parseCommit(commit.getParent(0)), commit);
            default -> merged(commit);
        };
    }

    private Change plain(@Nullable RevCommit parent, RevCommit commit) throws IOException {
        formatter.setPathFilter(TreeFilter.ALL);
        List<DiffEntry> entries = entries(parent, commit);
        TreeSet<String> paths = new TreeSet<>();
        int lines = 0;
        for (DiffEntry entry : entries) {
            if (paths.size() >= mostPaths) {
                return new Change(List.copyOf(paths), false, lines);
            }
            Stream.of(entry.getOldPath(), entry.getNewPath())
                    .filter(path -> !path.equals(DiffEntry.DEV_NULL))
                    .forEach(paths::add);
            lines += lines(entry);
        }
        return new Change(List.copyOf(paths), true, lines);
    }

    private List<DiffEntry> entries(@Nullable RevCommit parent, RevCommit commit) throws IOException {
        try {
            formatter.setDetectRenames(true);
            return formatter.scan(parent == null ? null : parent.getTree(), commit.getTree());
        } catch (MissingObjectException partialClone) {
            formatter.setDetectRenames(false);
            return formatter.scan(parent == null ? null : parent.getTree(), commit.getTree());
        }
    }

    private int lines(DiffEntry entry) throws IOException {
        try {
            int lines = 0;
            for (Edit edit : formatter.toFileHeader(entry).toEditList()) {
                lines += edit.getLengthA() + edit.getLengthB();
            }
            return lines;
        } catch (MissingObjectException partialClone) {
            return 0;
        }
    }

    private Change merged(RevCommit merge) throws IOException {
        List<String> own = ownPaths(merge);
        if (own.isEmpty()) {
            return new Change(List.of(), true, 0);
        }
        boolean all = own.size() <= mostPaths;
        List<String> paths = all ? own : own.subList(0, mostPaths);
        Map<String, Integer> fewest = new HashMap<>();
        formatter.setDetectRenames(false);
        formatter.setPathFilter(PathFilterGroup.createFromStrings(paths));
        for (RevCommit parent : merge.getParents()) {
            for (DiffEntry entry : formatter.scan(walk.parseCommit(parent).getTree(), merge.getTree())) {
                boolean deleted = entry.getNewPath().equals(DiffEntry.DEV_NULL);
                fewest.merge(deleted ? entry.getOldPath() : entry.getNewPath(), lines(entry), Math::min);
            }
        }
        return new Change(
                paths, all, fewest.values().stream().mapToInt(Integer::intValue).sum());
    }

    private List<String> ownPaths(RevCommit merge) throws IOException {
        List<String> own = new ArrayList<>();
        try (TreeWalk tree = new TreeWalk(repository, walk.getObjectReader())) {
            tree.setRecursive(true);
            tree.addTree(merge.getTree());
            for (RevCommit parent : merge.getParents()) {
                tree.addTree(walk.parseCommit(parent).getTree());
            }
            tree.setFilter(AndTreeFilter.create(DiffersFromAll.FILTER, TreeFilter.ANY_DIFF));
            while (tree.next() && own.size() <= mostPaths) {
                own.add(tree.getPathString());
            }
        }
        return own;
    }

    /** Lets through, and descends into, what is in no parent as it is in the merge. */
    private static final class DiffersFromAll extends TreeFilter {
        static final DiffersFromAll FILTER = new DiffersFromAll();

        @Override
        public boolean include(TreeWalk walk) {
            for (int parent = 1; parent < walk.getTreeCount(); parent++) {
                if (walk.getRawMode(0) == walk.getRawMode(parent) && walk.idEqual(0, parent)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean shouldBeRecursive() {
            return false;
        }

        @Override
        public TreeFilter clone() {
            return this;
        }
    }
}
