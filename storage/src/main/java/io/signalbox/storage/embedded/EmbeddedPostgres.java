package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, kept running until it is closed: durable, on loopback, behind a password.
 *
 * <p>A process that dies without closing leaves its server running; the next start on the same directory adopts it. A
 * server that dies is started again on the same port, so that a connection pool recovers. One process owns a directory.
 * Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final OwnerLock lock;
    private final Postmaster postmaster;
    private final DataDirectory directory;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;
    private volatile PidFile running;
    private volatile Optional<DatabaseTrouble> trouble = Optional.empty();

    private EmbeddedPostgres(
            OwnerLock lock, Postmaster postmaster, DataDirectory directory, String password, PidFile running) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.directory = directory;
        this.password = password;
        this.running = running;
        this.watch = Thread.ofPlatform().daemon().name("signalbox-postgresql").unstarted(this::watch);
    }

    /** Starts durably, with the standard settings. */
    public static EmbeddedPostgres start(Path directory) throws DatabaseTrouble {
        return start(directory, PostgresSettings.standard());
    }

    /**
     * Starts the database of a directory, makes it if there is none, or adopts its server if that still runs.
     *
     * @param directory holds the data, the password and the server's log; made if missing
     */
    public static EmbeddedPostgres start(Path directory, PostgresSettings settings) throws DatabaseTrouble {
        return start(directory, settings, RunAs.choose(Platform.here()));
    }

    static EmbeddedPostgres start(Path directory, PostgresSettings settings, RunAs runAs) throws DatabaseTrouble {
        Path root = directory.toAbsolutePath().normalize();
        try {
            makeRoot(root, runAs);
            OwnerLock lock = OwnerLock.take(root);
            try {
                return start(lock, root, runAs, settings);
            } catch (DatabaseTrouble | IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles(
                    "Starting the database in " + root, e, "choose a directory that this user may write");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("The start of the database in " + root + " was interrupted.", e);
        }
    }

    private static void makeRoot(Path root, RunAs runAs) throws DatabaseTrouble, IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            Disk.restrict(root, "rwx------");
        }
        if (runAs.isOther()) {
            Disk.letPass(root);
        }
        runAs.mustReach(root);
    }

    private static EmbeddedPostgres start(OwnerLock lock, Path root, RunAs runAs, PostgresSettings settings)
            throws DatabaseTrouble, IOException, InterruptedException {
        // Another account cannot be expected to reach this user's cache.
        Binaries binaries = Binaries.in(runAs.isOther() ? root : settings.cache(), Platform.here());
        DataDirectory directory = new DataDirectory(root, binaries, runAs);
        String password = directory.prepare(settings);
        Postmaster postmaster = new Postmaster(directory, settings, new Handshake(password));
        EmbeddedPostgres started =
                new EmbeddedPostgres(lock, postmaster, directory, password, postmaster.adoptOrStart());
        started.watch.start();
        return started;
    }

    public String jdbcUrl() {
        return Handshake.url(running.port(), Handshake.DATABASE);
    }

    public String user() {
        return Handshake.USER;
    }

    public String password() {
        return password;
    }

    /** Why the server, having died, could not be started again so far; empty while all is well. */
    public Optional<DatabaseTrouble> trouble() {
        return trouble;
    }

    /** The server's process, for logs and tests. */
    public long pid() {
        return running.pid();
    }

    /** Stops the server in good order and gives the directory free. Does nothing the second time. */
    @Override
    public void close() throws DatabaseTrouble {
        if (closed.getAndSet(true)) {
            return;
        }
        closing.countDown();
        try {
            watch.join();
            postmaster.stop();
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles("Stopping the database in " + directory.root(), e, seeLog());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("The stop of the database in " + directory.root() + " was interrupted.", e);
        } finally {
            release();
        }
    }

    private void release() throws DatabaseTrouble {
        try {
            lock.close();
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles("Giving up the lock of " + directory.root(), e, seeLog());
        }
    }

    private void watch() {
        long pause = LOOK_EVERY_MILLIS;
        while (!closes(pause)) {
            if (running.alive(directory.data())) {
                continue;
            }
            LOG.warn("PostgreSQL of {} (process {}) died: starting it again", directory.root(), running.pid());
            trouble = revive();
            pause = trouble.isEmpty() ? LOOK_EVERY_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private Optional<DatabaseTrouble> revive() {
        try {
            running = postmaster.restart(running.port());
            return Optional.empty();
        } catch (DatabaseTrouble e) {
            LOG.error("{}", e.getMessage());
            return Optional.of(e);
        } catch (IOException e) {
            DatabaseTrouble failed =
                    DatabaseTrouble.ofFiles("Starting PostgreSQL of " + directory.root() + " again", e, seeLog());
            LOG.error("{}", failed.getMessage());
            return Optional.of(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new DatabaseTrouble("The restart of PostgreSQL was interrupted.", e));
        }
    }

    private String seeLog() {
        return "see " + directory.log();
    }

    private boolean closes(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
