package io.signalbox.engine.source;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of an app there is to ask about.
 *
 * @param signals what other sources said of the repositories: which commits there are
 */
public record Interest(App app, List<Pursued> tracks, List<Release> releases, Signals signals, Instant now) {
    public Interest {
        tracks = List.copyOf(tracks);
        releases = List.copyOf(releases);
    }

    /** A track of a configured platform that has not ended, with the policy that its release keeps. */
    public record Pursued(Track track, Policy policy) {}

    /** The tracks that ship to a destination, from when they have a branch: before, nothing of them can be there. */
    public List<Pursued> at(DestinationKey destination) {
        return tracks.stream()
                .filter(p -> p.track().stage().atLeast(Stage.BRANCHED))
                .filter(p -> app.find(p.track().id().platform()).stream()
                        .flatMap(platform -> platform.destinations().stream())
                        .anyMatch(d -> d.key().equals(destination)))
                .toList();
    }

    public Optional<Release> release(Track track) {
        return releases.stream()
                .filter(r -> r.id().equals(track.id().release()))
                .findFirst();
    }
}
