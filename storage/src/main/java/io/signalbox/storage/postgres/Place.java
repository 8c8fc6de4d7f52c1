package io.signalbox.storage.postgres;

import io.signalbox.storage.embedded.DatabaseTrouble;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

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
        return new DatabaseTrouble(sentence(e), e);
    }

    /** The same of one that was reached before. */
    String away(RuntimeException e) {
        return Fault.sql(e)
                .map(failure -> isBusy(failure) ? busy(failure) : sentence(failure))
                .orElseGet(() -> "The database at %s cannot be reached: see that it runs.".formatted(url()));
    }

    /** One that answers, but cannot do what it is asked. */
    String unable(RuntimeException e) {
        return Fault.sql(e)
                .map(failure -> "The database at %s cannot do it: %s (%s)."
                        .formatted(url(), remedy(String.valueOf(failure.getSQLState())), reason(failure)))
                .orElseGet(() -> away(e));
    }

    private static String remedy(String state) {
        return switch (state) {
            case "53100" -> "its disk is full, make room there";
            case "53300" -> "it has no connection left, allow it more or ask less of it";
            case "57014" -> "it took too long, see what keeps it busy";
            case "25006" -> "it takes no changes, name the primary and not a standby";
            default -> "see its log";
        };
    }

    /** The pool's own words for one that answers, but not in time for everybody. */
    private static boolean isBusy(SQLException e) {
        return e instanceof SQLTransientConnectionException && e.getSQLState() == null && e.getCause() == null;
    }

    private String busy(SQLException e) {
        return "The database at %s gave no connection in time: it is too slow, or too much is asked of it at once (%s)."
                .formatted(url(), reason(e));
    }

    private String sentence(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28P01", "28000" ->
                "The database at %s does not let user \"%s\" in: check user and password (%s)."
                        .formatted(url(), user, reason(e));
            case "3D000" ->
                "There is no database \"%s\" at %s: create it, then start Signalbox again.".formatted(name(), url());
            default ->
                "The database at %s cannot be reached: see that it runs and that the address is right (%s)."
                        .formatted(url(), reason(e));
        };
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
