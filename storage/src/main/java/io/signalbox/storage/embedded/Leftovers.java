package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processes of a killed server that were too busy to notice and keep the data occupied. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Kills every process that stands in the data directory, as PostgreSQL's own immediate stop would. Only where the
     * system tells (Linux); elsewhere they end when their statement does.
     */
    static void kill(Path data) {
        ProcessHandle.allProcesses().filter(p -> standsIn(p, data)).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean standsIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }
}
