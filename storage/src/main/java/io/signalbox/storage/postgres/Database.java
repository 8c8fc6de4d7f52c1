package io.signalbox.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.signalbox.domain.app.AppKey;
import io.signalbox.storage.embedded.DatabaseTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that is up to date, and what Signalbox keeps in it. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int OLDEST_VERSION = 15;
    private static final int MOST_CONNECTIONS = 16;

    /** No statement and no wait for a lock goes on for ever, whatever becomes of the process that began it. */
    private static final String LIMITS = "SET statement_timeout = '30s'; SET lock_timeout = '10s';"
            + " SET idle_in_transaction_session_timeout = '60s'";

    private final PGSimpleDataSource direct;
    private final HikariDataSource pool;
    private final PostgresStorage storage;
    private final PostgresAccess access;
    private final JournalChain chain;

    private Database(PGSimpleDataSource direct, HikariDataSource pool, Place place) {
        Json json = new Json();
        JdbcClient db = JdbcClient.create(pool);
        this.direct = direct;
        this.pool = pool;
        this.storage = new PostgresStorage(pool, place, json);
        this.access = new PostgresAccess(db, place, json);
        this.chain = new JournalChain(db, json);
    }

    /**
     * Connects, brings the tables up to date, and opens a pool of connections.
     *
     * @param jdbcUrl {@code jdbc:postgresql://HOST:PORT/DATABASE}
     * @throws DatabaseTrouble in one sentence, if the database cannot be reached, is too old, or cannot be brought up to date
     */
    public static Database open(String jdbcUrl, String user, String password) throws DatabaseTrouble {
        PGSimpleDataSource direct = direct(jdbcUrl, user, password);
        Place place = new Place(jdbcUrl, user);
        check(direct, place);
        migrate(direct, place);
        return new Database(direct, pool(direct), place);
    }

    private static PGSimpleDataSource direct(String jdbcUrl, String user, String password) throws DatabaseTrouble {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(jdbcUrl);
        } catch (IllegalArgumentException e) {
            throw new DatabaseTrouble(
                    "The database URL %s is not one of PostgreSQL: use jdbc:postgresql://HOST:PORT/DATABASE."
                            .formatted(new Place(jdbcUrl, user).url()),
                    e);
        }
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("signalbox");
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        source.setSocketTimeout(60);
        source.setTcpKeepAlive(true);
        return source;
    }

    private static void check(PGSimpleDataSource direct, Place place) throws DatabaseTrouble {
        try (Connection connection = direct.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseTrouble("The database at %s is PostgreSQL %d: Signalbox needs %d or newer."
                        .formatted(place.url(), version, OLDEST_VERSION));
            }
        } catch (SQLException e) {
            throw place.unreachable(e);
        }
    }

    private static void migrate(PGSimpleDataSource direct, Place place) throws DatabaseTrouble {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(direct)
                    .locations("classpath:io/signalbox/storage/postgres/migrations")
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .table("schema_version")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseTrouble(
                    "The tables of the database at %s could not be brought up to date, and are as they were: %s"
                            .formatted(
                                    place.url(),
                                    String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ")),
                    e);
        }
    }

    private static HikariDataSource pool(PGSimpleDataSource direct) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("signalbox");
        config.setDataSource(direct);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setValidationTimeout(Duration.ofSeconds(3).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setConnectionInitSql(LIMITS);
        config.setInitializationFailTimeout(-1); // it was reached just now, and may come and go from here on
        return new HikariDataSource(config);
    }

    public PostgresStorage storage() {
        return storage;
    }

    public PostgresAccess access() {
        return access;
    }

    public JournalChain journalChain() {
        return chain;
    }

    /**
     * Tells of every change of an app, by whichever replica, until it is closed; at the beginning of every app there is.
     *
     * @param changed called in one thread of its own; must not block for long
     */
    public Notifications listen(Consumer<AppKey> changed) {
        Notifications notifications = new Notifications(direct, changed);
        notifications.start();
        return notifications;
    }

    @Override
    public void close() {
        pool.close();
    }
}
