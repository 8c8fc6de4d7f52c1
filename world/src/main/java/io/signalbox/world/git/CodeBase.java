package io.signalbox.world.git;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A bare repository on disk and what developers do in it. Every commit is stamped with the virtual time, so that the same acts
 * give the same ids. Thread-safe.
 */
public final class CodeBase implements AutoCloseable {
    private final String name;
    private final Repository repository;
    private final Timeline timeline;
    private final EffectLog log;
    private final History<Map<String, ObjectId>> refs;
    private final Set<String> protectedRefs = new HashSet<>();
    private final List<RefListener> listeners = new CopyOnWriteArrayList<>();

    CodeBase(String name, Path folder, Timeline timeline, EffectLog log) {
        this.name = name;
        this.timeline = timeline;
        this.log = log;
        try {
            repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + "main");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the repository " + folder + ": name an empty folder", e);
        }
        this.refs = new History<>(timeline.now(), Map.of());
    }

    /** The name under which the host serves it, without {@code .git}. */
    public String name() {
        return name;
    }

    public void onRefMoved(RefListener listener) {
        listeners.add(listener);
    }

    /** Commits to a branch; the first commit of all creates the branch. Returns the new commit's id. */
    public String commit(Change change) {
        return timeline.alone(() -> {
            String ref = Constants.R_HEADS + change.branch();
            String sha = CommitWriter.commit(repository, change, timeline.now());
            moved(
                    ref,
                    head(change.branch()),
                    Optional.of(sha),
                    Actor.person(change.author().name()));
            return sha;
        });
    }

    /**
     * Picks a commit onto a branch as {@code git cherry-pick -x} does and returns the new commit's id.
     *
     * @throws PickConflict if the change does not fit
     */
    public String cherryPick(String sha, String branch, Developer picker) {
        return timeline.alone(() -> {
            String picked = CommitWriter.pick(repository, sha, branch, picker, timeline.now());
            moved(Constants.R_HEADS + branch, head(branch), Optional.of(picked), Actor.person(picker.name()));
            return picked;
        });
    }

    /** Starts a branch at a commit. */
    public void branch(String branch, String sha, Developer by) {
        timeline.alone(() -> {
            CommitWriter.point(repository, Constants.R_HEADS + branch, ObjectId.zeroId(), ObjectId.fromString(sha));
            moved(Constants.R_HEADS + branch, Optional.empty(), Optional.of(sha), Actor.person(by.name()));
        });
    }

    /** Commits a new version file, as somebody does when a cycle starts. */
    public String bump(String branch, VersionFile version, Developer by) {
        return commit(Change.on(branch, by, "Start " + version.version()).writing(VersionFile.PATH, version.text()));
    }

    /** From now on pushes to the ref are declined, as by a protected branch. */
    public void protect(String ref) {
        timeline.alone(() -> {
            protectedRefs.add(ref);
        });
    }

    /** Lets pushes through again. */
    public void unprotect(String ref) {
        timeline.alone(() -> {
            protectedRefs.remove(ref);
        });
    }

    /** The commit at the tip of a branch. */
    public Optional<String> head(String branch) {
        return ref(Constants.R_HEADS + branch);
    }

    /** Where a ref with a full name points now. */
    public Optional<String> ref(String fullName) {
        return timeline.alone(
                () -> Optional.ofNullable(refs.current().get(fullName)).map(ObjectId::name));
    }

    /** All branches by short name, each with its tip. */
    public Map<String, String> branches() {
        return timeline.alone(() -> {
            Map<String, String> branches = new TreeMap<>();
            refs.current().forEach((ref, value) -> {
                if (ref.startsWith(Constants.R_HEADS)) {
                    branches.put(ref.substring(Constants.R_HEADS.length()), value.name());
                }
            });
            return branches;
        });
    }

    /** A commit by its full id, or empty if the repository does not have it. */
    public Optional<Commit> find(String sha) {
        if (!ObjectId.isId(sha)) {
            return Optional.empty();
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return Optional.of(commit(walk.parseCommit(ObjectId.fromString(sha))));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** The newest commits that lead to a commit, newest first. */
    public List<Commit> history(String sha, int limit) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(ObjectId.fromString(sha)));
            List<Commit> commits = new ArrayList<>();
            for (RevCommit next = walk.next(); next != null && commits.size() < limit; next = walk.next()) {
                commits.add(commit(next));
            }
            return commits;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the history of " + name + " from " + sha, e);
        }
    }

    /** Whether a commit leads to another, or is it. */
    public boolean contains(String tip, String sha) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(sha)), walk.parseCommit(ObjectId.fromString(tip)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare " + sha + " and " + tip + " in " + name, e);
        }
    }

    /** A file's text at a commit, or empty if it is not there. */
    public Optional<String> file(String sha, String path) {
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk tree = TreeWalk.forPath(
                        repository,
                        path,
                        walk.parseCommit(ObjectId.fromString(sha)).getTree())) {
            return tree == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(repository.open(tree.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path + " of " + name + " at " + sha, e);
        }
    }

    /** The version file at a commit, or empty if there is none that can be read. */
    public Optional<VersionFile> version(String sha) {
        try {
            return file(sha, VersionFile.PATH).map(VersionFile::parse);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    Repository repository() {
        return repository;
    }

    boolean isProtected(String ref) {
        return protectedRefs.contains(ref);
    }

    /** All refs as they were at an instant. */
    Map<String, ObjectId> refsAt(Instant instant) {
        return timeline.alone(() -> refs.at(instant));
    }

    /** Notes that a ref has moved in the repository: history, log, listeners. */
    void moved(String ref, Optional<String> before, Optional<String> after, Actor by) {
        Map<String, ObjectId> now = new TreeMap<>(refs.current());
        try {
            Ref found = repository.exactRef(ref);
            ObjectId target = found == null ? null : found.getObjectId();
            if (target == null) {
                now.remove(ref);
            } else {
                now.put(ref, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + ref + " of " + name, e);
        }
        refs.set(timeline.now(), Map.copyOf(now));
        log.append(Vendor.GIT, new Detail.RefMoved(name, ref, before.orElse(""), after.orElse(""), by));
        listeners.forEach(listener -> listener.moved(this, ref, after));
    }

    private static Commit commit(RevCommit commit) {
        return new Commit(
                commit.name(),
                commit.getAuthorIdent().getName(),
                commit.getAuthorIdent().getWhenAsInstant(),
                commit.getFullMessage(),
                Arrays.stream(commit.getParents()).map(RevCommit::name).toList());
    }
}
