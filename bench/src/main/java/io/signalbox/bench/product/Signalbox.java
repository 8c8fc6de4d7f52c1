package io.signalbox.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as it was built, started as people start it. */
record Signalbox(Path launcher) {
    private static final long PATIENCE_MINUTES = 15;

    /** The one of the working directory, which {@code bench/run} has built. */
    static Signalbox built() throws IOException {
        Path launcher = Path.of("signalbox").toAbsolutePath();
        if (!Files.isExecutable(launcher)) {
            throw new IOException("there is no " + launcher + ": start bench/run instead");
        }
        return new Signalbox(launcher);
    }

    Process begin(Map<String, String> variables, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Runs a command to its good end, and says how long it took. */
    double seconds(String... arguments) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = begin(Map.of(), List.of(arguments));
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException("signalbox " + String.join(" ", arguments) + " did not end well");
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
