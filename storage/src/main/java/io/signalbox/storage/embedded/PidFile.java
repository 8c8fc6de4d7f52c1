package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL writes about itself into postmaster.pid (PostgreSQL: src/include/utils/pidfile.h).
 *
 * @param pid the postmaster's process
 * @param started when it started, in whole seconds
 * @param port where it listens
 * @param status starting, ready or stopping
 */
record PidFile(long pid, Instant started, int port, String status) {
    private static final int ESSENTIAL = 4;
    private static final int STATUS = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Empty when there is none. A server that is just starting has not yet written all of it. */
    static Optional<PidFile> read(Path data) throws IOException {
        List<String> lines =
                Disk.readIfThere(in(data)).map(text -> text.lines().toList()).orElse(List.of());
        if (lines.size() < ESSENTIAL) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip()),
                    lines.size() > STATUS ? lines.get(STATUS).strip() : "starting"));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    boolean stopping() {
        return status.equals("stopping");
    }

    /**
     * Whether the process of that number lives and is the one that wrote this file: numbers are given out again. On
     * Linux a postmaster stands in its data directory; elsewhere the start times must agree.
     */
    boolean alive(Path data) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty() || isZombie()) {
            return false;
        }
        try {
            return Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), data);
        } catch (IOException e) {
            return process.get()
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(start, started).abs().toSeconds() < 5)
                    .orElse(true);
        }
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return false;
        }
    }
}
