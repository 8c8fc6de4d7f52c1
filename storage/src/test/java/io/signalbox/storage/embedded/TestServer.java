package io.signalbox.storage.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL for one JVM of tests, in the module's target folder, where the next run finds and reuses it. */
final class TestServer {
    private static final int MOST = 8;

    private TestServer() {}

    /** The first directory that no other run holds. */
    static EmbeddedPostgres start() {
        List<DatabaseTrouble> troubles = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            try {
                EmbeddedPostgres server =
                        EmbeddedPostgres.start(Path.of("target", "test-postgres", "" + i), PostgresSettings.forTests());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (DatabaseTrouble e) {
                troubles.add(e);
            }
        }
        IllegalStateException none = new IllegalStateException("No PostgreSQL for tests: " + troubles.getLast());
        troubles.forEach(none::addSuppressed);
        throw none;
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (DatabaseTrouble e) {
            throw new IllegalStateException(e);
        }
    }
}
