package io.signalbox.storage.postgres;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads snapshots. Each is one statement, and so of one instant: rows of several tables, told apart by {@code what}. */
final class Reader {
    private static final String SUBJECT = """
            SELECT 'subject' AS what, id, state::text AS body, ended, revision, wakes, epoch, attention::text, parked
            FROM subject""";
    private static final String SIGNAL = """
            SELECT 'signal', about || ' ' || key, body::text, false, 0, 0, 0, NULL, NULL FROM signal""";
    private static final String ACTION = """
            SELECT 'action', subject || '#' || number, body::text, false, 0, 0, 0, NULL, NULL FROM action""";
    private static final String VERSION = """
            SELECT 'version', id, version, false, 0, 0, 0, NULL, NULL FROM subject WHERE app = :app AND kind = 'RELEASE'""";

    private static final String TRAIN = """
            %s WHERE id = :id
            UNION ALL %s""".formatted(SUBJECT, VERSION);

    private static final String RELEASE = """
            %s WHERE id IN (:id, :app) OR release = :id OR id = (SELECT previous FROM subject WHERE id = :id)
            UNION ALL %s WHERE about = :id
            UNION ALL %s WHERE subject = :id AND unresolved""".formatted(SUBJECT, SIGNAL, ACTION);

    private static final String TRACK = """
            %s WHERE id IN (:id, :release, :app) OR (app = :app AND platform = :platform AND NOT ended)
            UNION ALL %s WHERE about IN (:id, :release)
            UNION ALL %s WHERE app = :app AND unresolved AND subject IN (
                SELECT id FROM subject WHERE app = :app AND platform = :platform)
            """.formatted(SUBJECT, SIGNAL, ACTION);

    /** The releases that have not ended and the newest that has, with what each is seen with. */
    private static final String WITH_SHOWN = """
            WITH shown AS (
                SELECT id, previous FROM subject WHERE app = :app AND kind = 'RELEASE' AND NOT ended
                UNION ALL (
                    SELECT id, previous FROM subject WHERE app = :app AND kind = 'RELEASE' AND ended
                    ORDER BY numbers DESC, version DESC LIMIT 1))
            """;

    private static final String APP = WITH_SHOWN + """
            %s WHERE app = :app AND (
                kind = 'TRAIN'
                OR id IN (SELECT id FROM shown)
                OR id IN (SELECT previous FROM shown)
                OR release IN (SELECT id FROM shown)
                OR (kind = 'TRACK' AND NOT ended))
            UNION ALL %s WHERE app = :app AND (
                about IN (SELECT id FROM shown)
                OR about IN (SELECT id FROM subject WHERE release IN (SELECT id FROM shown)))
            UNION ALL %s WHERE app = :app AND unresolved
            UNION ALL %s
            UNION ALL SELECT 'shown', id, '', false, 0, 0, 0, NULL, NULL FROM shown""".formatted(SUBJECT, SIGNAL, ACTION, VERSION);

    private static final String PURSUIT = """
            %s WHERE app = :app AND kind <> 'TRAIN' AND NOT ended
            UNION ALL %s WHERE app = :app AND about IN (
                SELECT id FROM subject WHERE app = :app AND kind = 'RELEASE' AND NOT ended)
            """.formatted(SUBJECT, SIGNAL);

    private final JdbcClient db;
    private final Json json;

    Reader(JdbcClient db, Json json) {
        this.db = db;
        this.json = json;
    }

    Optional<Snapshot> read(SubjectId subject) {
        String app = subject.app().value();
        JdbcClient.StatementSpec query = switch (subject) {
            case TrainId _ -> db.sql(TRAIN);
            case ReleaseId _ -> db.sql(RELEASE);
            case TrackId id ->
                db.sql(TRACK)
                        .param("release", id.release().text())
                        .param("platform", id.platform().value());
        };
        return excerpt(query.param("id", subject.text()).param("app", app)).of(subject);
    }

