package io.signalbox.domain.decision;

import io.signalbox.domain.release.Release;
import io.signalbox.domain.track.Track;
import java.util.List;

/** The subjects that a train opens with a new cycle. */
public record Opening(Release release, List<Track> tracks) {
    public Opening {
        tracks = List.copyOf(tracks);
    }
}
