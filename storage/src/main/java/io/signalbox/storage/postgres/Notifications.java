package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells this replica when any replica has changed something of an app. Listens on a connection of its own, which it makes again when
 * it breaks; whenever it has a new one it tells of every app, for what was said meanwhile is lost.
 */
public final class Notifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration LOOK_AFTER = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ALIVE_WITHIN_SECONDS = 5;

    private final DataSource database;
    private final Consumer<AppKey> changed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<Connection> open = Optional.empty();

    Notifications(DataSource database, Consumer<AppKey> changed) {
        this.database = database;
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("signalbox-listen").unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    private void loop() {
        Duration pause = FIRST_PAUSE;
        while (!closed(Duration.ZERO)) {
            try (Connection connection = database.getConnection()) {
                open = Optional.of(connection);
                everything(connection);
                pause = FIRST_PAUSE;
                listen(connection);
            } catch (SQLException e) {
                if (closed(Duration.ZERO)) {
                    return;
                }
                LOG.warn("No news from other replicas; trying again in {}: {}", pause, e.getMessage());
                closed(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Listens first and asks then, so that nothing falls in between. */
    private void everything(Connection connection) throws SQLException {
        Set<AppKey> apps = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'signalbox-listen'; LISTEN " + Notices.CHANNEL);
            try (ResultSet rows = statement.executeQuery("SELECT app FROM subject WHERE kind = 'TRAIN' ORDER BY app")) {
                while (rows.next()) {
                    apps.add(new AppKey(rows.getString("app")));
                }
            }
        }
        apps.forEach(this::tell);
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!closed(Duration.ZERO)) {
            PGNotification[] heard = postgres.getNotifications((int) LOOK_AFTER.toMillis());
            Set<AppKey> apps = new LinkedHashSet<>();
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                apps.add(new AppKey(notification.getParameter()));
            }
            apps.forEach(this::tell);
            if (apps.isEmpty() && !connection.isValid(ALIVE_WITHIN_SECONDS)) {
                throw new SQLException("the connection is dead");
            }
        }
    }

    private void tell(AppKey app) {
        try {
            changed.accept(app);
        } catch (RuntimeException e) {
            LOG.error("What is done after a change of {} failed; it is told of the next one again.", app, e);
        }
    }

    /** Whether it is being closed, after waiting for that this long. */
    private boolean closed(Duration wait) {
        try {
            return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        open.ifPresent(Notifications::abort);
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread may be waiting on it. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("The listening connection could not be closed: {}", e.getMessage());
        }
    }
}
