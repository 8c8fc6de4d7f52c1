package io.signalbox.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process that owns a database, to be killed. */
final class Owner implements AutoCloseable {
    private final Process process;
    private final long postmaster;

    private Owner(Process process, long postmaster) {
        this.process = process;
        this.postmaster = postmaster;
    }

    /** Starts it and waits until its database runs. */
    static Owner of(Path directory) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(UTF_8);
        String line = said.readLine();
        while (line != null && !line.startsWith("postmaster ")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("the owner ended early");
        }
        return new Owner(process, Long.parseLong(line.substring("postmaster ".length())));
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), PostgresSettings.forTests());
        System.out.println("postmaster " + postgres.pid());
        System.in.read();
    }

    long pid() {
        return process.pid();
    }

    long postmaster() {
        return postmaster;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
