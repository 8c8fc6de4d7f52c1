package io.signalbox.engine.storage;

import java.util.List;

/** Everything of an app that has not ended, as of one instant; the newest release that has is there too. */
public record AppSnapshot(Snapshot.OfTrain train, List<Snapshot.OfRelease> releases, List<Snapshot.OfTrack> tracks) {
    public AppSnapshot {
        releases = List.copyOf(releases);
        tracks = List.copyOf(tracks);
    }
}
