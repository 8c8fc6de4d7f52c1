package io.signalbox.connectors.git;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * A bare copy of a remote repository in a folder of Signalbox's own. Every refresh fetches what is new; one that takes longer than
 * whoever waits goes on without them, so that the first copy of a large repository is made once, however long it takes.
 */
final class MirrorCopy implements Copy {
    private static final Duration LONGEST_FETCH = Duration.ofHours(2);

    private final GitSettings settings;
    private final GitAddress.Remote remote;
    private final Outlet outlet;
    private final List<RefSpec> specs;
    private final Repository repository;
    private final Semaphore fetching = new Semaphore(1);
    private volatile Progress progress = new Progress();

    /** @param specs what is copied */
    MirrorCopy(GitSettings settings, GitAddress.Remote remote, Outlet outlet, List<RefSpec> specs)
            throws SourceFailure {
        Jgit.quiet();
        this.settings = settings;
        this.remote = remote;
        this.outlet = outlet;
        this.specs = List.copyOf(specs);
        this.repository = open(folder());
    }

    private Path folder() {
        UUID address = UUID.nameUUIDFromBytes(remote.uri().toString().getBytes(StandardCharsets.UTF_8));
        return settings.cache()
                .resolve("%s-%s.git"
                        .formatted(settings.name(), address.toString().substring(0, 8)));
    }

