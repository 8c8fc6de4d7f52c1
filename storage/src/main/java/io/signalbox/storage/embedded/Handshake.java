package io.signalbox.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Knocks at a server with the password and asks which data it serves. With SCRAM both sides prove that they know the
 * password, so a stranger on the port is not taken for ours.
 */
record Handshake(String password) {
    static final String USER = "signalbox";
    static final String DATABASE = "signalbox";

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    /** Makes sure that this is the server of that data, and that it has our database. */
    void shake(int port, Path data) throws DatabaseTrouble {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        String url = url(port, "postgres");
        // The driver itself: DriverManager would load every driver there is.
        try (Connection connection = Optional.ofNullable(new Driver().connect(url, properties))
                        .orElseThrow(() -> new SQLException("the driver does not know " + url));
                Statement statement = connection.createStatement()) {
            if (!Files.isSameFile(served(statement), data)) {
                throw new DatabaseTrouble("The PostgreSQL at 127.0.0.1:" + port + " serves " + served(statement)
                        + " and not " + data + ": stop it, then start Signalbox again.");
            }
            makeDatabase(statement);
        } catch (SQLException e) {
            throw new DatabaseTrouble(
                    "The PostgreSQL of " + data + " at 127.0.0.1:" + port + " does not let Signalbox in: "
                            + e.getMessage() + ". If the file password beside the data was replaced, put the old one"
                            + " back.",
                    e);
        } catch (IOException e) {
            throw DatabaseTrouble.ofFiles(
                    "Finding out which data the PostgreSQL at 127.0.0.1:" + port + " serves", e, "see " + data);
        }
    }

    private static Path served(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static void makeDatabase(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (row.next()) {
                return;
            }
        }
        statement.execute("CREATE DATABASE " + DATABASE);
    }
}
