package io.signalbox.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One call of a program of PostgreSQL or of the system, with a deadline.
 *
 * @param words program and arguments
 * @param folder where it runs
 * @param environment what it finds in its environment beside the user's, without the user's settings for PostgreSQL
 */
record Command(List<String> words, Path folder, Map<String, String> environment) {
    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** How it ended, and everything that it said. */
    record Ended(int exit, String output) {
        boolean well() {
            return exit == 0;
        }
    }

    Command under(List<String> prefix) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(words);
        return new Command(all, folder, environment);
    }

    Process begin() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        variables.put("LC_ALL", "C");
        variables.putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Runs it to its end; one that overstays is killed and has not ended well. */
    Ended run(Duration deadline) throws IOException, InterruptedException {
        Process process = begin();
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ended(-1, words.getLast() + " did not end within " + deadline.toSeconds() + " s");
            }
            return new Ended(process.exitValue(), output(process));
        } finally {
            process.destroyForcibly();
        }
    }

    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }
}
