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
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
        TreeMap<SubjectId, Subject> subjects, List<Signal> signals, List<Action> actions, List<Version> versions) {

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

    Optional<Snapshot> of(SubjectId id) {
        return Optional.ofNullable(subjects.get(id)).map(this::snapshot);
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
        return tracks().filter(t -> !t.ended())
                .map(Subject::state)
                .flatMap(Excerpt::track)
                .filter(t -> t.id().platform().equals(id.platform()) && !t.id().equals(id))
                .map(t -> new Snapshot.Other(t, actions(t.id())))
                .toList();
    }

    private Stream<Subject> tracks() {
        return subjects.values().stream().filter(s -> s.state() instanceof SubjectState.OfTrack);
    }

    private static Stream<Track> track(SubjectState state) {
        return state instanceof SubjectState.OfTrack of ? Stream.of(of.track()) : Stream.empty();
    }

    private Optional<Release> release(ReleaseId id) {
        return Optional.ofNullable(subjects.get(id))
                .map(Subject::state)
                .flatMap(s -> s instanceof SubjectState.OfRelease of ? Optional.of(of.release()) : Optional.empty());
    }

    private Snapshot.TrainRow train(AppKey app) {
        Subject subject = subjects.get(new TrainId(app));
        if (subject == null || !(subject.state() instanceof SubjectState.OfTrain of)) {
            throw new IllegalStateException("app %s has no train on record".formatted(app));
        }
        return new Snapshot.TrainRow(of.train(), subject.revision());
    }

    private Signals signals(List<SubjectId> about) {
        return new Signals(
                signals.stream().filter(s -> about.contains(s.about())).toList());
    }

    private List<Action> actions(SubjectId subject) {
        return actions.stream().filter(a -> a.id().subject().equals(subject)).toList();
    }
}
