package io.signalbox.cli.replicas;

import io.signalbox.cli.up.DatabaseOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the servers' database says, read from outside of them. Connects anew when it was away. */
final class Books implements AutoCloseable {
    private final DatabaseOptions.Address address;
    private Optional<Connection> open = Optional.empty();

    Books(DatabaseOptions.Address address) {
        this.address = address;
    }

    /** @param quiet whether nothing is due, nothing is held and nothing is under way */
    record State(boolean quiet, long journal, Optional<Instant> due) {}

    synchronized State at(Instant now) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("""
                SELECT
                    NOT EXISTS (SELECT FROM subject WHERE NOT ended
                        AND (due <= ? OR lease_until > clock_timestamp()))
                    AND NOT EXISTS (SELECT FROM watch WHERE due <= ? OR lease_until > clock_timestamp())
                    AND NOT EXISTS (SELECT FROM action WHERE unresolved AND body -> 'value' -> 'state' ->> 'type' = 'sending'),
                    (SELECT coalesce(sum(sequence), 0) FROM journal_head),
                    least((SELECT min(due) FROM subject WHERE NOT ended), (SELECT min(due) FROM watch))
                """)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new State(
                        row.getBoolean(1),
                        row.getLong(2),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant));
            }
        }
    }

    /** What somebody took whose name begins like this, and has neither finished nor lost to another. */
    List<String> ownedBy(String owner) throws SQLException {
        return texts("""
                SELECT id FROM subject WHERE lease_until IS NOT NULL AND starts_with(lease_owner, ?)
                UNION ALL
                SELECT source FROM watch WHERE lease_until IS NOT NULL AND starts_with(lease_owner, ?)
                """, owner, owner);
    }

    /** How often each kind of fact is in the journal, as {@code sent 12}. */
    List<String> facts() throws SQLException {
        return texts(
                "SELECT fact || ' ' || count(*) FROM"
                        + " (SELECT entry::json -> 'value' -> 'fact' ->> 'type' AS fact FROM journal) j GROUP BY fact ORDER BY 1");
    }

    synchronized List<String> texts(String query, String... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection().prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
            }
        }
        return texts;
    }

    /** Tells every server that something may be due. */
    void wake(String app) throws SQLException {
        texts("SELECT pg_notify('signalbox', ?)::text", app);
    }

    private Connection connection() throws SQLException {
        if (open.isEmpty() || open.get().isClosed()) {
            open = Optional.of(DriverManager.getConnection(address.url(), address.user(), address.password()));
        }
        return open.get();
    }

    @Override
    public synchronized void close() throws SQLException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
