package io.signalbox.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** How one attempt to start the server ended. */
sealed interface Start {
    /** It takes connections. */
    record Running(PidFile file) implements Start {}

    record PortTaken() implements Start {}

    /** Processes of a server that died are still at the data. */
    record DataInUse(String cause) implements Start {}

    record Failed(String cause) implements Start {}

    /** Tells from what was said why it failed. PostgreSQL speaks English here: LC_ALL is C. */
    static Start failure(String said, String logged) {
        if (logged.contains("Address already in use") || logged.contains("could not bind")) {
            return new PortTaken();
        }
        String cause = cause(logged.isBlank() ? said : logged);
        if (logged.contains("pre-existing shared memory block")) {
            return new DataInUse(cause);
        }
        return new Failed(cause);
    }

    private static String cause(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<String> grave = lines.stream()
                .filter(l -> l.contains("FATAL:") || l.contains("PANIC:") || l.contains("ERROR:"))
                .map(l -> l.replaceFirst("^.*?(FATAL|PANIC|ERROR):\\s*", ""))
                .toList();
        return grave.isEmpty() ? DataDirectory.lastLines(text, 2) : grave.getLast();
    }

    /** What was written to a log from that place on. */
    static String tail(Path log, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(1 << 16, Math.max(0, channel.size() - from)));
            channel.read(bytes, from);
            return new String(bytes.array(), 0, bytes.position(), UTF_8);
        }
    }
}
