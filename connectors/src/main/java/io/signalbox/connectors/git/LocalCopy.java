package io.signalbox.connectors.git;

import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.source.SourceFailure;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A clone on this machine. A branch is its own one or the remote-tracking one, whichever holds the other; where both hold commits that
 * the other does not, the remote-tracking one, because that is what the team has. Nothing is fetched: whoever owns the clone does that.
 *
 * <p>What is made, is made in the clone's own refs. A branch that is checked out somewhere is not moved: the files there would be those
 * of another commit than git takes them for.
 */
final class LocalCopy implements Copy {
    private final Path path;
    private final Repository repository;
    private final PersonIdent committer;

    /** @throws SourceFailure if there is no repository */
    LocalCopy(Path path, GitSettings.Committer committer) throws SourceFailure {
        Jgit.quiet();
        this.path = path;
        this.committer = new PersonIdent(committer.name(), committer.email());
        this.repository = open(path);
    }

    private static Repository open(Path path) throws SourceFailure {
        File folder = path.toAbsolutePath().normalize().toFile();
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        if (folder.getParentFile() != null) {
            builder.addCeilingDirectory(folder.getParentFile());
        }
        builder.findGitDir(folder);
        if (builder.getGitDir() == null) {
            throw missing(path);
        }
        try {
            return builder.setMustExist(true).build();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static SourceFailure missing(Path path) {
        return new SourceFailure(new Failure(
                Failure.Kind.UNREACHABLE, "%s is no git repository: name the folder of a clone".formatted(path)));
    }

    private static SourceFailure failed(Path path, IOException e) {
        return new SourceFailure(new Failure(Failure.Kind.NONSENSE, "%s: %s".formatted(path, e.getMessage())));
    }

    @Override
    public Instant refresh(Duration patience, Instant now) throws SourceFailure {
        if (!Files.isDirectory(repository.getDirectory().toPath())) {
            throw missing(path);
        }
        repository.getRefDatabase().refresh();
        return now;
    }

    @Override
    public Repository repository() {
        return repository;
    }

    @Override
    public Optional<Branch> branch(String name) throws IOException {
        Optional<ObjectId> own = id(Constants.R_HEADS + name);
        Optional<ObjectId> tracking = tracking(name);
        if (own.isEmpty() || tracking.isEmpty() || own.equals(tracking)) {
            return tracking.or(() -> own).map(head -> new Branch(head, own, false));
        }
        if (holds(own.get(), tracking.get())) {
            return Optional.of(new Branch(own.get(), own, false));
        }
        return Optional.of(new Branch(tracking.get(), own, !holds(tracking.get(), own.get())));
    }

    private Optional<ObjectId> tracking(String name) throws IOException {
        Optional<ObjectId> configured =
                id(Optional.ofNullable(new BranchConfig(repository.getConfig(), name).getRemoteTrackingBranch())
                        .orElse(""));
        if (configured.isPresent()) {
            return configured;
        }
        Set<String> remotes = repository.getRemoteNames();
        String remote = remotes.size() == 1 ? remotes.iterator().next() : Constants.DEFAULT_REMOTE_NAME;
        return id(Constants.R_REMOTES + remote + "/" + name);
    }

    private boolean holds(ObjectId head, ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(head));
        }
    }

    private Optional<ObjectId> id(String ref) throws IOException {
        return ref.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(repository.exactRef(ref)).map(Ref::getObjectId);
    }

    @Override
    public Optional<ObjectId> tag(String name) throws IOException {
        return Refs.peeled(repository, Constants.R_TAGS + name);
    }

    @Override
    public Pushed push(Push push, Duration within) {
        try {
            Optional<String> where = push.expected().isPresent() ? checkedOut(push.ref()) : Optional.empty();
            if (where.isPresent()) {
                return new Pushed.Declined(
                        Remedy.NEEDS_PERSON,
                        ("%s is checked out in %s, and its files would no longer be those of the branch: check out another"
                                        + " branch there, or give the address of a bare or a remote repository")
                                .formatted(Repository.shortenRefName(push.ref()), where.get()));
            }
            return update(push);
        } catch (IOException e) {
            return new Pushed.Unknown("%s: %s".formatted(path, e.getMessage()));
        }
    }

    @Override
    public Optional<Failure> turnsPushesAway(Duration within) {
        Path folder = repository.getDirectory().toPath();
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of(
                        new Failure(Failure.Kind.REFUSED, "%s cannot be written to by this process".formatted(folder)));
    }

    private Pushed update(Push push) throws IOException {
        RefUpdate update = repository.updateRef(push.ref());
        update.setExpectedOldObjectId(push.expected().orElse(ObjectId.zeroId()));
        update.setNewObjectId(push.target());
        update.setRefLogIdent(committer);
        update.setRefLogMessage("signalbox: " + push.why(), false);
        RefUpdate.Result result = update.update();
        return switch (result) {
            case NEW, FAST_FORWARD, NO_CHANGE -> new Pushed.Done();
            case LOCK_FAILURE, REJECTED -> new Pushed.Elsewhere();
            case NOT_ATTEMPTED,
                    FORCED,
                    REJECTED_CURRENT_BRANCH,
                    IO_FAILURE,
                    RENAMED,
                    REJECTED_MISSING_OBJECT,
                    REJECTED_OTHER_REASON ->
                new Pushed.Declined(Remedy.NEEDS_PERSON, "%s in %s: %s".formatted(push.ref(), path, result));
        };
    }

    /** Where a branch is checked out: in the clone itself or in a work tree linked to it. */
    private Optional<String> checkedOut(String ref) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        boolean bare = repository.getConfig().getBoolean("core", "bare", false);
        if (!bare && names(common, ref)) {
            return Optional.of(String.valueOf(common.getParent()));
        }
        Path linked = common.resolve("worktrees");
        if (Files.isDirectory(linked)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(linked)) {
                for (Path folder : each) {
                    if (names(folder, ref)) {
                        return Optional.of(workTree(folder));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean names(Path folder, String ref) throws IOException {
        Path head = folder.resolve(Constants.HEAD);
        return Files.isRegularFile(head) && Files.readString(head).strip().equals("ref: " + ref);
    }

    private static String workTree(Path linked) throws IOException {
        Path pointer = linked.resolve("gitdir");
        return Files.isRegularFile(pointer)
                ? Files.readString(pointer).strip().replaceFirst("[/\\\\]\\.git$", "")
                : linked.toString();
    }

    @Override
    public Optional<URI> page() {
        return Optional.empty();
    }

    @Override
    public void close() {
        repository.close();
    }
}