    Optional<AppSnapshot> readApp(AppKey app) {
        List<ReleaseId> shown = new ArrayList<>();
        Excerpt excerpt = excerpt(db.sql(APP).param("app", app.value()), shown);
        if (!(excerpt.of(new TrainId(app)).orElse(null) instanceof Snapshot.OfTrain train)) {
            return Optional.empty();
        }
        List<Snapshot.OfRelease> releases = new ArrayList<>();
        List<Snapshot.OfTrack> tracks = new ArrayList<>();
        List<AppSnapshot.Unreadable> unreadable = new ArrayList<>();
        for (SubjectId id : excerpt.all()) {
            boolean wanted = switch (id) {
                case TrainId _ -> false;
                case ReleaseId release -> shown.contains(release);
                case TrackId track -> shown.contains(track.release());
            };
            if (!wanted) {
                continue;
            }
            try {
                switch (excerpt.of(id).orElseThrow()) {
                    case Snapshot.OfRelease of -> releases.add(of);
                    case Snapshot.OfTrack of -> tracks.add(of);
                    case Snapshot.OfTrain _ -> {}
                }
            } catch (UnreadableRecord e) {
                unreadable.add(new AppSnapshot.Unreadable(id, String.valueOf(e.getMessage())));
            }
        }
        return Optional.of(new AppSnapshot(train, releases, tracks, unreadable));
    }

    Pursuit pursuit(AppKey app) {
        Excerpt excerpt = excerpt(db.sql(PURSUIT).param("app", app.value()));
        List<Pursuit.Followed> tracks = new ArrayList<>();
        List<Pursuit.FollowedRelease> releases = new ArrayList<>();
        excerpt.subjects().values().forEach(s -> {
            switch (s.state()) {
                case SubjectState.OfTrack of -> tracks.add(new Pursuit.Followed(of.track(), s.attention()));
                case SubjectState.OfRelease of ->
                    releases.add(new Pursuit.FollowedRelease(of.release(), s.attention()));
                case SubjectState.OfTrain _ -> {}
            }
        });
        return new Pursuit(
                tracks,
                releases,
                new Signals(excerpt.signals(), excerpt.spoiled().signals()));
    }

    private Excerpt excerpt(JdbcClient.StatementSpec query) {
        return excerpt(query, new ArrayList<>());
    }

    /** @param shown where releases are put that the query marks as asked for */
    private Excerpt excerpt(JdbcClient.StatementSpec query, List<ReleaseId> shown) {
        Excerpt excerpt = Excerpt.empty();
        query.query(row -> {
            try {
                keep(row, excerpt, shown);
            } catch (UnreadableRecord e) {
                setAside(row, excerpt.spoiled(), e);
            }
        });
        excerpt.signals().sort(Comparator.comparing(Signal::about).thenComparing(Signal::key));
        excerpt.actions().sort(Comparator.comparing(Action::id));
        excerpt.versions().sort(Comparator.comparing(Version::text));
        return excerpt;
    }

    private void keep(ResultSet row, Excerpt excerpt, List<ReleaseId> shown) throws SQLException {
        String id = row.getString("id");
        String body = row.getString("body");
        switch (row.getString("what")) {
            case "subject" -> excerpt.subjects().put(SubjectId.parse(id), subject(row, SubjectId.parse(id), body));
            case "signal" -> excerpt.signals().add(json.signal(body, "signal " + id));
            case "action" -> excerpt.actions().add(json.action(body, "action " + id));
            case "version" -> excerpt.versions().add(new Version(body));
            case "shown" -> shown.add((ReleaseId) SubjectId.parse(id));
            default -> throw new IllegalStateException("a row of " + row.getString("what"));
        }
    }

    /** Whoever needs it hears of it; the others go on. */
    private static void setAside(ResultSet row, Excerpt.Spoiled spoiled, UnreadableRecord why) throws SQLException {
        String id = row.getString("id");
        switch (row.getString("what")) {
            case "subject" ->
                spoiled.subjects().put(SubjectId.parse(id), new Excerpt.Spoiled.State(row.getBoolean("ended"), why));
            case "action" -> spoiled.actions().put(SubjectId.parse(id.substring(0, id.indexOf('#'))), why);
            case "signal" -> {
                String[] parts = id.split(" ", 2);
                SubjectId about = SubjectId.parse(parts[0]);
                // A key that is not known is of no criterion.
                SignalKey.parse(parts[1])
                        .ifPresent(key -> spoiled.signals()
                                .add(new Signals.Unreadable(about, key, String.valueOf(why.getMessage()))));
            }
            default -> throw why;
        }
    }

    private Excerpt.Subject subject(ResultSet row, SubjectId id, String body) throws SQLException {
        return new Excerpt.Subject(
                json.state(id, body),
                row.getBoolean("ended"),
                row.getLong("revision"),
                row.getLong("wakes"),
                row.getLong("epoch"),
                json.attention(id, row.getString("attention")),
                Optional.ofNullable(row.getString("parked")));
    }
}
