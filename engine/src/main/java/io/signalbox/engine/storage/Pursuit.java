package io.signalbox.engine.storage;

import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Track;
import java.util.List;
import java.util.stream.Stream;

/** The tracks and releases of an app that have not ended, with how closely they want to be followed. */
public record Pursuit(List<Followed> tracks, List<FollowedRelease> releases, Signals repositories) {
    public Pursuit {
        tracks = List.copyOf(tracks);
        releases = List.copyOf(releases);
    }

    public record Followed(Track track, Attention attention) {}

    public record FollowedRelease(Release release, Attention attention) {}

    public Stream<Attention> attentions() {
        return Stream.concat(
                tracks.stream().map(Followed::attention), releases.stream().map(FollowedRelease::attention));
    }

    /** Of those who are judged on what is known of a subject: itself, and the tracks of a release. */
    public Stream<Attention> followers(SubjectId about) {
        return Stream.concat(
                tracks.stream()
                        .filter(f -> f.track().id().equals(about)
                                || f.track().id().release().equals(about))
                        .map(Followed::attention),
                releases.stream().filter(f -> f.release().id().equals(about)).map(FollowedRelease::attention));
    }
}
