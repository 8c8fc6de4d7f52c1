package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredTypes;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a change, within a transaction that its caller opens. Whatever it needs it locks at the beginning and in one order, as
 * everybody does: subjects by their ids, then the head of the journal; so nobody ever waits in a circle.
 */
final class Committer {
    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final Json json;
    private final SubjectTable subjects;
    private final SignalTable signals;
    private final Journal journal;
    private final Notices notices;

    Committer(
            JdbcClient db,
            NamedParameterJdbcTemplate batches,
            Json json,
            SubjectTable subjects,
            SignalTable signals,
            Journal journal,
            Notices notices) {
        this.db = db;
        this.batches = batches;
        this.json = json;
        this.subjects = subjects;
        this.signals = signals;
        this.journal = journal;
        this.notices = notices;
    }

    Commit commit(Change change) {
        SubjectTable.Locked locked = lock(change);
        Optional<SubjectTable.Row> row = locked.find(change.subject());
        if (row.isEmpty()) {
            return new Commit.Conflict(change.subject() + " is not on record");
        }
        Optional<Commit> refused = refused(change, row.get(), locked);
        if (refused.isPresent()) {
            change.epoch().filter(e -> e == row.get().epoch()).ifPresent(_ -> giveUpLease(change.subject()));
            return refused.get();
        }
        AppKey app = change.subject().app();
        TreeSet<SubjectId> woken = new TreeSet<>();
        long revision = row.get().revision();
        if (change.changesAnything()) {
            revision++;
            keepActions(change);
            subjects.open(change.opened(), change.at());
            woken.addAll(locked.concerned(signals.keep(app, change.reported())));
            journal.add(app, change.journal());
            change.command().ifPresent(id -> keepCommand(change, id));
        }
        lookedAt(change, revision, row.get().wakes() != change.wakes());
        if (change.wakesApp()) {
            woken.addAll(locked.all());
        }
        woken.remove(change.subject());
        subjects.wake(woken, change.at());
        if (change.changesAnything()) {
            notices.changed(app);
        }
        return new Commit.Done(revision);
    }

    /** What was concluded on an old picture is looked at again at once, not when the lease has run out. */
    private void giveUpLease(SubjectId subject) {
        db.sql("UPDATE subject SET lease_until = NULL WHERE id = :id")
                .param("id", subject.text())
                .update();
    }

    private SubjectTable.Locked lock(Change change) {
        List<SubjectId> needed = new ArrayList<>();
        needed.add(change.subject());
        change.unchanged().forEach(e -> needed.add(e.subject()));
        List<SubjectId> about =
                change.reported().stream().map(o -> o.answer().topic().about()).toList();
        return subjects.lock(change.subject().app(), needed, about, change.wakesApp());
    }

    private Optional<Commit> refused(Change change, SubjectTable.Row row, SubjectTable.Locked locked) {
        AppKey app = change.subject().app();
        if (change.command().filter(id -> wasHandled(app, id)).isPresent()) {
            return Optional.of(new Commit.Repeated());
        }
        if (change.epoch().filter(e -> e != row.epoch()).isPresent()) {
            return Optional.of(new Commit.Fenced());
        }
        if (row.revision() != change.expectedRevision()) {
            return Optional.of(new Commit.Conflict(change.subject().text()));
        }
        return change.unchanged().stream()
                .filter(e -> locked.find(e.subject())
                        .filter(r -> r.revision() == e.revision())
                        .isEmpty())
                .findFirst()
                .map(e -> new Commit.Conflict(e.subject().text()));
    }

    boolean wasHandled(AppKey app, String command) {
        return db.sql("SELECT EXISTS (SELECT FROM command WHERE app = :app AND id = :id)")
                .param("app", app.value())
                .param("id", command)
                .query(Boolean.class)
                .single();
    }

    /** Those that end come first: they make room in their lane. */
    private void keepActions(Change change) {
        if (change.actions().isEmpty()) {
            return;
        }
        SqlParameterSource[] rows = change.actions().stream()
                .sorted(Comparator.comparing(Action::unresolved))
                .map(this::row)
                .toArray(SqlParameterSource[]::new);
        batches.batchUpdate("""
                INSERT INTO action (app, subject, number, lane, place, unresolved, body)
                VALUES (:app, :subject, :number, :lane, :place, :unresolved, :body::jsonb)
                ON CONFLICT (subject, number) DO UPDATE SET
                    lane = excluded.lane, place = excluded.place,
                    unresolved = excluded.unresolved, body = excluded.body
                """, rows);
    }

    private SqlParameterSource row(Action action) {
        SubjectId subject = action.id().subject();
        return new MapSqlParameterSource("app", subject.app().value())
                .addValue("subject", subject.text())
                .addValue("number", action.id().number())
                .addValue("lane", action.effect().lane().name())
                .addValue("place", action.effect().place())
                .addValue("unresolved", action.unresolved())
                .addValue("body", json.write(StoredTypes.ACTION, action));
    }

    private void keepCommand(Change change, String id) {
        db.sql("INSERT INTO command (app, id, subject, at) VALUES (:app, :id, :subject, :at)")
                .param("app", change.subject().app().value())
                .param("id", id)
                .param("subject", change.subject().text())
                .param("at", Times.kept(change.at()))
                .update();
    }

    /** @param woken whether it was woken since it was read */
    private void lookedAt(Change change, long revision, boolean woken) {
        Instant due = (woken || change.wakesApp()) && change.at().isBefore(change.lookAgainAt())
                ? change.at()
                : change.lookAgainAt();
        db.sql("""
                UPDATE subject SET
                    revision = :revision,
                    state = coalesce(:state::jsonb, state),
                    ended = coalesce(:ended::boolean, ended),
                    attention = coalesce(:attention::jsonb, attention),
                    every_reading = coalesce(:every::boolean, every_reading),
                    due = :due, parked = NULL, lease_until = NULL
                WHERE id = :id
                """)
                .param("id", change.subject().text())
                .param("revision", revision)
                .param("state", change.next().map(json::write).orElse(null))
                .param("ended", change.next().map(SubjectState::ended).orElse(null))
                .param("attention", change.attention().map(this::write).orElse(null))
                .param(
                        "every",
                        change.attention().map(Attention::wakeOnEveryReading).orElse(null))
                .param("due", Times.kept(due))
                .update();
    }

    private String write(Attention attention) {
        return json.write(Json.ATTENTION, attention);
    }
}
