package io.signalbox.storage.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How the own PostgreSQL runs.
 *
 * @param cache where the unpacked binaries are kept, one folder per version; shared by all databases of a user
 * @param durable whether a commit is on disk before it is acknowledged; off only for tests
 * @param maxConnections the most connections at one time, 5 to 500
 */
public record PostgresSettings(Path cache, boolean durable, int maxConnections) {
    public PostgresSettings {
        if (maxConnections < 5 || maxConnections > 500) {
            throw new IllegalArgumentException("maxConnections is 5 to 500, not " + maxConnections);
        }
    }

    /** Durable, with the cache where this system keeps a user's caches. */
    public static PostgresSettings standard() {
        return new PostgresSettings(userCache(), true, 40);
    }

    /** Commits are not forced to disk: quick, and lost with the machine. */
    public static PostgresSettings forTests() {
        return new PostgresSettings(userCache(), false, 100);
    }

    public PostgresSettings withCache(Path folder) {
        return new PostgresSettings(folder, durable, maxConnections);
    }

    private static Path userCache() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (os.startsWith("windows")) {
            return variable("LOCALAPPDATA")
                    .orElse(home.resolve("AppData/Local"))
                    .resolve("signalbox");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Caches/signalbox");
        }
        return variable("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("signalbox");
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
