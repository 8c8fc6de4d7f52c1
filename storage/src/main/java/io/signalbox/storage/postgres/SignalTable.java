package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredTypes;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Merge;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.UnreadableRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest reading of each signal. Whoever writes here has locked the subjects that the signals are about. */
final class SignalTable {
    private static final Logger LOG = LoggerFactory.getLogger(SignalTable.class);
    private static final Comparator<Topic> ORDER =
            Comparator.comparing(Topic::about).thenComparing(Topic::key);

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    SignalTable(JdbcClient db, NamedParameterJdbcTemplate batches, Json json) {
        this.db = db;
        this.batches = batches;
        this.json = json;
    }

    /** What a subject has been told. */
    record Told(SubjectId about, boolean somethingNew) {}

    /** Merges answers into what is kept, in their order; each says whom it tells what. */
    List<Told> keep(AppKey app, List<Observed> answers) {
        if (answers.isEmpty()) {
            return List.of();
        }
        Map<Topic, Signal> signals = before(answers);
        List<Told> told = answers.stream().map(answer -> merge(signals, answer)).toList();
        SqlParameterSource[] rows =
                signals.values().stream().map(signal -> row(app, signal)).toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                INSERT INTO signal (app, about, key, body) VALUES (:app, :about, :key, :body::jsonb)
                ON CONFLICT (about, key) DO UPDATE SET body = excluded.body
                """, rows);
        return told;
    }

    private static Told merge(Map<Topic, Signal> signals, Observed answer) {
        Topic topic = answer.answer().topic();
        Optional<Signal> before = Optional.ofNullable(signals.get(topic));
        Signal after = Merge.merged(before, answer);
        signals.put(topic, after);
        return new Told(topic.about(), Merge.saysNew(before, after));
    }

    private Map<Topic, Signal> before(List<Observed> answers) {
        TreeSet<Topic> topics = new TreeSet<>(ORDER);
        answers.forEach(a -> topics.add(a.answer().topic()));
        Map<Topic, Signal> before = new TreeMap<>(ORDER);
        db.sql("""
                SELECT s.body::text FROM signal s
                JOIN unnest(:about::text[], :keys::text[]) AS wanted (about, key) USING (about, key)
                """)
                .param("about", topics.stream().map(t -> t.about().text()).toArray(String[]::new))
                .param("keys", topics.stream().map(t -> t.key().text()).toArray(String[]::new))
                .query((row, _) -> readable(row.getString(1)))
                .list()
                .forEach(kept -> kept.ifPresent(s -> before.put(new Topic(s.about(), s.key()), s)));
        return before;
    }

    /** What cannot be read any more is as good as never said: the new answer takes its place. */
    private Optional<Signal> readable(String body) {
        try {
            return Optional.of(json.signal(body, "a signal"));
        } catch (UnreadableRecord e) {
            LOG.warn("A signal is replaced that cannot be read any more.", e);
            return Optional.empty();
        }
    }

    private SqlParameterSource row(AppKey app, Signal signal) {
        SignalKey key = signal.key();
        return new MapSqlParameterSource("app", app.value())
                .addValue("about", signal.about().text())
                .addValue("key", key.text())
                .addValue("body", json.write(StoredTypes.SIGNAL, signal));
    }
}
