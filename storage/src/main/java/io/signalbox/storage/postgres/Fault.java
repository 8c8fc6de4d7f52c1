package io.signalbox.storage.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** What kind of failure a database call met. */
enum Fault {
    /** A row of that name is there already: a constraint said no, and nothing was kept. */
    TAKEN,
    /** Somebody else was at the same rows; nothing was kept. */
    CONTENDED,
    /** The connection broke: what was under way may or may not have been kept. */
    LOST,
    /** The database could not do it just now, for want of room, memory, time or a writable copy; nothing was kept. */
    UNABLE,
    OTHER;

    static Fault of(Throwable failure) {
        // The pool had no connection to give, for whatever reason the driver told it.
        if (first(failure, SQLTransientConnectionException.class).isPresent()) {
            return LOST;
        }
        return sql(failure).map(SQLException::getSQLState).map(Fault::ofState).orElse(OTHER);
    }

    /** What the driver or the pool said. */
    static Optional<SQLException> sql(Throwable failure) {
        return first(failure, SQLException.class);
    }

    private static Fault ofState(String state) {
        return switch (state) {
            case "23505" -> TAKEN;
            // Serialisation failure, deadlock, lock not available in time.
            case "40001", "40P01", "55P03" -> CONTENDED;
            // Completion unknown; the server was shut down, crashed, or cannot take connections yet.
            case "40003", "57P01", "57P02", "57P03" -> LOST;
            // Ended for taking too long; read-only, as a standby is.
            case "57014", "25006" -> UNABLE;
            default -> ofClass(state.substring(0, Math.min(2, state.length())));
        };
    }

    private static Fault ofClass(String kind) {
        return switch (kind) {
            case "08" -> LOST;
            // Disk or memory is full, too many connections; errors of the system below.
            case "53", "58" -> UNABLE;
            default -> OTHER;
        };
    }

    /** The constraint that said no. */
    static Optional<String> constraint(Throwable failure) {
        return first(failure, PSQLException.class)
                .flatMap(e -> Optional.ofNullable(e.getServerErrorMessage()))
                .flatMap(m -> Optional.ofNullable(m.getConstraint()));
    }

    private static <E extends SQLException> Optional<E> first(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
