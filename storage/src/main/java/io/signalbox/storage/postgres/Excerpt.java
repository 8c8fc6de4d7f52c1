package io.signalbox.storage.postgres;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.engine.storage.UnreadableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of one instant, put together to snapshots.
 *
 * @param subjects those asked for and those that they are seen with
 * @param signals by subject and key
 * @param actions the unresolved ones, by id
 * @param versions of every release that ever was, where they were asked for
 */
record Excerpt(
        TreeMap<SubjectId, Subject> subjects,
        List<Signal> signals,
        List<Action> actions,
        List<Version> versions,
        Spoiled spoiled) {

    static Excerpt empty() {
        return new Excerpt(
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new Spoiled(new TreeMap<>(), new TreeMap<>(), new ArrayList<>()));
    }

    /**
     * What of the rows cannot be understood.
     *
     * @param actions by the subjects whose they are
     */
    record Spoiled(
            TreeMap<SubjectId, State> subjects,
            TreeMap<SubjectId, UnreadableRecord> actions,
            List<Signals.Unreadable> signals) {
        record State(boolean ended, UnreadableRecord why) {}
    }

    record Subject(
            SubjectState state,
            boolean ended,
            long revision,
            long wakes,
            long epoch,
            Attention attention,
            Optional<String> parked) {
        Snapshot.Row header() {
            return new Snapshot.Row(state.id(), revision, wakes, epoch, attention, parked);
        }
    }

    /** @throws UnreadableRecord if the subject, or another one that its decision needs, cannot be understood */
    Optional<Snapshot> of(SubjectId id) {
        return needed(id).map(this::snapshot);
    }

    /** Those that cannot be understood too. */
    Set<SubjectId> all() {
        return Stream.concat(subjects.keySet().stream(), spoiled.subjects().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Subject> needed(SubjectId id) {
        Spoiled.State spoilt = spoiled.subjects().get(id);
        if (spoilt != null) {
            throw spoilt.why();
        }
        return Optional.ofNullable(subjects.get(id));
    }

    private Snapshot snapshot(Subject subject) {
        return switch (subject.state()) {
            case SubjectState.OfTrain of -> new Snapshot.OfTrain(subject.header(), of.train(), versions);
            case SubjectState.OfRelease of -> release(subject, of.release());
            case SubjectState.OfTrack of -> track(subject, of.track());
        };
    }

    private Snapshot.OfRelease release(Subject subject, Release release) {
        ReleaseId id = release.id();
        spoiled.subjects().keySet().stream()
                .filter(s -> s instanceof TrackId track && track.release().equals(id))
                .forEach(this::needed);
        return new Snapshot.OfRelease(
                subject.header(),
                release,
                train(id.app()),
                signals(List.of(id)),
                actions(id),
                release.previous().flatMap(v -> release(new ReleaseId(id.app(), v))),
                tracks().map(Subject::state)
                        .flatMap(Excerpt::track)
                        .filter(t -> t.id().release().equals(id))
                        .toList());
    }

    private Snapshot.OfTrack track(Subject subject, Track track) {
        TrackId id = track.id();
        return new Snapshot.OfTrack(
                subject.header(),
                track,
                release(id.release())
                        .orElseThrow(() -> new IllegalStateException("%s has no release on record".formatted(id))),
                train(id.app()),
                signals(List.of(id, id.release())),
                actions(id),
                others(id));
    }

    private List<Snapshot.Other> others(TrackId id) {
        Stream<Snapshot.Other> known = tracks().filter(t -> !t.ended())
                .map(Subject::state)
                .flatMap(Excerpt::track)
                .filter(t -> isOther(t.id(), id))
                .map(this::other);
        Stream<Snapshot.Other> unreadable = spoiled.subjects().entrySet().stream()
                .filter(s -> s.getKey() instanceof TrackId track
                        && isOther(track, id)
                        && !s.getValue().ended())
                .map(s -> new Snapshot.Other.Unreadable((TrackId) s.getKey()));
        return Stream.concat(known, unreadable).toList();
    }

    private Snapshot.Other other(Track track) {
        return spoiled.actions().containsKey(track.id())
                ? new Snapshot.Other.Unreadable(track.id())
                : new Snapshot.Other.Known(track, actions(track.id()));
    }

    private static boolean isOther(TrackId other, TrackId id) {
        return other.platform().equals(id.platform()) && !other.equals(id);
    }

    private Stream<Subject> tracks() {
        return subjects.values().stream().filter(s -> s.state() instanceof SubjectState.OfTrack);
    }

    private static Stream<Track> track(SubjectState state) {
        return state instanceof SubjectState.OfTrack of ? Stream.of(of.track()) : Stream.empty();
    }

    private Optional<Release> release(ReleaseId id) {
        return needed(id)
                .map(Subject::state)
                .flatMap(s -> s instanceof SubjectState.OfRelease of ? Optional.of(of.release()) : Optional.empty());
    }

    private Snapshot.TrainRow train(AppKey app) {
        Optional<Subject> subject = needed(new TrainId(app));
        if (subject.isEmpty() || !(subject.get().state() instanceof SubjectState.OfTrain of)) {
            throw new IllegalStateException("app %s has no train on record".formatted(app));
        }
        return new Snapshot.TrainRow(of.train(), subject.get().revision());
    }

    private Signals signals(List<SubjectId> about) {
        return new Signals(
                signals.stream().filter(s -> about.contains(s.about())).toList(),
                spoiled.signals().stream()
                        .filter(s -> about.contains(s.about()))
                        .toList());
    }

    private List<Action> actions(SubjectId subject) {
        UnreadableRecord spoilt = spoiled.actions().get(subject);
        if (spoilt != null) {
            throw spoilt;
        }
        return actions.stream().filter(a -> a.id().subject().equals(subject)).toList();
    }
}
