package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.storage.UnreadableRecord;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that a journal is what was written: nothing changed, taken out, put in or cut off. Thread-safe. */
public final class JournalChain {
    private static final int PAGE = 500;

    private final JdbcClient db;
    private final Json json;

    JournalChain(JdbcClient db, Json json) {
        this.db = db;
        this.json = json;
    }

    /** What a check found. */
    public sealed interface Found {
        /** @param entries how many there are */
        record Whole(long entries) implements Found {}

        /**
         * @param sequence the first entry that is not what was written
         * @param why what is wrong with it, for people
         */
        record Broken(long sequence, String why) implements Found {}
    }

    private record Row(long sequence, String subject, String entry, String hash) {}

    private record Head(long sequence, String hash) {}

    /** The apps that have a journal, or what is left of one. */
    public List<AppKey> apps() {
        return db.sql("SELECT app FROM journal_head UNION SELECT app FROM journal ORDER BY app")
                .query((row, _) -> new AppKey(row.getString("app")))
                .list();
    }

    /** Checks an app's whole journal. Reads it in pages; entries that are added meanwhile are left for the next check. */
    public Found verify(AppKey app) {
        Optional<Head> head = head(app);
        if (head.isEmpty()) {
            return beyond(app, 0)
                    .<Found>map(first -> new Found.Broken(first, "the journal has entries but no head"))
                    .orElse(new Found.Whole(0));
        }
        long sequence = 0;
        String hash = Chain.beginning(app);
        for (List<Row> page = page(app, 0, head.get()); !page.isEmpty(); page = page(app, sequence, head.get())) {
            for (Row row : page) {
                Optional<String> wrong = wrong(row, sequence, hash);
                if (wrong.isPresent()) {
                    return new Found.Broken(sequence + 1, wrong.get());
                }
                sequence = row.sequence();
                hash = row.hash();
            }
        }
        if (sequence < head.get().sequence()) {
            return new Found.Broken(sequence + 1, "it is missing, as is everything after it");
        }
        return hash.equals(head.get().hash())
                ? new Found.Whole(sequence)
                : new Found.Broken(sequence, "the head of the chain names another hash");
    }

    private Optional<String> wrong(Row row, long before, String hash) {
        if (row.sequence() != before + 1) {
            return Optional.of("it is missing; the next one there is %d".formatted(row.sequence()));
        }
        if (!Chain.next(hash, row.entry()).equals(row.hash())) {
            return Optional.of("its text does not give its hash");
        }
        try {
            Entry entry = json.read(Json.ENTRY, row.entry(), "entry " + row.sequence());
            return entry.subject().text().equals(row.subject())
                    ? Optional.empty()
                    : Optional.of("it is filed under %s but is about %s".formatted(row.subject(), entry.subject()));
        } catch (UnreadableRecord e) {
            return Optional.of("it cannot be read: " + e.getMessage());
        }
    }

    private Optional<Head> head(AppKey app) {
        return db.sql("SELECT sequence, encode(hash, 'hex') AS hash FROM journal_head WHERE app = :app")
                .param("app", app.value())
                .query((row, _) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    private Optional<Long> beyond(AppKey app, long sequence) {
        return db.sql("SELECT min(sequence) FROM journal WHERE app = :app AND sequence > :after")
                .param("app", app.value())
                .param("after", sequence)
                .query(Long.class)
                .optional();
    }

    private List<Row> page(AppKey app, long after, Head head) {
        return db.sql("""
                SELECT sequence, subject, entry, encode(hash, 'hex') AS hash FROM journal
                WHERE app = :app AND sequence > :after AND sequence <= :last
                ORDER BY sequence LIMIT :page
                """)
                .param("app", app.value())
                .param("after", after)
                .param("last", head.sequence())
                .param("page", PAGE)
                .query((row, _) -> new Row(
                        row.getLong("sequence"),
                        row.getString("subject"),
                        row.getString("entry"),
                        row.getString("hash")))
                .list();
    }
}
