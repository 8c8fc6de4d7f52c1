package io.signalbox.storage.postgres;

import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database of a test class's own, with the engine's tables, opened. */
final class Stores implements AutoCloseable {
    private final TestDatabase test;
    private final Database database;
    private final SingleConnectionDataSource connection;
    private final JdbcClient sql;

    private Stores(TestDatabase test, Database database) {
        this.test = test;
        this.database = database;
        this.connection = new SingleConnectionDataSource(test.jdbcUrl(), test.user(), test.password(), true);
        this.sql = JdbcClient.create(connection);
    }

    static Stores open() {
        TestDatabase test =
                TestDatabase.copyOf("engine_store", template -> openAs(template).close());
        try {
            return new Stores(test, openAs(test));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database openAs(TestDatabase test) throws Exception {
        return Database.open(test.jdbcUrl(), test.user(), test.password());
    }

    Database database() {
        return database;
    }

    TestDatabase test() {
        return test;
    }

    /** A line to the database that can be cut. */
    CutLine line() {
        return CutLine.to(port());
    }

    /** The same database, reached over a line. */
    Database through(CutLine line) throws DatabaseTrouble {
        String url = test.jdbcUrl().replace(":" + port(), ":" + line.port());
        return Database.open(url, test.user(), test.password());
    }

    private int port() {
        return URI.create(test.jdbcUrl().replaceFirst("jdbc:", "")).getPort();
    }

    /** For what only a test does. */
    JdbcClient sql() {
        return sql;
    }

    /** As new. The journal cannot be emptied by ordinary means, and should not be. */
    void empty() {
        sql.sql("""
                SET session_replication_role = replica;
                DELETE FROM subject; DELETE FROM action; DELETE FROM signal; DELETE FROM watch; DELETE FROM command;
                DELETE FROM policy; DELETE FROM journal; DELETE FROM journal_head; DELETE FROM access_grant;
                SET session_replication_role = DEFAULT
                """).update();
    }

    /** Leases run on the database's clock: instead of letting time pass, they are moved back. */
    void leasesAge(Duration by) {
        for (String table : List.of("subject", "watch")) {
            sql.sql("UPDATE %s SET lease_until = lease_until - :micros * interval '1 microsecond'".formatted(table))
                    .param("micros", by.toNanos() / 1000)
                    .update();
        }
    }

    /** @param leased ids of subjects, and sources of apps as {@code app source} */
    void endLeases(List<String> leased) {
        String[] names = leased.toArray(String[]::new);
        sql.sql("UPDATE subject SET lease_until = NULL WHERE id = ANY(:names::text[])")
                .param("names", names)
                .update();
        sql.sql("UPDATE watch SET lease_until = NULL WHERE app || ' ' || source = ANY(:names::text[])")
                .param("names", names)
                .update();
    }

    @Override
    public void close() {
        connection.destroy();
        database.close();
        test.close();
    }
}
