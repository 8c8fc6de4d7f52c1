package io.signalbox.cli.replicas;

import io.signalbox.cli.http.Api;
import io.signalbox.cli.up.DatabaseOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. By its name the outside knows who called. */
final class Replica implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final String name;
    private final Process process;
    private volatile String ready = "";

    private Replica(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * How one is started.
     *
     * @param folder of its own, with its configuration
     * @param clock the file of the clock that it shares with the others
     */
    record Recipe(String name, Path folder, Path clock, DatabaseOptions.Address database) {}

    /** Begins to start; several can at once. */
    static Replica begin(Recipe recipe) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaMain.class.getName(),
                recipe.folder().toString(),
                recipe.clock().toString(),
                recipe.database().url(),
                recipe.database().user());
        builder.redirectError(
                recipe.folder().resolveSibling(recipe.name() + ".log").toFile());
        builder.environment().put(ReplicaMain.PASSWORD, recipe.database().password());
        return new Replica(recipe.name(), builder.start());
    }

    /** Waits until it serves and works. */
    Replica awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(ReplicaMain.READY)) {
                ready = line.substring(ReplicaMain.READY.length());
                return this;
            }
        }
        throw new IllegalStateException(name + " ended before it was ready");
    }

    String name() {
        return name;
    }

    /** With this the names begin under which it holds leases. */
    String leases() {
        return process.pid() + "-";
    }

    Api api() {
        String[] words = ready.split(" ", -1);
        return new Api(URI.create("http://127.0.0.1:" + words[0]), words[1]);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power failure would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it where it stands, as a machine that is out of memory may, until {@link #goOn}. */
    void stop() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String which) {
        try {
            int status = new ProcessBuilder("kill", "-" + which, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -%s ended with %d".formatted(which, status));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            goOn();
        }
        kill();
    }
}
