package io.signalbox.domain.picture;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of a track at one instant.
 *
 * @param policy the one that its release keeps
 * @param signals about the track and about its release
 * @param actions the track's unresolved ones, by number
 * @param siblings the platform's other versions that have not ended
 */
public record TrackPicture(
        App app,
        Policy policy,
        Track track,
        Release release,
        Switches switches,
        Signals signals,
        List<Action> actions,
        List<Sibling> siblings) {
    public TrackPicture {
        actions = List.copyOf(actions);
        siblings = List.copyOf(siblings);
    }

    /** Whether the platform is still configured. If not, nothing can be read or done for the track. */
    public boolean configured() {
        return app.find(track.id().platform()).isPresent();
    }

    /** The platform; one that is not configured any more has no destinations. */
    public Platform platform() {
        PlatformKey key = track.id().platform();
        return app.find(key)
                .orElseGet(() -> new Platform(
                        key, key.value(), release.repositories().getFirst().key(), List.of()));
    }

    public TrackPolicy process() {
        return policy.of(track.id().platform());
    }

    /** Where this track goes: one that is configured after its cycle began is for the next, one that is not any more for nobody. */
    public List<Destination> destinations() {
        return platform().destinations().stream()
                .filter(d -> track.destinations().stream().anyMatch(p -> p.key().equals(d.key())))
                .toList();
    }

    /** Where the version is on its way or out to a part of the people, though the destination is not configured any more. */
    public List<DestinationProgress> outOfReach() {
        return track.destinations().stream()
                .filter(p -> platform().destinations().stream()
                        .noneMatch(d -> d.key().equals(p.key())))
                .filter(p -> switch (p.state()) {
                    case DestinationState.InReview _, DestinationState.Approved _, DestinationState.Exposed _ -> true;
                    case DestinationState.Unsent _,
                            DestinationState.Refused _,
                            DestinationState.Everyone _,
                            DestinationState.Gone _ -> false;
                })
                .toList();
    }

    /** The track's record of each of {@link #destinations()}. */
    public List<DestinationProgress> progress() {
        return destinations().stream().map(d -> track.destination(d.key())).toList();
    }

    public Destination destination(DestinationKey key) {
        return platform().destination(key);
    }

    /** What the Robot may do with a move here. */
    public Mode mode(Move move) {
        return process()
                .move(move)
                .map(MovePolicy::mode)
                .map(m -> switches.mode(move, m))
                .orElse(Mode.OBSERVE);
    }

    public <R extends Reading> Evidence<R> look(SignalKey key, Class<R> type, Instant now) {
        return signals.look(track.id(), key, type, policy.bounds().of(key.kind()), now);
    }

    /** The repository that the platform is built from, as it concerns the release. */
    public Evidence<RepositoryReading> repository(Instant now) {
        SignalKey key =
                new SignalKey(SignalKind.REPOSITORY, platform().repository().value());
        return signals.look(
                release.id(), key, RepositoryReading.class, policy.bounds().of(SignalKind.REPOSITORY), now);
    }

    public TrackPicture with(Track now) {
        return new TrackPicture(app, policy, now, release, switches, signals, actions, siblings);
    }

    public TrackPicture withActions(List<Action> now) {
        return new TrackPicture(app, policy, track, release, switches, signals, now, siblings);
    }
}
