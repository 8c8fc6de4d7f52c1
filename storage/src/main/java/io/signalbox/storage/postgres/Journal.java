package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Kept;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened: only added to, one chain for each app. */
final class Journal {
    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    Journal(JdbcClient db, NamedParameterJdbcTemplate batches, Json json) {
        this.db = db;
        this.batches = batches;
        this.json = json;
    }

    private record Head(long sequence, String hash) {}

    /** Adds entries to the chain of their app, whose head stays locked until the transaction ends. */
    void add(AppKey app, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Head head = lock(app);
        long sequence = head.sequence();
        String hash = head.hash();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String text = json.write(Json.ENTRY, entry);
            sequence++;
            hash = Chain.next(hash, text);
            rows.add(new MapSqlParameterSource("app", app.value())
                    .addValue("sequence", sequence)
                    .addValue("subject", entry.subject().text())
                    .addValue("at", Times.kept(entry.at()))
                    .addValue("entry", text)
                    .addValue("hash", hash));
        }
        batches.batchUpdate("""
                INSERT INTO journal (app, sequence, subject, at, entry, hash)
                VALUES (:app, :sequence, :subject, :at, :entry, decode(:hash, 'hex'))
                """, rows.toArray(SqlParameterSource[]::new));
        db.sql("UPDATE journal_head SET sequence = :sequence, hash = decode(:hash, 'hex') WHERE app = :app")
                .param("app", app.value())
                .param("sequence", sequence)
                .param("hash", hash)
                .update();
    }

    private Head lock(AppKey app) {
        return db.sql("SELECT sequence, encode(hash, 'hex') AS hash FROM journal_head WHERE app = :app FOR UPDATE")
                .param("app", app.value())
                .query((row, _) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
    }

    /** Every app that is on record has a head. */
    void begin(AppKey app) {
        db.sql("""
                INSERT INTO journal_head (app, sequence, hash) VALUES (:app, 0, decode(:hash, 'hex'))
                ON CONFLICT DO NOTHING
                """)
                .param("app", app.value())
                .param("hash", Chain.beginning(app))
                .update();
    }

    List<Kept> of(AppKey app, long after, int most) {
        return db.sql("""
                SELECT sequence, entry FROM journal WHERE app = :app AND sequence > :after
                ORDER BY sequence LIMIT :most
                """)
                .param("app", app.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> kept(app, row.getLong("sequence"), row.getString("entry")))
                .list();
    }

    /** The newest about a subject, oldest first. */
    List<Kept> of(SubjectId subject, int most) {
        return db.sql("""
                SELECT sequence, entry FROM journal WHERE subject = :subject ORDER BY sequence DESC LIMIT :most
                """)
                .param("subject", subject.text())
                .param("most", most)
                .query((row, _) -> kept(subject.app(), row.getLong("sequence"), row.getString("entry")))
                .list()
                .reversed();
    }

    private Kept kept(AppKey app, long sequence, String entry) {
        return new Kept(sequence, json.read(Json.ENTRY, entry, "entry %d of %s".formatted(sequence, app)));
    }
}
