package io.signalbox.testkit.sim;

import io.signalbox.audit.Outside;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Carries calls to the simulated places: they may be refused, lose their reply, or arrive late. */
final class SimPerformer implements Performer {
    private final SimWorld world;
    private final InstantSource clock;
    private final SimFaults faults;
    private final BiConsumer<Duration, Runnable> later;

    /**
     * @param later runs something after a while
     */
    SimPerformer(SimWorld world, InstantSource clock, SimFaults faults, BiConsumer<Duration, Runnable> later) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.later = later;
    }

    @Override
    public Reply perform(Action action, Duration within) {
        Instant now = clock.instant();
        boolean forward = action.effect().lane() == Lane.GO;
        world.log(new Outside.CallBegan(
                now, action.id().subject(), place(action), action.id().number(), forward));
        Optional<Fault> fault = faults.call();
        if (fault.isEmpty()) {
            return apply(action);
        }
        return switch (fault.get()) {
            case CALL_REFUSED -> new Reply.Refused(Remedy.RETRY, "503 try again");
            case CALL_LATE -> {
                // Somewhere on the way it waits, though no longer than the caller does.
                later.accept(within.minusSeconds(1), () -> apply(action));
                yield new Reply.Silent("no reply in time");
            }
            case REPLY_LOST -> {
                apply(action);
                yield new Reply.Silent("connection reset");
            }
            case CALL_LOST -> new Reply.Silent("connection reset");
            default -> throw new IllegalStateException(fault.get() + " does not happen to a call");
        };
    }

    private static String place(Action action) {
        return action.effect().place();
    }

    private Reply apply(Action action) {
        Instant now = clock.instant();
        return switch (action.effect()) {
            case Effect.AtDestination at -> atStore(action, at, now);
            case Effect.InRepository in -> inRepository(action, in, now);
        };
    }

    private Reply atStore(Action action, Effect.AtDestination effect, Instant now) {
        TrackId track = (TrackId) action.id().subject();
        SimStore store = world.store(track, place(action));
        var before = store.reading();
        Reply reply = store.apply(effect, now);
        if (!store.reading().equals(before)) {
            applied(action, now, store.exposed(), store.reading().build());
        }
        if (effect instanceof Effect.Submit && reply instanceof Reply.Accepted) {
            store.review(now.plus(faults.reviewTime()), faults.rejection());
        }
        return reply;
    }

    private Reply inRepository(Action action, Effect.InRepository effect, Instant now) {
        Optional<Boolean> changed = SimSource.change(world, effect, now);
        if (changed.isEmpty()) {
            return new Reply.Refused(Remedy.RETRY, "the branch is there already");
        }
        if (changed.get()) {
            applied(action, now, Outside.Exposed.NOBODY, Optional.empty());
        }
        return new Reply.Accepted("done");
    }

    private void applied(Action action, Instant now, Outside.Exposed after, Optional<BuildNumber> build) {
        boolean forward = action.effect().lane() == Lane.GO;
        world.log(new Outside.Applied(
                now, action.id().subject(), place(action), action.id().number(), forward, after, build));
    }
}
