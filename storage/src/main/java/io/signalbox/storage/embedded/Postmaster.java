package io.signalbox.storage.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, starts and stops the server of one data directory. Used by one thread at a time, under the owner's lock. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    /** Recovery after a crash replays at most max_wal_size, which takes seconds. */
    private static final Duration START_DEADLINE = Duration.ofSeconds(60);

    /** How long the processes of a killed server may take to notice. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A free port may be taken before the server gets to it; not many times in a row. */
    private static final int OTHER_PORTS = 5;

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private final Handshake handshake;

    Postmaster(DataDirectory directory, PostgresSettings settings, Handshake handshake) {
        this.directory = directory;
        this.settings = settings;
        this.handshake = handshake;
    }

    /** The server that still runs here under the same settings, or a new one, on its former port if that is free. */
    PidFile adoptOrStart() throws DatabaseTrouble, IOException, InterruptedException {
        Optional<PidFile> found = settled();
        if (found.isPresent() && directory.isConfigured(settings)) {
            handshake.shake(found.get().port(), directory.data());
            LOG.info(
                    "PostgreSQL of {} was still running: process {}",
                    directory.root(),
                    found.get().pid());
            return found.get();
        }
        stop();
        directory.configure(settings);
        PidFile started = start(formerPort().orElse(freePort()), OTHER_PORTS);
        Disk.writePrivately(directory.portFile(), started.port() + "\n");
        return started;
    }

    /** Starts again a server that died, on the same port, so that those who hold its address come back. */
    PidFile restart(int port) throws DatabaseTrouble, IOException, InterruptedException {
        return start(port, 0);
    }

    void stop() throws DatabaseTrouble, IOException, InterruptedException {
        for (String mode : new String[] {"fast", "immediate"}) {
            if (running().isEmpty()) {
                return;
            }
            call("stop", "-W", "-m", mode).run(STOP_DEADLINE);
            Deadline deadline = new Deadline(STOP_DEADLINE);
            boolean waits = true;
            while (waits && running().isPresent()) {
                waits = deadline.pause();
            }
        }
        if (running().isPresent()) {
            throw new DatabaseTrouble("PostgreSQL of " + directory.root() + " (process "
                    + running().get().pid() + ") does not stop: see " + directory.log() + ".");
        }
    }

    private Optional<PidFile> running() throws IOException {
        return PidFile.read(directory.data()).filter(file -> file.alive(directory.data()));
    }

    /** The server that runs here once it has finished starting or stopping. */
    private Optional<PidFile> settled() throws DatabaseTrouble, IOException, InterruptedException {
        Deadline deadline = new Deadline(START_DEADLINE);
        while (true) {
            Optional<PidFile> found = running();
            if (found.isEmpty() || found.get().ready()) {
                return found;
            }
            if (!deadline.pause()) {
                throw new DatabaseTrouble("PostgreSQL of " + directory.root() + " (process "
                        + found.get().pid() + ") has been " + found.get().status() + " for "
                        + START_DEADLINE.toSeconds() + " s: see " + directory.log() + ".");
            }
        }
    }

    private PidFile start(int firstPort, int otherPorts) throws DatabaseTrouble, IOException, InterruptedException {
        int port = firstPort;
        int portsLeft = otherPorts;
        Deadline deadline = new Deadline(START_DEADLINE);
        Deadline patience = new Deadline(PATIENCE);
        while (true) {
            forgetForeignPid();
            Start start = startOnce(port);
            switch (start) {
                case Start.Running(PidFile file) -> {
                    greet(file);
                    LOG.info("PostgreSQL of {} runs: process {}, port {}", directory.root(), file.pid(), file.port());
                    return file;
                }
                case Start.PortTaken(String cause) -> {
                    if (portsLeft-- == 0) {
                        throw failed("port " + port + " is not to be had (" + cause
                                + "), so stop what listens there, or start Signalbox again");
                    }
                    port = freePort();
                }
                case Start.DataInUse(String cause) -> {
                    if (patience.isOver()) {
                        Leftovers.kill(directory.data());
                    }
                    if (!deadline.pause()) {
                        throw failed(cause);
                    }
                }
                case Start.Failed(String cause) -> throw failed(cause);
            }
        }
    }

    /** A server that was started but does not let us in is not left behind. */
    private void greet(PidFile file) throws DatabaseTrouble, IOException, InterruptedException {
        try {
            handshake.shake(file.port(), directory.data());
        } catch (DatabaseTrouble e) {
            stop();
            throw e;
        }
    }

    private DatabaseTrouble failed(String cause) {
        return new DatabaseTrouble("PostgreSQL of " + directory.root() + " did not start: " + cause + ". More in "
                + directory.log() + ".");
    }

    private Start startOnce(int port) throws IOException, InterruptedException {
        long logged = Files.size(directory.log());
        Process starting = call(
                        "start",
                        "-s",
                        "-w",
                        "-t",
                        Long.toString(START_DEADLINE.toSeconds()),
                        "-l",
                        directory.log().getFileName().toString(),
                        "-o",
                        "-p " + port)
                .begin();
        // pg_ctl looks only ten times a second, so look too.
        while (true) {
            boolean ended = !starting.isAlive();
            Optional<PidFile> file = running().filter(PidFile::ready);
            if (file.isPresent()) {
                return new Start.Running(file.get());
            }
            if (ended) {
                return Start.failure(Command.output(starting), Start.tail(directory.log(), logged));
            }
            Thread.sleep(Deadline.PAUSE);
        }
    }

    private Command call(String... arguments) {
        return directory
                .binaries()
                .call(directory.root(), directory.data(), "pg_ctl", arguments)
                .under(directory.runAs().prefix());
    }

    /** PostgreSQL would take any living process of that number for itself; after a restart of a machine they recur. */
    private void forgetForeignPid() throws IOException {
        Optional<PidFile> file = PidFile.read(directory.data());
        if (file.isPresent()
                && ProcessHandle.of(file.get().pid()).isPresent()
                && running().isEmpty()) {
            LOG.info(
                    "{} names process {}, which is another program now",
                    directory.data(),
                    file.get().pid());
            Files.deleteIfExists(PidFile.in(directory.data()));
        }
    }

    private Optional<Integer> formerPort() throws IOException {
        return Disk.readIfThere(directory.portFile())
                .map(String::strip)
                .filter(p -> p.matches("\\d{4,5}"))
                .map(Integer::valueOf);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
