package io.signalbox.cli.demo;

import io.signalbox.storage.embedded.RunningPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears of every commit in a server's database, from outside of its process. */
final class Commits implements AutoCloseable {
    private static final int WAIT_MILLIS = 100;

    private final Connection connection;
    private volatile boolean closed;

    Commits(Path database, Runnable committed) throws Exception {
        RunningPostgres running = RunningPostgres.in(database).orElseThrow();
        connection = DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN signalbox");
        }
        Thread.ofPlatform().daemon().start(() -> hear(committed));
    }

    private void hear(Runnable committed) {
        try {
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!closed) {
                PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
                for (int i = 0; heard != null && i < heard.length; i++) {
                    committed.run();
                }
            }
        } catch (SQLException e) {
            if (!closed) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
