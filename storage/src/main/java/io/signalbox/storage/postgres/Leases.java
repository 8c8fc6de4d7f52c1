package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StorableText;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.storage.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looks at which subject, and when. Leases run on the database's clock. Each method is one statement or one transaction. */
final class Leases {
    private final JdbcClient db;
    private final Notices notices;

    Leases(JdbcClient db, Notices notices) {
        this.db = db;
        this.notices = notices;
    }

    List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        return db
                .sql("""
                WITH picked AS MATERIALIZED (
                    SELECT id FROM subject
                    WHERE NOT ended AND due <= :now AND (lease_until IS NULL OR lease_until <= clock_timestamp())
                    ORDER BY due, id
                    LIMIT :most
                    FOR NO KEY UPDATE SKIP LOCKED)
                UPDATE subject s SET
                    lease_owner = :replica,
                    lease_until = clock_timestamp() + :micros * interval '1 microsecond',
                    epoch = epoch + CASE WHEN lease_owner = :replica THEN 0 ELSE 1 END
                FROM picked WHERE s.id = picked.id
                RETURNING s.id, s.epoch, s.due
                """)
                .param("replica", replica)
                .param("now", Times.kept(now))
                .param("most", most)
                .param("micros", lease.toNanos() / 1000)
                .query((row, _) ->
                        new Claim(SubjectId.parse(row.getString("id")), row.getLong("epoch"), Times.read(row, "due")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Claim::due).thenComparing(Claim::subject))
                .toList();
    }

    Optional<Instant> nextDue() {
        return db.sql("""
                SELECT least(
                    (SELECT min(due) FROM subject WHERE NOT ended),
                    (SELECT min(due) FROM watch)) AS due
                """)
                .query(OffsetDateTime.class)
                .optional()
                .map(Times::read)
                .filter(due -> due.isBefore(Instant.MAX));
    }

    /** All rows in the order in which everybody locks them. */
    void sweep(Instant now) {
        db.sql("""
                WITH late AS MATERIALIZED (
                    SELECT id FROM subject WHERE NOT ended AND due > :now ORDER BY id FOR NO KEY UPDATE)
                UPDATE subject s SET due = :now FROM late WHERE s.id = late.id
                """).param("now", Times.kept(now)).update();
    }

    void park(SubjectId subject, String why, Instant lookAgainAt) {
        int parked = db.sql("""
                UPDATE subject SET parked = :why, due = :due, lease_until = NULL WHERE id = :id
                """)
                .param("id", subject.text())
                .param("why", StorableText.of(why))
                .param("due", Times.kept(lookAgainAt))
                .update();
        if (parked > 0) {
            notices.changed(subject.app());
        }
    }

    Duration oldestWait(Instant now) {
        return db.sql("SELECT min(due) AS due FROM subject WHERE NOT ended AND due <= :now")
                .param("now", Times.kept(now))
                .query(OffsetDateTime.class)
                .optional()
                .map(due -> Duration.between(Times.read(due), now))
                .orElse(Duration.ZERO);
    }

    void free() {
        db.sql(
                        "UPDATE subject SET lease_until = NULL, lease_owner = NULL, epoch = epoch + 1 WHERE lease_until IS NOT NULL")
                .update();
    }
}
