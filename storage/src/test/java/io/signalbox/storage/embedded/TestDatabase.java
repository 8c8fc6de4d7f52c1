package io.signalbox.storage.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test class, in the one PostgreSQL of this JVM. Copying a prepared template takes a tenth
 * of a second, so every class may have its own.
 */
public final class TestDatabase implements AutoCloseable {
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** What is done once per run to the database that others are copies of: migrations, as a rule. */
    public interface Preparation {
        void prepare(TestDatabase template) throws Exception;
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return Shared.SERVER.create("template1");
    }

    /**
     * A copy of a template that is prepared at its first use.
     *
     * @param template letters and underscores; the same name means the same preparation
     */
    public static TestDatabase copyOf(String template, Preparation preparation) {
        return Shared.SERVER.copyOf(template, preparation);
    }

    public String jdbcUrl() {
        return Shared.SERVER.url(name);
    }

    public String user() {
        return Shared.SERVER.postgres.user();
    }

    public String password() {
        return Shared.SERVER.postgres.password();
    }

    /** Opens a new connection each time. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /** Drops it; connections that are still open are cut. */
    @Override
    public void close() {
        Shared.SERVER.sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** The server, which lives as long as the JVM. */
    private static final class Shared {
        static final Shared SERVER = new Shared();

        final EmbeddedPostgres postgres = TestServer.start();
        private final AtomicInteger made = new AtomicInteger();
        private final ConcurrentHashMap<String, TestDatabase> templates = new ConcurrentHashMap<>();

        Shared() {
            for (String left : names("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
                sql("DROP DATABASE " + left + " WITH (FORCE)");
            }
        }

        TestDatabase create(String template) {
            TestDatabase created = new TestDatabase("test_" + made.incrementAndGet());
            sql("CREATE DATABASE " + created.name + " TEMPLATE " + template);
            return created;
        }

        TestDatabase copyOf(String template, Preparation preparation) {
            return create(templates.computeIfAbsent(template, key -> prepared(key, preparation)).name);
        }

        private TestDatabase prepared(String template, Preparation preparation) {
            TestDatabase database = new TestDatabase("test_template_" + template);
            sql("CREATE DATABASE " + database.name);
            try {
                preparation.prepare(database);
            } catch (Exception e) {
                throw new IllegalStateException("The template " + template + " could not be prepared", e);
            }
            // A database with connections cannot be copied.
            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database.name + "'");
            return database;
        }

        String url(String database) {
            return postgres.jdbcUrl().replace("/" + Handshake.DATABASE + "?", "/" + database + "?");
        }

        private Connection connect() throws SQLException {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.jdbcUrl());
            return source.getConnection(postgres.user(), postgres.password());
        }

        void sql(String text) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(text);
            } catch (SQLException e) {
                throw new IllegalStateException(text, e);
            }
        }

        private List<String> names(String query) {
            List<String> names = new ArrayList<>();
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(query, e);
            }
            return names;
        }
    }
}
