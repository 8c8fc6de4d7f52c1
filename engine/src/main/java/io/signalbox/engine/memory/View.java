package io.signalbox.engine.memory;

import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.storage.SubjectState;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Selections of what is kept. */
final class View {
    private View() {}

    static Signals signals(Collection<Signal> all, List<? extends SubjectId> about) {
        return new Signals(all.stream().filter(s -> about.contains(s.about())).toList());
    }

    static List<Track> tracks(Collection<MemoryStorage.Row> rows, ReleaseId release) {
        return tracks(rows).filter(t -> t.id().release().equals(release)).toList();
    }

    /** The other versions of a track's platform that have not ended. */
    static List<Track> others(Collection<MemoryStorage.Row> rows, TrackId track) {
        return tracks(rows)
                .filter(t ->
                        t.id().app().equals(track.app()) && t.id().platform().equals(track.platform()))
                .filter(t -> !t.id().equals(track) && t.course().closedAt().isEmpty())
                .toList();
    }

    private static Stream<Track> tracks(Collection<MemoryStorage.Row> rows) {
        return rows.stream()
                .map(r -> r.state)
                .filter(s -> s instanceof SubjectState.OfTrack)
                .map(s -> ((SubjectState.OfTrack) s).track());
    }

    /** The releases of an app that have not ended, and the newest that has, each with its tracks. */
    static List<MemoryStorage.Row> newest(Collection<MemoryStorage.Row> rows, AppKey app) {
        Optional<Version> newestEnded = rows.stream()
                .filter(r -> r.state.ended()
                        && r.state.id() instanceof ReleaseId id
                        && id.app().equals(app))
                .map(r -> ((ReleaseId) r.state.id()).version())
                .max(Comparator.naturalOrder());
        List<Version> shown = rows.stream()
                .filter(r -> r.state.id() instanceof ReleaseId id && id.app().equals(app) && !r.state.ended())
                .map(r -> ((ReleaseId) r.state.id()).version())
                .toList();
        return rows.stream()
                .filter(r -> r.state.id().app().equals(app))
                .filter(r -> version(r.state.id())
                        .filter(v -> shown.contains(v)
                                || newestEnded.filter(v::equals).isPresent())
                        .isPresent())
                .toList();
    }

    private static Optional<Version> version(SubjectId id) {
        return switch (id) {
            case ReleaseId release -> Optional.of(release.version());
            case TrackId track -> Optional.of(track.version());
            case SubjectId.TrainId _ -> Optional.empty();
        };
    }
}
