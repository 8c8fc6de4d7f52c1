package io.signalbox.connectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A repository of which a test makes every commit itself; each is one minute after the one before. */
final class MadeRepository implements AutoCloseable {
    static final Instant START = Instant.parse("2024-09-20T07:00:00Z");

    private final Repository repository;
    private Instant now = START;

    private MadeRepository(Repository repository) {
        this.repository = repository;
    }

    static MadeRepository bare(Path folder) {
        return create(new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare(), true);
    }

    static MadeRepository working(Path folder) {
        return create(
                new FileRepositoryBuilder()
                        .setWorkTree(folder.toFile())
                        .setGitDir(folder.resolve(".git").toFile()),
                false);
    }

    private static MadeRepository create(FileRepositoryBuilder builder, boolean bare) {
        Jgit.quiet();
        try {
            Repository repository = builder.build();
            repository.create(bare);
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
            return new MadeRepository(repository);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Repository repository() {
        return repository;
    }

    Instant now() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Commits to a branch, on top of what it is. */
    String commit(String branch, String message, String... paths) {
        String ref = branch.startsWith("refs/") ? branch : Constants.R_HEADS + branch;
        List<ObjectId> parents = at(ref).map(List::of).orElse(List.of());
        String id = write(parents, message, contents(message, paths));
        point(ref, id);
        return id;
    }

    /** Commits the whole text of a file. */
    String write(String branch, String message, String path, String text) {
        String ref = Constants.R_HEADS + branch;
        List<ObjectId> parents = at(ref).map(List::of).orElse(List.of());
        String id = write(parents, message, Map.of(path, text));
        point(ref, id);
        return id;
    }

    /** Moves a file as it is. */
    String rename(String branch, String message, String from, String to) {
        String id = write(List.of(ObjectId.fromString(head(branch))), message, Map.of(to, file(branch, from)), from);
        point(branch, id);
        return id;
    }

    /** Merges commits into a branch: its head is the first parent. */
    String merge(String branch, String message, String... others) {
        return merge(branch, message, Map.of(), others);
    }

    /** Merges, and changes files that none of the parents has so. */
    String merge(String branch, String message, Map<String, String> files, String... others) {
        List<ObjectId> parents = new ArrayList<>(List.of(ObjectId.fromString(head(branch))));
        for (String other : others) {
            parents.add(ObjectId.fromString(other));
        }
        String id = write(parents, message, files);
        point(Constants.R_HEADS + branch, id);
        return id;
    }

    /** Starts a branch, or moves it, to a commit. */
    void point(String ref, String commit) {
        try {
            RefUpdate update = repository.updateRef(ref.startsWith("refs/") ? ref : Constants.R_HEADS + ref);
            update.setNewObjectId(ObjectId.fromString(commit));
            update.forceUpdate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tag(String name, String commit) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TagBuilder tag = new TagBuilder();
            tag.setTag(name);
            tag.setObjectId(ObjectId.fromString(commit), Constants.OBJ_COMMIT);
            tag.setTagger(new PersonIdent("Ada", "ada@example.com", now, ZoneOffset.UTC));
            tag.setMessage(name);
            String id = inserter.insert(tag).name();
            inserter.flush();
            point(Constants.R_TAGS + name, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String head(String branch) {
        return at(Constants.R_HEADS + branch).orElseThrow().name();
    }

    Optional<ObjectId> at(String ref) {
        try {
            return Optional.ofNullable(repository.exactRef(ref)).map(Ref::getObjectId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file(String branch, String path) {
        try (RevWalk walk = new RevWalk(repository)) {
            return Blobs.text(repository, walk.parseCommit(ObjectId.fromString(head(branch))), path)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> contents(String message, String... paths) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String path : paths) {
            contents.put(path, message + "\nin " + path + "\n");
        }
        return contents;
    }

    private String write(List<ObjectId> parents, String message, Map<String, String> files, String... without) {
        now = now.plusSeconds(60);
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            Set<String> known = new HashSet<>();
            for (ObjectId parent : parents.reversed()) {
                DirCache tree = DirCache.read(
                        walk.getObjectReader(), walk.parseCommit(parent).getTree());
                for (int i = 0; i < tree.getEntryCount(); i++) {
                    if (known.add(tree.getEntry(i).getPathString())) {
                        builder.add(tree.getEntry(i));
                    }
                }
            }
            builder.finish();
            DirCacheEditor editor = index.editor();
            for (Map.Entry<String, String> file : files.entrySet()) {
                ObjectId blob =
                        inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
                editor.add(new DirCacheEditor.PathEdit(file.getKey()) {
                    @Override
                    public void apply(DirCacheEntry entry) {
                        entry.setFileMode(FileMode.REGULAR_FILE);
                        entry.setObjectId(blob);
                    }
                });
            }
            for (String path : without) {
                editor.add(new DirCacheEditor.DeletePath(path));
            }
            editor.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setParentIds(parents);
            PersonIdent ada = new PersonIdent("Ada", "ada@example.com", now, ZoneOffset.UTC);
            commit.setAuthor(ada);
            commit.setCommitter(ada);
            commit.setMessage(message);
            String id = inserter.insert(commit).name();
            inserter.flush();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
