package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which source is asked when. */
final class Watches {
    private static final Comparator<Claimed> LONGEST_DUE_FIRST = Comparator.comparing(Claimed::due)
            .thenComparing(c -> c.claim().app())
            .thenComparing(c -> c.claim().source());

    private final JdbcClient db;

    private record Claimed(WatchClaim claim, Instant due) {}

    Watches(JdbcClient db) {
        this.db = db;
    }

    /** To be called in a transaction. */
    void ensure(AppKey app, List<String> sources, Instant now) {
        String[] wanted = sources.stream().sorted().toArray(String[]::new);
        db.sql("DELETE FROM watch WHERE app = :app AND source <> ALL(:sources::text[])")
                .param("app", app.value())
                .param("sources", wanted)
                .update();
        db.sql("""
                INSERT INTO watch (app, source, due) SELECT :app, source, :now FROM unnest(:sources::text[]) source
                ON CONFLICT DO NOTHING
                """)
                .param("app", app.value())
                .param("now", Times.kept(now))
                .param("sources", wanted)
                .update();
    }

    List<WatchClaim> claim(String replica, Instant now, int most, Duration lease) {
        return db
                .sql("""
                WITH picked AS MATERIALIZED (
                    SELECT app, source FROM watch
                    WHERE due <= :now AND (lease_until IS NULL OR lease_until <= clock_timestamp())
                    ORDER BY due, app, source
                    LIMIT :most
                    FOR NO KEY UPDATE SKIP LOCKED)
                UPDATE watch w SET
                    lease_owner = :replica,
                    lease_until = clock_timestamp() + :micros * interval '1 microsecond',
                    owed = owed OR wanted,
                    wanted = false
                FROM picked WHERE w.app = picked.app AND w.source = picked.source
                RETURNING w.app, w.source, w.failures, w.due, w.owed
                """)
                .param("replica", replica)
                .param("now", Times.kept(now))
                .param("most", most)
                .param("micros", lease.toNanos() / 1000)
                .query((row, _) -> new Claimed(
                        new WatchClaim(
                                new AppKey(row.getString("app")),
                                row.getString("source"),
                                row.getInt("failures"),
                                row.getBoolean("owed")),
                        Times.read(row, "due")))
                .list()
                .stream()
                .sorted(LONGEST_DUE_FIRST)
                .map(Claimed::claim)
                .toList();
    }

    void keep(String replica, AppKey app, String source, Duration lease) {
        db.sql("""
                UPDATE watch SET lease_until = clock_timestamp() + :micros * interval '1 microsecond'
                WHERE app = :app AND source = :source AND lease_owner = :replica AND lease_until IS NOT NULL
                """)
                .param("micros", lease.toNanos() / 1000)
                .param("app", app.value())
                .param("source", source)
                .param("replica", replica)
                .update();
    }

    void asked(AppKey app, String source, Instant askAgainAt, int failures) {
        db.sql("""
                UPDATE watch SET
                    due = CASE WHEN wanted THEN least(due, :due::timestamptz) ELSE :due::timestamptz END,
                    failures = :failures,
                    owed = false,
                    lease_until = NULL
                WHERE app = :app AND source = :source
                """)
                .param("app", app.value())
                .param("source", source)
                .param("due", Times.kept(askAgainAt))
                .param("failures", failures)
                .update();
    }

    void askNow(AppKey app, String source, Instant now) {
        db.sql("UPDATE watch SET due = :now, wanted = true WHERE app = :app AND source = :source")
                .param("app", app.value())
                .param("source", source)
                .param("now", Times.kept(now))
                .update();
    }

    void free() {
        db.sql("UPDATE watch SET lease_until = NULL, lease_owner = NULL WHERE lease_until IS NOT NULL")
                .update();
    }
}
