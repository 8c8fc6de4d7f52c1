package io.signalbox.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    private final AtomicInteger preparations = new AtomicInteger();

    @Test
    void copiesOfATemplateDoNotSeeEachOther() throws SQLException {
        try (TestDatabase first = TestDatabase.copyOf("words", this::prepare);
                TestDatabase second = TestDatabase.copyOf("words", this::prepare)) {
            execute(first, "INSERT INTO words VALUES ('one'), ('two')");

            assertThat(count(first)).isEqualTo(2);
            assertThat(count(second)).isZero();
            assertThat(preparations).hasValue(1);
        }
    }

    private void prepare(TestDatabase template) throws SQLException {
        preparations.incrementAndGet();
        execute(template, "CREATE TABLE words (word text)");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM words")) {
            row.next();
            return row.getInt(1);
        }
    }
}
