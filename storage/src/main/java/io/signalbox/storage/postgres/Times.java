package io.signalbox.storage.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL keeps them: in microseconds, cut and not rounded; what is never due is infinitely late. */
final class Times {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Times() {}

    static OffsetDateTime kept(Instant instant) {
        return instant.isBefore(NEVER)
                ? instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)
                : OffsetDateTime.MAX;
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        return read(row.getObject(column, OffsetDateTime.class));
    }

    static Instant read(OffsetDateTime kept) {
        return kept.equals(OffsetDateTime.MAX) ? Instant.MAX : kept.toInstant();
    }
}