    private static Repository open(Path folder) throws SourceFailure {
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                configure(repository.getConfig());
            }
            return repository;
        } catch (IOException e) {
            throw new SourceFailure(new Failure(
                    Failure.Kind.NONSENSE,
                    "the copy of the repository in %s cannot be used (%s): remove that folder, it is made anew"
                            .formatted(folder, e.getMessage())));
        }
    }

    private static void configure(StoredConfig config) throws IOException {
        config.setBoolean("http", null, "followRedirects", false);
        config.setBoolean("gc", null, "autoDetach", false);
        config.setBoolean("gc", null, "writeCommitGraph", true);
        // Packing must stay small beside the server: what the host packed well is taken as it is.
        config.setInt("pack", null, "threads", 1);
        config.setBoolean("pack", null, "deltaCompression", false);
        config.save();
    }

    @Override
    public Instant refresh(Duration patience, Instant now) throws SourceFailure {
        Errand waiting = outlet.errand(patience);
        try {
            if (!fetching.tryAcquire(waiting.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw stillFetching();
            }
            CompletableFuture<Instant> fetched = new CompletableFuture<>();
            Progress mine = new Progress();
            progress = mine;
            Thread.ofVirtual().name("git-fetch").start(() -> fetch(mine, now, fetched));
            return fetched.get(waiting.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw stillFetching();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SourceFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceFailure(new Failure(Failure.Kind.UNREACHABLE, "this process is stopping"));
        }
    }

    private SourceFailure stillFetching() {
        return new SourceFailure(new Failure(
                Failure.Kind.UNREACHABLE, "%s is still being fetched: %s".formatted(remote.uri(), progress)));
    }

    private void fetch(Progress mine, Instant now, CompletableFuture<Instant> fetched) {
        try {
            fetched.complete(fetch(mine, now));
            repository.autoGC(mine);
        } catch (SourceFailure | RuntimeException e) {
            fetched.completeExceptionally(e);
        } finally {
            fetching.release();
        }
    }

    private Instant fetch(Progress mine, Instant now) throws SourceFailure {
        try (GitHttp http = http(outlet.errand(LONGEST_FETCH));
                Transport transport = transport(http)) {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(true);
            try {
                FetchResult fetched = transport.fetch(mine, specs);
                remember(fetched.getAdvertisedRef(Constants.HEAD));
                return http.asOf(now);
            } catch (IOException e) {
                throw new SourceFailure(failure(http, e));
            }
        }
    }

    /** Keeps which branch the host calls its main one. */
    private void remember(@Nullable Ref head) throws IOException {
        if (head != null && head.isSymbolic()) {
            repository.updateRef(Constants.HEAD).link(head.getTarget().getName());
        }
    }

    /** Why an operation gave nothing: what the host answered, or how its answer broke off, or what JGit makes of it. */
    private Failure failure(GitHttp http, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailed failed) {
                return failed.failure();
            }
        }
        return http.failure().orElse(new Failure(Failure.Kind.NONSENSE, words(e)));
    }

    private GitHttp http(Errand errand) {
        return new GitHttp(errand, remote.user(), settings.token());
    }

    private Transport transport(GitHttp http) throws SourceFailure {
        try {
            Transport transport =
                    Transport.open(repository, new URIish(remote.uri().toString()));
            ((TransportHttp) transport).setHttpConnectionFactory(http);
            return transport;
        } catch (IOException | URISyntaxException e) {
            throw new SourceFailure(new Failure(Failure.Kind.NONSENSE, words(e)));
        }
    }

    private String words(Exception e) {
        return "%s: %s".formatted(remote.uri(), e.getMessage());
    }

    @Override
    public Repository repository() {
        return repository;
    }

    @Override
    public Optional<Branch> branch(String name) throws IOException {
        return Optional.ofNullable(repository.exactRef(Constants.R_HEADS + name))
                .map(Ref::getObjectId)
                .map(Branch::at);
    }

    @Override
    public Optional<ObjectId> tag(String name) throws IOException {
        return Refs.peeled(repository, Constants.R_TAGS + name);
    }

    @Override
    public Pushed push(Push push, Duration within) {
        try (GitHttp http = http(outlet.errand(within));
                Transport transport = transport(http)) {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    repository,
                    push.ref(),
                    push.target(),
                    push.ref(),
                    false,
                    null,
                    push.expected().orElse(ObjectId.zeroId()));
            try {
                transport.push(new Progress(), List.of(update));
                return pushed(update, http);
            } catch (IOException e) {
                return broken(http, failure(http, e));
            }
        } catch (SourceFailure | IOException e) {
            return new Pushed.Declined(Remedy.NEEDS_PERSON, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Failure> turnsPushesAway(Duration within) {
        try (GitHttp http = http(outlet.errand(within));
                Transport transport = transport(http)) {
            try {
                transport.openPush().close();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(failure(http, e));
            }
        } catch (SourceFailure e) {
            return Optional.of(e.failure());
        }
    }

    private static Pushed pushed(RemoteRefUpdate update, GitHttp http) {
        String text = Optional.ofNullable(update.getMessage()).orElse("");
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> new Pushed.Done();
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new Pushed.Elsewhere();
            case REJECTED_OTHER_REASON ->
                text.matches("(?is).*(lock|already exists|invalid old id|stale|fetch first|non-fast).*")
                        ? new Pushed.Elsewhere()
                        : declined(update, text);
            case REJECTED_NODELETE, NON_EXISTING -> declined(update, text);
            case NOT_ATTEMPTED, AWAITING_REPORT ->
                broken(http, new Failure(Failure.Kind.NONSENSE, "the host did not report what became of the push"));
        };
    }

    private static Pushed declined(RemoteRefUpdate update, String text) {
        return new Pushed.Declined(
                Remedy.NEEDS_PERSON,
                "the host declined to move %s: %s"
                        .formatted(update.getRemoteName(), text.isBlank() ? "it gave no reason" : text));
    }

    private static Pushed broken(GitHttp http, Failure failure) {
        if (http.maybePushed()) {
            return new Pushed.Unknown(failure.message());
        }
        boolean person = failure.kind() == Failure.Kind.REFUSED;
        return new Pushed.Declined(person ? Remedy.NEEDS_PERSON : Remedy.RETRY, failure.message());
    }

    @Override
    public Optional<URI> page() {
        return Optional.of(remote.page());
    }

    @Override
    public void close() {
        progress.cancel();
        repository.close();
    }
}
