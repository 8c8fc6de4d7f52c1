package io.signalbox.engine.storage;

import io.signalbox.domain.subject.SubjectId;
import java.util.List;

/**
 * Everything of an app that has not ended, as of one instant; the newest release that has is there too.
 *
 * @param unreadable what should be here, but cannot be understood or is seen with something that cannot
 */
public record AppSnapshot(
        Snapshot.OfTrain train,
        List<Snapshot.OfRelease> releases,
        List<Snapshot.OfTrack> tracks,
        List<Unreadable> unreadable) {
    public AppSnapshot {
        releases = List.copyOf(releases);
        tracks = List.copyOf(tracks);
        unreadable = List.copyOf(unreadable);
    }

    public record Unreadable(SubjectId subject, String why) {}
}
