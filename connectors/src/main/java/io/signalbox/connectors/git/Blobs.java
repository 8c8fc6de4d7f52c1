package io.signalbox.connectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Files of a commit. Their text is taken byte for byte, so that what is not changed stays as it was in any encoding. */
final class Blobs {
    private static final int LARGEST = 1 << 20;

    private Blobs() {}

    /** @throws IOException if it cannot be read, or is above 1 MB */
    static Optional<String> text(Repository repository, RevCommit commit, String path) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(repository, path, commit.getTree())) {
            if (tree == null || tree.getFileMode(0).getObjectType() != Constants.OBJ_BLOB) {
                return Optional.empty();
            }
            byte[] bytes =
                    repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getCachedBytes(LARGEST);
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** The tree of a commit with another text in a file that it has. */
    static ObjectId treeWith(RevCommit commit, String path, String text, ObjectInserter inserter) throws IOException {
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.ISO_8859_1));
        try (ObjectReader reader = inserter.newReader()) {
            return treeWith(commit.getTree(), List.of(path.split("/")), blob, reader, inserter);
        }
    }

    private static ObjectId treeWith(
            ObjectId tree, List<String> path, ObjectId blob, ObjectReader reader, ObjectInserter inserter)
            throws IOException {
        TreeFormatter changed = new TreeFormatter();
        CanonicalTreeParser entries = new CanonicalTreeParser(null, reader, tree);
        while (!entries.eof()) {
            ObjectId id = entries.getEntryObjectId();
            if (entries.getEntryPathString().equals(path.getFirst())) {
                id = path.size() == 1 ? blob : treeWith(id, path.subList(1, path.size()), blob, reader, inserter);
            }
            byte[] name = new byte[entries.getNameLength()];
            entries.getName(name, 0);
            changed.append(name, entries.getEntryFileMode(), id);
            entries.next();
        }
        return inserter.insert(changed);
    }
}
