package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of subjects. Whoever changes several locks them first, in the order of their ids. */
final class SubjectTable {
    private static final int NUMBERS_OF_A_VERSION = 6;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;

    SubjectTable(JdbcClient db, NamedParameterJdbcTemplate batches, Json json) {
        this.db = db;
        this.batches = batches;
        this.json = json;
    }

    /** What of a locked row decides whether a change may be kept, and whom a reading wakes. */
    record Row(SubjectId id, long revision, long wakes, long epoch, boolean wakeOnEveryReading) {
        private boolean concernedBy(SignalTable.Told told) {
            boolean concerns = id.equals(told.about())
                    || (id instanceof TrackId track && track.release().equals(told.about()));
            return concerns && (told.somethingNew() || wakeOnEveryReading);
        }
    }

    /** Rows that nobody else changes until the transaction ends. */
    record Locked(Map<SubjectId, Row> rows) {
        Optional<Row> find(SubjectId id) {
            return Optional.ofNullable(rows.get(id));
        }

        Set<SubjectId> all() {
            return rows.keySet();
        }

        /** Those whom it wakes. A reading about a release concerns its tracks too. */
        List<SubjectId> concerned(List<SignalTable.Told> told) {
            return rows.values().stream()
                    .filter(r -> told.stream().anyMatch(r::concernedBy))
                    .map(Row::id)
                    .toList();
        }
    }

    /**
     * Locks rows of an app.
     *
     * @param about subjects that are locked together with the tracks that are concerned by what is said about them
     * @param everyone whether all that have not ended are locked too
     */
    Locked lock(AppKey app, Collection<SubjectId> needed, Collection<SubjectId> about, boolean everyone) {
        return new Locked(db
                .sql("""
                SELECT id, revision, wakes, epoch, every_reading FROM subject
                WHERE app = :app AND (
                    id = ANY(:needed::text[]) OR id = ANY(:about::text[]) OR release = ANY(:about::text[])
                    OR (:everyone AND NOT ended))
                ORDER BY id FOR NO KEY UPDATE
                """)
                .param("app", app.value())
                .param("needed", texts(needed))
                .param("about", texts(about))
                .param("everyone", everyone)
                .query((row, _) -> new Row(
                        SubjectId.parse(row.getString("id")),
                        row.getLong("revision"),
                        row.getLong("wakes"),
                        row.getLong("epoch"),
                        row.getBoolean("every_reading")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, r -> r, (one, _) -> one, TreeMap::new)));
    }

    /** Makes locked rows due, if they are due later, and sees to it that looks that have begun do not put them off again. */
    void wake(Collection<SubjectId> locked, Instant at) {
        if (!locked.isEmpty()) {
            db.sql("""
                    UPDATE subject SET wakes = wakes + 1, due = least(due, :at) WHERE id = ANY(:ids::text[]) AND NOT ended
                    """).param("at", Times.kept(at)).param("ids", texts(locked)).update();
        }
    }

    void open(List<SubjectState> opened, Instant at) {
        if (!opened.isEmpty()) {
            insert("", opened, at);
        }
    }

    /** Does nothing if it is there. */
    boolean ensure(SubjectState state, Instant at) {
        return insert("ON CONFLICT DO NOTHING", List.of(state), at) > 0;
    }

    private int insert(String otherwise, List<SubjectState> states, Instant at) {
        SqlParameterSource[] rows = states.stream().map(s -> row(s, at)).toArray(SqlParameterSource[]::new);
        int[] inserted = batches.batchUpdate("""
                INSERT INTO subject (id, app, kind, version, platform, numbers, previous, state, ended, attention, due)
                VALUES (:id, :app, :kind, :version, :platform, :numbers::int[], :previous,
                    :state::jsonb, :ended, :attention::jsonb, :due)
                """ + otherwise, rows);
        return Arrays.stream(inserted).sum();
    }

    private SqlParameterSource row(SubjectState state, Instant at) {
        MapSqlParameterSource row = new MapSqlParameterSource("id", state.id().text())
                .addValue("app", state.id().app().value())
                .addValue("state", json.write(state))
                .addValue("ended", state.ended())
                .addValue("attention", json.write(Json.ATTENTION, Attention.NONE))
                .addValue("due", Times.kept(at))
                .addValue("version", null)
                .addValue("platform", null)
                .addValue("numbers", null)
                .addValue("previous", null);
        return switch (state.id()) {
            case TrainId _ -> row.addValue("kind", "TRAIN");
            case ReleaseId id ->
                row.addValue("kind", "RELEASE")
                        .addValue("version", id.version().text())
                        .addValue("numbers", numbers(id.version()))
                        .addValue("previous", previous(state));
            case TrackId id ->
                row.addValue("kind", "TRACK")
                        .addValue("version", id.version().text())
                        .addValue("platform", id.platform().value());
        };
    }

    private static Integer[] numbers(Version version) {
        Integer[] numbers = new Integer[NUMBERS_OF_A_VERSION];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = version.part(i);
        }
        return numbers;
    }

    private static @Nullable String previous(SubjectState state) {
        return state instanceof SubjectState.OfRelease of
                ? of.release()
                        .previous()
                        .map(v -> new ReleaseId(of.release().id().app(), v).text())
                        .orElse(null)
                : null;
    }

    private static String[] texts(Collection<SubjectId> ids) {
        return ids.stream().map(SubjectId::text).toArray(String[]::new);
    }
}
