package io.signalbox.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one attempt to start the server ended. */
sealed interface Start {
    Pattern GRAVE = Pattern.compile(".*?\\b(?:FATAL|PANIC|ERROR|error): +(.*)");

    /** It takes connections. */
    record Running(PidFile file) implements Start {}

    record PortTaken(String cause) implements Start {}

    /** Processes of a server that died are still at the data. */
    record DataInUse(String cause) implements Start {}

    record Failed(String cause) implements Start {}

    /** Tells from what was said why it failed. PostgreSQL speaks English here: LC_ALL is C. */
    static Start failure(String said, String logged) {
        String cause = cause(logged.isBlank() ? said : logged);
        if (logged.contains("Address already in use") || logged.contains("could not bind")) {
            return new PortTaken(cause);
        }
        if (logged.contains("pre-existing shared memory block")) {
            return new DataInUse(cause);
        }
        return new Failed(cause);
    }

    /** What matters of what a program of PostgreSQL said: its first grave line with its hint, or else its last lines. */
    static String cause(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher grave = GRAVE.matcher(lines.get(i));
            if (grave.matches()) {
                return grave.group(1) + hint(lines, i + 1);
            }
        }
        return String.join("; ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    }

    private static String hint(List<String> lines, int next) {
        int hint = next < lines.size() ? lines.get(next).indexOf("HINT:") : -1;
        return hint < 0
                ? ""
                : "; "
                        + lines.get(next)
                                .substring(hint + "HINT:".length())
                                .strip()
                                .replaceFirst("\\.$", "");
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
