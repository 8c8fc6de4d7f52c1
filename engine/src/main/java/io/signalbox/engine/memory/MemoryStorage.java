package io.signalbox.engine.memory;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Merge;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.engine.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Storage in memory: the same contract as the database, but that nothing outlives the process. */
public final class MemoryStorage implements Storage {
    private final Ticker ticker;
    private final TreeMap<SubjectId, Row> subjects = new TreeMap<>();
    private final TreeMap<ActionId, Action> actions = new TreeMap<>();
    private final TreeMap<String, Signal> signals = new TreeMap<>();
    private final TreeMap<AppKey, TreeMap<String, Watch>> watches = new TreeMap<>();
    private final TreeMap<AppKey, List<Kept>> journals = new TreeMap<>();
    private final Set<String> commands = new HashSet<>();
    private final Map<String, Policy> policies = new TreeMap<>();

    public MemoryStorage(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public synchronized void ensureTrain(AppKey app, Instant now) {
        TrainId id = new TrainId(app);
        subjects.computeIfAbsent(id, _ -> new Row(new SubjectState.OfTrain(Train.created(id, now)), now));
    }

    @Override
    public synchronized void ensureWatches(AppKey app, List<String> sources, Instant now) {
        TreeMap<String, Watch> ofApp = watches.computeIfAbsent(app, _ -> new TreeMap<>());
        ofApp.keySet().retainAll(sources);
        sources.forEach(source -> ofApp.computeIfAbsent(source, _ -> new Watch(now)));
    }

    @Override
    public synchronized List<Claim> claim(String replica, Instant now, int most, Duration lease) {
        List<Row> due = subjects.values().stream()
                .filter(r -> r.isDue(now) && r.lease.isFree(ticker.nanos()))
                .sorted(Comparator.comparing((Row r) -> r.due).thenComparing(r -> r.state.id()))
                .limit(most)
                .toList();
        return due.stream()
                .map(row -> new Claim(row.state.id(), row.lease.take(replica, ticker.nanos(), lease), row.due))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        Stream<Instant> ofSubjects =
                subjects.values().stream().filter(r -> !r.state.ended()).map(r -> r.due);
        Stream<Instant> ofWatches =
                watches.values().stream().flatMap(w -> w.values().stream()).map(w -> w.due);
        return Stream.concat(ofSubjects, ofWatches)
                .filter(d -> d.isBefore(Instant.MAX))
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Optional<Snapshot> read(SubjectId subject) {
        return Optional.ofNullable(subjects.get(subject)).map(this::snapshot);
    }

    private Snapshot snapshot(Row row) {
        return switch (row.state) {
            case SubjectState.OfTrain of ->
                new Snapshot.OfTrain(row.header(), of.train(), versions(of.id().app()));
            case SubjectState.OfRelease of -> snapshot(row, of);
            case SubjectState.OfTrack of -> snapshot(row, of);
        };
    }

    private Snapshot.OfRelease snapshot(Row row, SubjectState.OfRelease of) {
        ReleaseId id = of.release().id();
        return new Snapshot.OfRelease(
                row.header(),
                of.release(),
                train(id.app()),
                View.signals(signals.values(), List.of(id)),
                unresolved(id),
                of.release().previous().flatMap(v -> release(new ReleaseId(id.app(), v))),
                View.tracks(subjects.values(), id));
    }

    private Snapshot.OfTrack snapshot(Row row, SubjectState.OfTrack of) {
        TrackId id = of.track().id();
        List<Snapshot.Other> others = View.others(subjects.values(), id).stream()
                .<Snapshot.Other>map(t -> new Snapshot.Other.Known(t, unresolved(t.id())))
                .toList();
        return new Snapshot.OfTrack(
                row.header(),
                of.track(),
                release(id.release()).orElseThrow(),
                train(id.app()),
                View.signals(signals.values(), List.of(id, id.release())),
                unresolved(id),
                others);
    }

    private Optional<Release> release(ReleaseId id) {
        return Optional.ofNullable(subjects.get(id))
                .map(r -> r.state)
                .flatMap(s -> s instanceof SubjectState.OfRelease of ? Optional.of(of.release()) : Optional.empty());
    }

    private Snapshot.TrainRow train(AppKey app) {
        Row row = subjects.get(new TrainId(app));
        if (row == null || !(row.state instanceof SubjectState.OfTrain of)) {
            throw new IllegalStateException("app %s has no train on record".formatted(app));
        }
        return new Snapshot.TrainRow(of.train(), row.revision);
    }

    private List<Version> versions(AppKey app) {
        return subjects.keySet().stream()
                .filter(id -> id instanceof ReleaseId r && r.app().equals(app))
                .map(id -> ((ReleaseId) id).version())
                .toList();
    }

    private List<Action> unresolved(SubjectId subject) {
        return actions.values().stream()
                .filter(a -> a.id().subject().equals(subject) && a.unresolved())
                .toList();
    }

    @Override
    public synchronized Optional<AppSnapshot> readApp(AppKey app) {
        Row row = subjects.get(new TrainId(app));
        if (row == null || !(snapshot(row) instanceof Snapshot.OfTrain train)) {
            return Optional.empty();
        }
        List<Snapshot.OfRelease> releases = new ArrayList<>();
        List<Snapshot.OfTrack> tracks = new ArrayList<>();
        for (Row each : View.newest(subjects.values(), app)) {
            switch (snapshot(each)) {
                case Snapshot.OfRelease of -> releases.add(of);
                case Snapshot.OfTrack of -> tracks.add(of);
                case Snapshot.OfTrain _ -> {}
            }
        }
        return Optional.of(new AppSnapshot(train, releases, tracks, List.of()));
    }

    @Override
    public synchronized Commit commit(Change change) {
        Row row = subjects.get(change.subject());
        if (row == null) {
            return new Commit.Conflict(change.subject() + " is not on record");
        }
        Optional<Commit> refused = refused(change, row);
        if (refused.isPresent()) {
            change.epoch().filter(e -> e == row.lease.epoch()).ifPresent(_ -> row.lease.free());
            return refused.get();
        }
        boolean woken = row.wakes != change.wakes();
        if (change.changesAnything()) {
            row.revision++;
            change.next().ifPresent(next -> row.state = next);
            change.actions().forEach(a -> actions.put(a.id(), a));
            change.opened().forEach(s -> subjects.put(s.id(), new Row(s, change.at())));
            change.reported().forEach(o -> keep(o, change.at()));
            change.journal().forEach(this::keep);
            change.command()
                    .ifPresent(id -> commands.add(command(change.subject().app(), id)));
        }
        row.lookedAt(change, woken);
        if (change.wakesApp()) {
            ofApp(change.subject().app()).forEach(r -> r.wake(change.at()));
        }
        return new Commit.Done(row.revision);
    }

    private Optional<Commit> refused(Change change, Row row) {
        if (change.command()
                .filter(id -> wasHandled(change.subject().app(), id))
                .isPresent()) {
            return Optional.of(new Commit.Repeated());
        }
        if (change.epoch().filter(e -> e != row.lease.epoch()).isPresent()) {
            return Optional.of(new Commit.Fenced());
        }
        if (row.revision != change.expectedRevision()) {
            return Optional.of(new Commit.Conflict(change.subject().text()));
        }
        for (Change.Expected expected : change.unchanged()) {
            Row other = subjects.get(expected.subject());
            if (other == null || other.revision != expected.revision()) {
                return Optional.of(new Commit.Conflict(expected.subject().text()));
            }
        }
        for (SubjectState opened : change.opened()) {
            if (subjects.containsKey(opened.id())) {
                return Optional.of(new Commit.Conflict(opened.id() + " is on record already"));
            }
        }
        return Lanes.crowded(change, actions.values()).map(Commit.Conflict::new);
    }

    private void keep(Observed observed, Instant now) {
        Topic topic = observed.answer().topic();
        String key = topic.about().text() + " " + topic.key().text();
        Optional<Signal> before = Optional.ofNullable(signals.get(key));
        Signal after = Merge.merged(before, observed);
        signals.put(key, after);
        boolean says = Merge.saysNew(before, after);
        concerned(topic.about())
                .filter(r -> says || r.attention.wakeOnEveryReading())
                .forEach(r -> r.wake(now));
    }

    /** A reading about a release concerns its tracks too. */
    private Stream<Row> concerned(SubjectId about) {
        return subjects.values().stream()
                .filter(r -> r.state.id().equals(about)
                        || (r.state.id() instanceof TrackId track
                                && track.release().equals(about)));
    }

    private void keep(Entry entry) {
        List<Kept> journal = journals.computeIfAbsent(entry.subject().app(), _ -> new ArrayList<>());
        journal.add(new Kept(journal.size() + 1L, entry));
    }

    private Stream<Row> ofApp(AppKey app) {
        return subjects.values().stream().filter(r -> r.state.id().app().equals(app));
    }

    @Override
    public synchronized boolean wasHandled(AppKey app, String commandId) {
        return commands.contains(command(app, commandId));
    }

    private static String command(AppKey app, String id) {
        return app + " " + id;
    }

    @Override
    public synchronized void sweep(Instant now) {
        subjects.values().forEach(r -> r.sooner(now));
    }

    @Override
    public synchronized void park(SubjectId subject, String why, Instant now, Instant lookAgainAt) {
        Row row = subjects.get(subject);
        if (row != null) {
            row.parked = Optional.of(why);
            row.due = lookAgainAt;
            row.lease.free();
        }
    }

    @Override
    public synchronized List<WatchClaim> claimWatches(String replica, Instant now, int most, Duration lease) {
        return watches.entrySet().stream()
                .flatMap(ofApp -> ofApp.getValue().entrySet().stream()
                        .map(e -> new Asked(ofApp.getKey(), e.getKey(), e.getValue())))
                .filter(a -> !a.watch.due.isAfter(now) && a.watch.lease.isFree(ticker.nanos()))
                .sorted(Comparator.comparing((Asked a) -> a.watch.due))
                .limit(most)
                .map(a -> {
                    a.watch.lease.take(replica, ticker.nanos(), lease);
                    return new WatchClaim(a.app, a.source, a.watch.failures, a.watch.begun());
                })
                .toList();
    }

    private record Asked(AppKey app, String source, Watch watch) {}

    @Override
    public synchronized void keepWatch(String replica, AppKey app, String source, Duration lease) {
        Optional.ofNullable(watches.getOrDefault(app, new TreeMap<>()).get(source))
                .ifPresent(w -> w.lease.keep(replica, ticker.nanos(), lease));
    }

    @Override
    public synchronized Pursuit pursuit(AppKey app) {
        List<Pursuit.Followed> tracks = new ArrayList<>();
        List<Pursuit.FollowedRelease> releases = new ArrayList<>();
        List<SubjectId> followed = new ArrayList<>();
        ofApp(app).filter(r -> !r.state.ended()).forEach(r -> {
            switch (r.state) {
                case SubjectState.OfTrack of -> tracks.add(new Pursuit.Followed(of.track(), r.attention));
                case SubjectState.OfRelease of -> {
                    releases.add(new Pursuit.FollowedRelease(of.release(), r.attention));
                    followed.add(of.id());
                }
                case SubjectState.OfTrain _ -> {}
            }
        });
        return new Pursuit(tracks, releases, View.signals(signals.values(), followed));
    }

    @Override
    public synchronized void observe(
            AppKey app, String source, List<Observed> answers, Instant now, Instant askAgainAt, int failures) {
        answers.forEach(o -> keep(o, now));
        Optional.ofNullable(watches.getOrDefault(app, new TreeMap<>()).get(source))
                .ifPresent(w -> w.asked(askAgainAt, failures));
    }

    @Override
    public synchronized void askNow(AppKey app, String source, Instant now) {
        Optional.ofNullable(watches.getOrDefault(app, new TreeMap<>()).get(source))
                .ifPresent(w -> w.askNow(now));
    }

    @Override
    public synchronized void keepPolicy(Policy policy) {
        policies.put(policy.hash(), policy);
    }

    @Override
    public synchronized Optional<Policy> policy(String hash) {
        return Optional.ofNullable(policies.get(hash));
    }

    @Override
    public synchronized List<Kept> journal(AppKey app, long after, int most) {
        return journals.getOrDefault(app, List.of()).stream()
                .skip(after)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Kept> journalOf(SubjectId subject, int most) {
        List<Kept> about = journals.getOrDefault(subject.app(), List.of()).stream()
                .filter(k -> k.entry().subject().equals(subject))
                .toList();
        return about.subList(Math.max(0, about.size() - most), about.size());
    }

    @Override
    public synchronized Duration oldestWait(Instant now) {
        return subjects.values().stream()
                .filter(r -> r.isDue(now))
                .map(r -> Duration.between(r.due, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** A subject as kept. */
    static final class Row {
        SubjectState state;
        long revision;
        long wakes;
        Instant due;
        Attention attention = Attention.NONE;
        Optional<String> parked = Optional.empty();
        final Lease lease = new Lease();

        Row(SubjectState state, Instant due) {
            this.state = state;
            this.due = due;
        }

        boolean isDue(Instant now) {
            return !state.ended() && !due.isAfter(now);
        }

        Snapshot.Row header() {
            return new Snapshot.Row(state.id(), revision, wakes, lease.epoch(), attention, parked);
        }

        void wake(Instant at) {
            wakes++;
            sooner(at);
        }

        void sooner(Instant at) {
            due = at.isBefore(due) ? at : due;
        }

        /** @param woken whether it was woken since it was read */
        void lookedAt(Change change, boolean woken) {
            due = change.lookAgainAt();
            if (woken) {
                sooner(change.at());
            }
            change.attention().ifPresent(now -> attention = now);
            parked = Optional.empty();
            lease.free();
        }
    }
}
