package io.signalbox.cli.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server's own directory. */
public record Home(Path directory) {
    public static final String DEFAULT = ".signalbox";

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** What the server is to do: apps, policies, connectors. */
    public Path configuration() {
        return directory.resolve("signalbox.yaml");
    }

    /** The database that Signalbox starts for itself. */
    public Path database() {
        return directory.resolve("database");
    }

    /** Copies of repositories that are elsewhere; may be thrown away at any time. */
    public Path mirrors() {
        return directory.resolve("mirrors");
    }

    /** Where browsers reach the server that runs here, or ran last: one line. */
    public Path address() {
        return directory.resolve("address");
    }

    /** @throws Trouble if it cannot be written */
    public void reachedAt(String url) {
        try {
            Files.writeString(address(), url + "\n");
        } catch (IOException e) {
            throw new Trouble("%s cannot be written: %s.".formatted(address(), e.getMessage()), e);
        }
    }

    /**
     * Makes the directory if there is none.
     *
     * @throws Trouble if it cannot be made or written
     */
    public void make() {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new Trouble("%s is no directory: name another with --directory.".formatted(directory));
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new Trouble(
                    "the directory %s cannot be made (%s): name another with --directory.".formatted(directory, e), e);
        }
        if (!Files.isWritable(directory)) {
            throw new Trouble("the directory %s cannot be written: change its owner or name another with --directory."
                    .formatted(directory));
        }
    }
}
