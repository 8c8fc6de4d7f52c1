package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.track.Trouble;
import java.time.Instant;
import java.util.Optional;

/** What an ended action makes of a track. */
final class Confirmations {
    private Confirmations() {}

    static Track confirmed(Track track, Action action, Effect.AtDestination effect, TrackPolicy process, Instant at) {
        DestinationProgress progress = track.destination(effect.destination());
        boolean frozen = Stops.isFreeze(action) && !track.said().stopped() && !track.cancelled();
        DestinationState next = next(progress.state(), effect, process, frozen ? Motion.FROZEN : Motion.HALTED, at);
        return track.with(progress.in(next).with(Optional.empty()));
    }

    private static DestinationState next(
            DestinationState before, Effect.AtDestination effect, TrackPolicy process, Motion halted, Instant at) {
        return switch (effect) {
            case Effect.Submit submit ->
                new DestinationState.InReview(
                        submit.candidate(), submit.submission().revision(), at);
            case Effect.Expose expose ->
                expose.rung() == process.ladder().size() - 1
                        ? new DestinationState.Everyone(expose.candidate(), Motion.RUNNING, at)
                        : new DestinationState.Exposed(
                                expose.candidate(), expose.rung(), expose.exposure(), Motion.RUNNING, at);
            case Effect.Resume _ -> moving(before, Motion.RUNNING, at);
            case Effect.Halt _ -> moving(before, halted, before.since());
            case Effect.Withdraw _ -> before.isOut() ? before : new DestinationState.Unsent(at);
        };
    }

    /** The same share in another motion; soak counts from {@code since}. */
    static DestinationState moving(DestinationState before, Motion motion, Instant since) {
        return switch (before) {
            case DestinationState.Exposed out ->
                new DestinationState.Exposed(out.candidate(), out.step(), out.exposure(), motion, since);
            case DestinationState.Everyone out -> new DestinationState.Everyone(out.candidate(), motion, since);
            case DestinationState.Unsent _,
                    DestinationState.InReview _,
                    DestinationState.Refused _,
                    DestinationState.Approved _,
                    DestinationState.Gone _ -> before;
        };
    }

    /** @param action as it was before it was known that it did not happen */
    static Track refused(Track track, Action action, Effect.AtDestination effect, Resolution.Refused refused) {
        DestinationProgress progress = track.destination(effect.destination());
        int tries = progress.trouble()
                .filter(t -> t.effect().equals(effect.name()))
                .map(t -> t.tries() + 1)
                .orElse(1);
        Trouble trouble = new Trouble(effect.name(), refused.remedy(), refused.text(), tries, refused.at());
        DestinationProgress now = mayHaveHeld(action)
                ? progress.in(motion(progress.state())
                        .map(motion -> moving(progress.state(), motion, refused.at()))
                        .orElse(progress.state()))
                : progress;
        return track.with(now.with(Optional.of(trouble)));
    }

    /** A halt that arrived, perhaps, and is not to be seen was undone by somebody: nobody knows for how long it held, so soak begins anew. */
    private static boolean mayHaveHeld(Action action) {
        boolean arrived =
                action.state() instanceof ActionState.Accepted || action.state() instanceof ActionState.Unknown;
        return action.effect() instanceof Effect.Halt && arrived && !Stops.isFreeze(action);
    }

    /** How a version that is out moves; empty if it is not out. */
    static Optional<Motion> motion(DestinationState state) {
        return switch (state) {
            case DestinationState.Exposed out -> Optional.of(out.motion());
            case DestinationState.Everyone out -> Optional.of(out.motion());
            case DestinationState.Unsent _,
                    DestinationState.InReview _,
                    DestinationState.Refused _,
                    DestinationState.Approved _,
                    DestinationState.Gone _ -> Optional.empty();
        };
    }

    static Optional<CommitId> candidateOf(DestinationState state) {
        return switch (state) {
            case DestinationState.InReview in -> Optional.of(in.candidate());
            case DestinationState.Refused refused -> Optional.of(refused.candidate());
            case DestinationState.Approved approved -> Optional.of(approved.candidate());
            case DestinationState.Exposed out -> Optional.of(out.candidate());
            case DestinationState.Everyone out -> Optional.of(out.candidate());
            case DestinationState.Unsent _, DestinationState.Gone _ -> Optional.empty();
        };
    }
}
