package io.signalbox.bench.decisions;

import io.signalbox.bench.load.Workers;
import io.signalbox.bench.table.Figure;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL itself can do on this machine: for each transition one {@code UPDATE … RETURNING} of a row as large as a
 * subject's, each in a transaction of its own that is on disk when it returns.
 */
record Statements(EmbeddedPostgres postgres, Workers workers, int rows) {
    private static final String STATE = "x".repeat(1500);

    Figure measure(int warmups, int repeats) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE floor (id int PRIMARY KEY, revision bigint NOT NULL, state text NOT NULL)");
            statement.execute("INSERT INTO floor SELECT i, 0, '' FROM generate_series(0, " + (rows - 1) + ") i");
        }
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < warmups + repeats; i++) {
            double rate = round();
            if (i >= warmups) {
                rates.add(rate);
            }
        }
        return Figure.of("bare UPDATE … RETURNING", "/s", rates);
    }

    private double round() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < workers.threads(); i++) {
            starts.add(i);
        }
        return workers.timeEach(starts, this::updateFrom).perSecond();
    }

    private int updateFrom(int start) {
        String sql = "UPDATE floor SET revision = revision + 1, state = ? WHERE id = ? RETURNING revision";
        int updated = 0;
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int id = start; id < rows; id += workers.threads()) {
                update.setString(1, STATE);
                update.setInt(2, id);
                try (ResultSet row = update.executeQuery()) {
                    updated += row.next() ? 1 : 0;
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return updated;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
