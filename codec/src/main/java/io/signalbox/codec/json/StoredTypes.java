package io.signalbox.codec.json;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;
import java.util.List;

/** The kinds of the domain that are stored by themselves. */
public final class StoredTypes {
    public static final StoredType<Train> TRAIN = StoredType.of("train", Train.class);
    public static final StoredType<Release> RELEASE = StoredType.of("release", Release.class);
    public static final StoredType<Track> TRACK = StoredType.of("track", Track.class);
    public static final StoredType<Action> ACTION = StoredType.of("action", Action.class);
    public static final StoredType<Signal> SIGNAL = StoredType.of("signal", Signal.class);
    public static final StoredType<Policy> POLICY = StoredType.of("policy", Policy.class);
    public static final StoredType<Actor> ACTOR = StoredType.of("actor", Actor.class);

    private StoredTypes() {}

    public static List<StoredType<?>> all() {
        return List.of(TRAIN, RELEASE, TRACK, ACTION, SIGNAL, POLICY, ACTOR);
    }
}
