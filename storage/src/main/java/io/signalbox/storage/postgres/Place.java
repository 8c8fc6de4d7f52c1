package io.signalbox.storage.postgres;

import io.signalbox.storage.embedded.DatabaseTrouble;
import java.sql.SQLException;

/**
 * Where a database is, for messages.
 *
 * @param full as it was given; its parameters, which may hold a password, are never shown
 */
record Place(String full, String user) {
    String url() {
        return full.replaceFirst("[?].*", "");
    }

    private String name() {
        return url().replaceFirst(".*/", "");
    }

    DatabaseTrouble unreachable(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String sentence = switch (state) {
            case "28P01", "28000" ->
                "The database at %s does not let user \"%s\" in: check user and password (%s)."
                        .formatted(url(), user, reason(e));
            case "3D000" ->
                "There is no database \"%s\" at %s: create it, then start Signalbox again.".formatted(name(), url());
            default ->
                "The database at %s cannot be reached: see that it runs and that the address is right (%s)."
                        .formatted(url(), reason(e));
        };
        return new DatabaseTrouble(sentence, e);
    }

    private static String reason(SQLException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage())
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[.]$", "");
    }
}
