package io.signalbox.testkit.sim;

import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.history.Outside;
import io.signalbox.testkit.history.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Watches what becomes of a day once nothing goes wrong any more. */
final class Calm {
    /** Every subject is looked at within this time of being due. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(60);

    /** What was leased, doubted or slow when it healed needs this long. */
    private static final Duration SETTLES = Duration.ofMinutes(5);

    /** At its end a day has been quiet for this long. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final Storage storage;
    private final SimWorld world;
    private final Instant watched;
    private final Instant end;
    private Duration longestWait = Duration.ZERO;
    private Instant longestWaitAt = Instant.EPOCH;

    Calm(Storage storage, SimWorld world, Instant healed, Instant end) {
        this.storage = storage;
        this.world = world;
        this.watched = healed.plus(SETTLES);
        this.end = end;
    }

    void look(Instant now) {
        if (now.isAfter(watched)) {
            Duration wait = storage.oldestWait(now);
            if (wait.compareTo(longestWait) > 0) {
                longestWait = wait;
                longestWaitAt = now;
            }
        }
    }

    /** What was late, what did not arrive, and what did not stop moving. */
    List<Violation> broken() {
        List<Violation> broken = new ArrayList<>();
        if (longestWait.compareTo(LOOKED_AT) > 0) {
            broken.add(
                    new Violation("L3", longestWaitAt, "a subject waited %s to be looked at".formatted(longestWait)));
        }
        world.log().stream()
                .filter(o -> o instanceof Outside.CallBegan && o.at().isAfter(end.minus(QUIET)))
                .forEach(o -> broken.add(new Violation("L6", o.at(), "still calls: " + o)));
        storage.readApp(SimPlan.APP.key())
                .ifPresent(app -> app.tracks().stream()
                        .map(Snapshot.OfTrack::track)
                        .filter(t -> !arrived(t))
                        .forEach(t -> broken.add(new Violation("L6", end, told(t)))));
        return broken;
    }

    private static boolean arrived(Track track) {
        boolean everywhere = track.destinations().stream()
                .allMatch(d -> d.state() instanceof DestinationState.Everyone out && out.motion() == Motion.RUNNING);
        return everywhere || track.course().ended() || blocked(track);
    }

    /** Where a person decided that this candidate goes no further, it does not. */
    private static boolean blocked(Track track) {
        return track.said().questions().stream()
                .flatMap(q -> q.answer().stream())
                .anyMatch(a -> a.choice() == Question.Choice.BLOCK);
    }

    private static String told(Track track) {
        return "%s did not arrive: %s, %s, under %s"
                .formatted(
                        track.id(),
                        track.stage(),
                        track.destinations(),
                        track.said().holds());
    }
}
