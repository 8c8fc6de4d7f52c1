package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Trouble;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans stops. A stop needs no evidence and no approval; it puts an end to a planned go and is tried again without limit. People's
 * stops are carried out whatever the mode; the Robot's own only where it may act at all.
 */
final class Stops {
    private Stops() {}

    static void plan(TrackRun run, Destination destination) {
        wanted(run, destination).ifPresent(stop -> plan(run, destination, stop));
    }

    private record Stop(Effect.AtDestination effect, String why) {}

    private static void plan(TrackRun run, Destination destination, Stop stop) {
        String place = destination.key().value();
        run.draft()
                .unresolvedAt(Lane.GO, place)
                .filter(go -> go.state() instanceof ActionState.Planned)
                .ifPresent(go -> run.draft().end(go, new ActionState.Superseded(stop.why, run.now())));
        Optional<Trouble> trouble = run.track()
                .destination(destination.key())
                .trouble()
                .filter(t -> t.effect().equals(stop.effect.name()));
        Instant notBefore = trouble.map(
                        t -> t.at().plus(run.picture().policy().patience().stopRetryAfter()))
                .orElse(run.now());
        run.draft().lookAgain(notBefore);
        if (run.draft().unresolvedAt(Lane.STOP, place).isEmpty() && !run.now().isBefore(notBefore)) {
            Action action = run.plan(stop.effect, "stop");
            run.draft().happened(new Happening.StopPlanned(action, stop.why));
        }
    }

    private static Optional<Stop> wanted(TrackRun run, Destination destination) {
        Optional<Candidate> candidate = run.track().candidate();
        DestinationProgress progress = run.track().destination(destination.key());
        if (candidate.isEmpty()) {
            return Optional.empty();
        }
        Effect.Halt halt = new Effect.Halt(destination.key(), candidate.get().build());
        Effect.Withdraw withdraw =
                new Effect.Withdraw(destination.key(), candidate.get().build());
        Capabilities can = destination.capabilities();
        boolean runs = runs(run, destination, progress.state());
        if (run.track().cancelled()) {
            return byPerson(progress.state(), can, runs, halt, withdraw, true, "cancelled");
        }
        if (run.track().said().stopped()) {
            return byPerson(progress.state(), can, runs, halt, withdraw, false, "paused");
        }
        return byRobot(run, destination, progress, halt, withdraw);
    }

    /** Whether a version is offered to new people, by the record or by the store's own word: a late effect is stopped again. */
    private static boolean runs(TrackRun run, Destination destination, DestinationState state) {
        boolean onRecord =
                Confirmations.motion(state).filter(m -> m == Motion.RUNNING).isPresent();
        boolean atStore = state.isOut()
                && run.lastRead(destination.key())
                        .filter(r -> !r.fetchedAt().isBefore(state.since()))
                        .map(r -> r.reading() instanceof StoreReading s
                                && s.state() instanceof StoreReading.Live live
                                && !live.stopped())
                        .orElse(false);
        return onRecord || atStore;
    }

    private static Optional<Stop> byPerson(
            DestinationState state,
            Capabilities can,
            boolean runs,
            Effect.Halt halt,
            Effect.Withdraw withdraw,
            boolean cancelled,
            String why) {
        boolean goesLive = can.goLive() == GoLive.ON_APPROVAL;
        return switch (state) {
            case DestinationState.InReview _ ->
                can.withdraws() && (cancelled || goesLive) ? Optional.of(new Stop(withdraw, why)) : Optional.empty();
            case DestinationState.Approved _ ->
                can.withdraws() && can.goLive().hasReview() && (cancelled || goesLive)
                        ? Optional.of(new Stop(withdraw, why))
                        : Optional.empty();
            case DestinationState.Exposed _ ->
                can.halts() && runs ? Optional.of(new Stop(halt, why)) : Optional.empty();
            case DestinationState.Everyone _ ->
                can.haltsAtEveryone() && runs ? Optional.of(new Stop(halt, why)) : Optional.empty();
            case DestinationState.Unsent _, DestinationState.Refused _, DestinationState.Gone _ -> Optional.empty();
        };
    }

    private static Optional<Stop> byRobot(
            TrackRun run,
            Destination destination,
            DestinationProgress progress,
            Effect.Halt halt,
            Effect.Withdraw withdraw) {
        return switch (progress.state()) {
            case DestinationState.InReview _, DestinationState.Approved _ ->
                guardsReview(run, destination)
                        ? Optional.of(new Stop(withdraw, "a guard of the first step is not met"))
                        : Optional.empty();
            case DestinationState.Exposed out ->
                wouldAdvanceUnguarded(run, destination, out)
                        ? Optional.of(new Stop(halt, "the store would raise the share by itself"))
                        : Optional.empty();
            case DestinationState.Unsent _,
                    DestinationState.Refused _,
                    DestinationState.Everyone _,
                    DestinationState.Gone _ -> Optional.empty();
        };
    }

    private static boolean guardsReview(TrackRun run, Destination destination) {
        Capabilities can = destination.capabilities();
        return can.goLive() == GoLive.ON_APPROVAL
                && can.withdraws()
                && mayAct(run, Guards.opening(run.picture().process()))
                && !notMet(run, Guards.duringReview(run, destination)).isEmpty();
    }

    private static boolean mayAct(TrackRun run, Move move) {
        return run.picture().mode(move) != Mode.OBSERVE;
    }

    /** Criteria that are red, or unknown for longer than the policy's grace: what ends something that would move by itself. */
    static List<Finding> notMet(TrackRun run, List<Finding> guard) {
        Patience patience = run.picture().policy().patience();
        return guard.stream()
                .filter(f -> !f.lets())
                .filter(f -> {
                    Instant graceEnds = f.since().plus(patience.blindGrace());
                    if (f.verdict().isUnknown()) {
                        run.draft().lookAgain(graceEnds);
                    }
                    return f.verdict() == Verdict.RED
                            || (f.verdict().isUnknown() && !run.now().isBefore(graceEnds));
                })
                .toList();
    }

    /**
     * Whether a store that advances by itself must be kept from it: its next step is near and no forward move of ours is under way.
     * What the store would do next is told by its last reading or, without one, by its own schedule.
     */
    private static boolean wouldAdvanceUnguarded(TrackRun run, Destination destination, DestinationState.Exposed out) {
        if (!(destination.capabilities().selfAdvance() instanceof Capabilities.SelfAdvance.Every every)
                || out.motion() != Motion.RUNNING
                || !mayAct(run, run.picture().process().moveFrom(out.step()))) {
            return false;
        }
        Instant next = run.lastRead(destination.key())
                .map(r -> r.reading() instanceof StoreReading store ? store.state() : new StoreReading.NotSent())
                .flatMap(s -> s instanceof StoreReading.Live live ? live.nextSelfAdvance() : Optional.empty())
                .orElse(out.since().plus(every.period()));
        Instant brake = next.minus(run.picture().policy().patience().freezeLead());
        run.draft().lookAgain(brake);
        return !run.now().isBefore(brake)
                && run.draft().unresolvedAt(Lane.GO, destination.key().value()).isEmpty();
    }

    /** A store went live by itself while its guard was not met: it is stopped as soon as that is seen, and a person takes over. */
    static void guardOpening(TrackRun run, Destination destination) {
        List<Finding> notMet = notMet(run, Guards.duringReview(run, destination));
        if (!notMet.isEmpty() && mayAct(run, Guards.opening(run.picture().process()))) {
            run.lay(new Hold.Guarded(destination.key(), run.now()));
            run.draft().happened(new Happening.Guarded(destination.key(), notMet));
        }
    }
}
