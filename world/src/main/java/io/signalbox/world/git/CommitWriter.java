package io.signalbox.world.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Writes commits into a bare repository, without a working tree. */
final class CommitWriter {
    private CommitWriter() {}

    static String commit(Repository repository, Change change, Instant at) {
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId parent = repository.resolve(Constants.R_HEADS + change.branch());
            RevCommit base = parent == null ? null : walk.parseCommit(parent);
            ObjectId tree = writeTree(repository, inserter, base, change);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            if (base != null) {
                commit.setParentId(base);
            }
            commit.setAuthor(ident(change.author(), at));
            commit.setCommitter(ident(change.author(), at));
            commit.setMessage(change.message().stripTrailing() + "\n\nTeam: "
                    + change.author().team() + "\n");
            return insert(repository, inserter, commit, change.branch(), parent);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot commit to " + change.branch(), e);
        }
    }

    static String pick(Repository repository, String sha, String branch, Developer picker, Instant at) {
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            RevCommit picked = walk.parseCommit(ObjectId.fromString(sha));
            RevCommit tip = walk.parseCommit(repository.resolve(Constants.R_HEADS + branch));
            ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(repository, true);
            merger.setBase(picked.getParent(0));
            if (!merger.merge(tip, picked)) {
                throw new PickConflict(sha, branch, merger.getUnmergedPaths());
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(merger.getResultTreeId());
            commit.setParentId(tip);
            commit.setAuthor(picked.getAuthorIdent());
            commit.setCommitter(ident(picker, at));
            commit.setMessage(
                    picked.getFullMessage().stripTrailing() + "\n\n(cherry picked from commit " + sha + ")\n");
            return insert(repository, inserter, commit, branch, tip);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pick " + sha + " onto " + branch, e);
        }
    }

    static void point(Repository repository, String ref, ObjectId expected, ObjectId target) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setExpectedOldObjectId(expected);
            update.setNewObjectId(target);
            RefUpdate.Result result = update.update();
            if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
                throw new IllegalStateException("Cannot move " + ref + " to " + target.name() + ": " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + ref, e);
        }
    }

    private static String insert(
            Repository repository,
            ObjectInserter inserter,
            CommitBuilder commit,
            String branch,
            @Nullable ObjectId parent)
            throws IOException {
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        point(repository, Constants.R_HEADS + branch, parent == null ? ObjectId.zeroId() : parent, id);
        return id.name();
    }

    private static ObjectId writeTree(
            Repository repository, ObjectInserter inserter, @Nullable RevCommit base, Change change)
            throws IOException {
        DirCache index = DirCache.newInCore();
        Map<String, String> contents = new TreeMap<>(change.files());
        try (ObjectReader reader = repository.newObjectReader()) {
            if (base != null) {
                DirCacheBuilder builder = index.builder();
                builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, base.getTree());
                builder.finish();
            }
            for (Map.Entry<String, Integer> entry : change.lines().entrySet()) {
                String before = base == null ? "" : read(reader, base, entry.getKey());
                contents.put(entry.getKey(), before + newLines(change, entry.getKey(), entry.getValue()));
            }
        }
        DirCacheEditor editor = index.editor();
        for (Map.Entry<String, String> entry : contents.entrySet()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, entry.getValue().getBytes(StandardCharsets.UTF_8));
            editor.add(new DirCacheEditor.PathEdit(entry.getKey()) {
                @Override
                public void apply(DirCacheEntry file) {
                    file.setFileMode(FileMode.REGULAR_FILE);
                    file.setObjectId(blob);
                }
            });
        }
        editor.finish();
        return index.writeTree(inserter);
    }

    private static String read(ObjectReader reader, RevCommit base, String path) throws IOException {
        try (TreeWalk tree = TreeWalk.forPath(reader, path, base.getTree())) {
            return tree == null
                    ? ""
                    : new String(reader.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String newLines(Change change, String path, int count) {
        String what = change.message().lines().findFirst().orElse("").replace("*/", "");
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= count; line++) {
            text.append("/* ")
                    .append(what)
                    .append(", line ")
                    .append(line)
                    .append(" in ")
                    .append(path)
                    .append(" */\n");
        }
        return text.toString();
    }

    private static PersonIdent ident(Developer who, Instant at) {
        return new PersonIdent(who.name(), who.email(), at, ZoneOffset.UTC);
    }
}
