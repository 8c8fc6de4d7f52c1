package io.signalbox.cli.demo;

import io.signalbox.cli.home.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server in a process of its own that goes by the stepped clock. It ends when this process ends, however that happens: it reads
 * its standard input to the end.
 */
final class ServerProcess implements AutoCloseable {
    /** The line by which the server says that it is ready begins like this. */
    static final String READY = "ready ";

    static final String SECRET = "SIGNALBOX_DEMO_SECRET";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Process process;
    private final Ready ready;

    private ServerProcess(Process process, Ready ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * What a server says when it is ready.
     *
     * @param link opens a browser's session, once
     * @param tokens of the cast, by name
     */
    record Ready(int port, String link, Map<String, String> tokens) {}

    /**
     * How a server is started.
     *
     * @param console where the demo is controlled
     * @param port 0 for any free one
     */
    record Recipe(Path directory, URI console, String secret, int port) {}

    /**
     * Starts a server and waits until it is ready.
     *
     * @throws Trouble if it does not become ready; its own words are on standard error
     */
    static ServerProcess start(Recipe recipe, Instant now) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(recipe, now));
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put(SECRET, recipe.secret());
            Process process = builder.start();
            return new ServerProcess(process, ready(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Recipe recipe, Instant now) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.signalbox.cli.Main", "demo-server"));
        command.addAll(List.of("--directory", recipe.directory().toString()));
        command.addAll(List.of("--console", recipe.console().toString()));
        command.addAll(List.of("--port", Integer.toString(recipe.port())));
        command.addAll(List.of("--now", now.toString()));
        return command;
    }

    private static Ready ready(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return JSON.readValue(line.substring(READY.length()), Ready.class);
            }
        }
        process.destroyForcibly();
        throw new Trouble("the server ended before it was ready; its reason is above.");
    }

    static String line(Ready ready) {
        return READY + JSON.writeValueAsString(ready);
    }

    Ready ready() {
        return ready;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ready.port());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as a power failure would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(GRACE);
    }

    /** Waits for its end, and says whether it came. */
    boolean awaitEnd(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets it end in good order. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        if (!awaitEnd(GRACE)) {
            process.destroyForcibly();
        }
    }
}
