package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * The directory that holds one database: data, password, log and lock. The data is made aside and moved into place, so
 * that it is there whole or not at all.
 */
record DataDirectory(Path root, Binaries binaries, RunAs runAs) {
    private static final Duration INITDB_DEADLINE = Duration.ofMinutes(2);
    private static final int LARGE_LOG = 1 << 20;

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    Path portFile() {
        return root.resolve("port");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** Makes what is missing, and gives everything the settings and the owner that it should have. */
    String prepare(PostgresSettings settings) throws DatabaseTrouble, IOException, InterruptedException {
        Optional<String> major = Disk.readIfThere(data().resolve("PG_VERSION")).map(String::strip);
        if (major.isPresent() && !major.get().equals(Binaries.MAJOR)) {
            throw new DatabaseTrouble("The data in " + data() + " was written by PostgreSQL " + major.get()
                    + ", and this Signalbox brings PostgreSQL " + Binaries.MAJOR + ": start it with PostgreSQL "
                    + major.get()
                    + ", copy it with pg_dump into a new database, and name that one with --database-url.");
        }
        Disk.deleteTree(unfinished());
        String password = password(major.isPresent());
        if (major.isEmpty()) {
            initialise(password, settings);
        }
        runAs.give(data());
        rotateLog();
        return password;
    }

    private Path unfinished() {
        return root.resolve("data.unfinished");
    }

    private String password(boolean dataExists) throws DatabaseTrouble, IOException {
        Optional<String> kept =
                Disk.readIfThere(passwordFile()).map(String::strip).filter(p -> !p.isEmpty());
        if (kept.isPresent()) {
            return kept.get();
        }
        if (dataExists) {
            throw new DatabaseTrouble("The password of the database in " + root + " is missing: put the file "
                    + passwordFile() + " back from where it was moved or backed up.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Disk.writePrivately(passwordFile(), made + "\n");
        return made;
    }

    private void initialise(String password, PostgresSettings settings)
            throws DatabaseTrouble, IOException, InterruptedException {
        if (Files.exists(data())) {
            throw new DatabaseTrouble(data() + " exists but holds no database (there is no PG_VERSION in it): move it"
                    + " away, or choose another directory.");
        }
        Path work = unfinished();
        Files.createDirectories(work.resolve("data"));
        Disk.restrict(work.resolve("data"), "rwx------");
        Disk.writePrivately(work.resolve("password"), password + "\n");
        runAs.give(work);
        Command initdb = binaries.call(
                work,
                work.resolve("data"),
                "initdb",
                "--username=" + Handshake.USER,
                "--pwfile=password",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions",
                settings.durable() ? "--sync-method=fsync" : "--no-sync");
        Command.Ended ended = initdb.under(runAs.prefix()).run(INITDB_DEADLINE);
        if (!ended.well()) {
            Disk.deleteTree(work);
            throw new DatabaseTrouble(
                    "PostgreSQL could not make a database in " + root + ": " + Start.cause(ended.output()) + ".");
        }
        configure(work.resolve("data"), settings);
        Disk.moveIntoPlace(work.resolve("data"), data());
        Disk.deleteTree(work);
    }

    /** Whether a server that runs here was started under these settings. */
    boolean isConfigured(PostgresSettings settings) throws IOException {
        return Disk.readIfThere(serverFile(data()))
                        .filter(Configuration.server(settings)::equals)
                        .isPresent()
                && Disk.readIfThere(accessFile(data()))
                        .filter(Configuration.access()::equals)
                        .isPresent();
    }

    /** Takes the settings down; while no server runs here. */
    void configure(PostgresSettings settings) throws IOException {
        if (!isConfigured(settings)) {
            configure(data(), settings);
        }
    }

    private void configure(Path data, PostgresSettings settings) throws IOException {
        place(serverFile(data), Configuration.server(settings));
        place(accessFile(data), Configuration.access());
    }

    /** The owner first, the name last: a crash between leaves no file that the server cannot read. */
    private void place(Path file, String text) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + ".made");
        Disk.writePrivately(made, text);
        runAs.give(made);
        Disk.moveIntoPlace(made, file);
    }

    private static Path serverFile(Path data) {
        return data.resolve("postgresql.conf");
    }

    private static Path accessFile(Path data) {
        return data.resolve("pg_hba.conf");
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LARGE_LOG) {
            Disk.moveIntoPlace(log(), root.resolve("postgresql.log.1"));
        }
        if (!Files.exists(log())) {
            Files.createFile(log());
            Disk.restrict(log(), "rw-------");
        }
        runAs.give(log());
    }
}
