package io.signalbox.domain.picture;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a release at one instant.
 *
 * @param previous the release whose branch must be cut before, if Signalbox knows it
 * @param tracks the release's own
 */
public record ReleasePicture(
        App app,
        Policy policy,
        Release release,
        Switches switches,
        Signals signals,
        List<Action> actions,
        Optional<Release> previous,
        List<Track> tracks) {
    public ReleasePicture {
        actions = List.copyOf(actions);
        tracks = List.copyOf(tracks);
    }

    public Mode mode(Move move) {
        return policy.releaseMove(move)
                .map(MovePolicy::mode)
                .map(m -> switches.mode(move, m))
                .orElse(Mode.OBSERVE);
    }

    public Evidence<RepositoryReading> repository(RepositoryKey repository, Instant now) {
        SignalKey key = new SignalKey(SignalKind.REPOSITORY, repository.value());
        return signals.look(
                release.id(), key, RepositoryReading.class, policy.bounds().of(SignalKind.REPOSITORY), now);
    }

    public Evidence<MainChecksReading> mainChecks(RepositoryKey repository, Instant now) {
        SignalKey key = new SignalKey(SignalKind.MAIN_CHECKS, repository.value());
        return signals.look(
                release.id(), key, MainChecksReading.class, policy.bounds().of(SignalKind.MAIN_CHECKS), now);
    }

    public ReleasePicture with(Release now) {
        return new ReleasePicture(app, policy, now, switches, signals, actions, previous, tracks);
    }

    public ReleasePicture withActions(List<Action> now) {
        return new ReleasePicture(app, policy, release, switches, signals, now, previous, tracks);
    }
}
