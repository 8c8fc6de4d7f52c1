package io.signalbox.engine.storage;

import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Track;
import java.util.List;

/** The tracks and releases of an app that have not ended, with how closely they want to be followed. */
public record Pursuit(List<Followed> tracks, List<FollowedRelease> releases, Signals repositories) {
    public Pursuit {
        tracks = List.copyOf(tracks);
        releases = List.copyOf(releases);
    }

    public record Followed(Track track, Attention attention) {}

    public record FollowedRelease(Release release, Attention attention) {}
}
