package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Exposure;
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
import io.signalbox.domain.track.Trouble;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans stops. A stop needs no evidence and no approval; it puts an end to a planned go and is tried again without limit. People's
 * stops are carried out whatever the mode; the Robot's own only where it may act at all.
 */
final class Stops {
    /** Because people said so, by a hold or by cancelling. */
    private static final String HOLD = "hold";

    /** Because a guard failed while a review was running that ends in going live. */
    private static final String GUARD = "guard";

    /** Because a store would raise the share by itself; the Robot's next forward move sets it going again. */
    private static final String FREEZE = "freeze";

    private Stops() {}

    static void plan(TrackRun run, Destination destination) {
        wanted(run, destination).ifPresent(stop -> plan(run, destination, stop));
    }

    /** @param decision which of the three */
    private record Stop(Effect.AtDestination effect, String decision, String why) {}

    /** Whether a halt kept a store from advancing, rather than the version from people. */
    static boolean isFreeze(Action action) {
        return action.decision().equals(FREEZE);
    }

    /** A stop that was not sent yet is let go when what called for it is gone: a pause that was lifted, a guard that is met again. */
    static void reconsider(TrackRun run, Destination destination) {
        run.draft()
                .unresolvedAt(Lane.STOP, destination.key().value())
                .filter(a -> a.state() instanceof ActionState.Planned)
                .filter(a -> !calledFor(run, destination, a))
                .ifPresent(
                        a -> run.draft().end(a, new ActionState.Superseded("what called for it is gone", run.now())));
    }

    private static boolean calledFor(TrackRun run, Destination destination, Action stop) {
        boolean byPerson = run.track().said().stopped() || run.track().cancelled();
        return switch (stop.decision()) {
            case HOLD -> byPerson;
            case GUARD -> byPerson || guardsReview(run, destination);
            default -> true;
        };
    }

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
            Action action = run.plan(stop.effect, stop.decision);
            run.draft().happened(new Happening.StopPlanned(action, stop.why));
        }
    }

    /** A stop of which nobody knows whether it arrived is sent again once it cannot arrive any more: twice stopped is stopped. */
    static void giveUpInDoubt(TrackRun run, Destination destination) {
        run.draft().unresolvedAt(Lane.STOP, destination.key().value()).ifPresent(stop -> {
            if (stop.state() instanceof ActionState.Unknown unknown && sentAgain(run, destination, stop)) {
                run.draft().lookAgain(unknown.deadline());
                if (!run.now().isBefore(unknown.deadline())) {
                    String why = "nobody knows whether it arrived: sent again";
                    run.draft().end(stop, new ActionState.Rejected(Remedy.RETRY, why, run.now()));
                }
            }
        });
    }

    private static boolean sentAgain(TrackRun run, Destination destination, Action stop) {
        boolean byPerson = run.track().said().stopped() || run.track().cancelled();
        boolean freezes = isFreeze(stop)
                && run.track().destination(destination.key()).state() instanceof DestinationState.Exposed out
                && wouldAdvanceUnguarded(run, destination, out);
        return byPerson || freezes;
    }

    private static Optional<Stop> wanted(TrackRun run, Destination destination) {
        DestinationProgress progress = run.track().destination(destination.key());
        Optional<BuildNumber> build = build(run, destination, progress.state());
        if (build.isEmpty()) {
            return Optional.empty();
        }
        Effect.Halt halt = new Effect.Halt(destination.key(), build.get());
        Effect.Withdraw withdraw = new Effect.Withdraw(destination.key(), build.get());
        if (run.track().cancelled() || run.track().said().stopped()) {
            return byPerson(run, destination, progress.state())
                    .map(verb -> new Stop(
                            verb == Verb.HALT ? halt : withdraw,
                            HOLD,
                            run.track().cancelled() ? "cancelled" : "paused"));
        }
        return byRobot(run, destination, progress, halt, withdraw);
    }

    /** What is to be stopped: the build that the store says it holds, be it ours or not; the candidate's if it says none. */
    private static Optional<BuildNumber> build(TrackRun run, Destination destination, DestinationState state) {
        return atStore(run, destination, state)
                .flatMap(StoreReading::build)
                .or(() -> run.track().candidate().map(Candidate::build));
    }

    /** What the store said last, if that is not older than the record. */
    private static Optional<StoreReading> atStore(TrackRun run, Destination destination, DestinationState state) {
        return run.lastRead(destination.key())
                .filter(r -> !r.fetchedAt().isBefore(state.since()))
                .flatMap(r -> r.reading() instanceof StoreReading store ? Optional.of(store) : Optional.empty());
    }

    /** Whether something is still to be stopped, although perhaps not just now. */
    static boolean anyWanted(TrackRun run) {
        return run.picture().destinations().stream()
                .anyMatch(d -> wanted(run, d).isPresent());
    }

    private enum Verb {
        HALT,
        WITHDRAW
    }

    /** How the store itself offers a version to new people, whatever is on record: a late effect, or somebody in its console. */
    private static Optional<Exposure> running(TrackRun run, Destination destination, DestinationState state) {
        return atStore(run, destination, state)
                .flatMap(s -> s.state() instanceof StoreReading.Live live && !live.stopped()
                        ? Optional.of(live.exposure())
                        : Optional.empty());
    }

    /** What a forward call that was made and not answered for may be about to bring. A stop does not wait until that is known. */
    private static Optional<Effect> coming(TrackRun run, Destination destination) {
        return run.draft()
                .unresolvedAt(Lane.GO, destination.key().value())
                .filter(go -> !(go.state() instanceof ActionState.Planned))
                .map(Action::effect);
    }

    private static Optional<Verb> byPerson(TrackRun run, Destination destination, DestinationState state) {
        Capabilities can = destination.capabilities();
        Optional<Effect> coming = coming(run, destination);
        boolean exposing = coming.filter(e -> e instanceof Effect.Expose || e instanceof Effect.Resume)
                .isPresent();
        Optional<Exposure> running = running(run, destination, state);
        if (running.filter(e -> e.isEveryone() ? can.haltsAtEveryone() : can.halts())
                .isPresent()) {
            return Optional.of(Verb.HALT);
        }
        boolean onRecord =
                Confirmations.motion(state).filter(m -> m == Motion.RUNNING).isPresent();
        boolean runs = exposing || onRecord || running.isPresent();
        boolean recalls = can.withdraws() && (run.track().cancelled() || can.goLive() == GoLive.ON_APPROVAL);
        return switch (state) {
            case DestinationState.Unsent _, DestinationState.Refused _ ->
                verb(
                        Verb.WITHDRAW,
                        recalls
                                && coming.filter(e -> e instanceof Effect.Submit)
                                        .isPresent());
            case DestinationState.InReview _ -> verb(Verb.WITHDRAW, recalls);
            case DestinationState.Approved _ ->
                exposing
                        ? verb(Verb.HALT, can.halts())
                        : verb(Verb.WITHDRAW, recalls && can.goLive().hasReview());
            case DestinationState.Exposed _ -> verb(Verb.HALT, can.halts() && runs);
            case DestinationState.Everyone _ -> verb(Verb.HALT, can.haltsAtEveryone() && runs);
            case DestinationState.Gone _ -> Optional.empty();
        };
    }

    private static Optional<Verb> verb(Verb verb, boolean wanted) {
        return wanted ? Optional.of(verb) : Optional.empty();
    }

    /** Where a store already is as a hold wants it, whoever saw to that; empty if it is not. */
    static Optional<DestinationState> done(TrackRun run, DestinationState state, StoreReading store, Instant at) {
        if (!run.track().said().stopped()) {
            return Optional.empty();
        }
        return switch (state) {
            case DestinationState.Exposed out ->
                haltedAt(store, out.exposure())
                        ? Optional.of(Confirmations.moving(out, Motion.HALTED, out.since()))
                        : Optional.empty();
            case DestinationState.Everyone out ->
                haltedAt(store, Exposure.EVERYONE)
                        ? Optional.of(Confirmations.moving(out, Motion.HALTED, out.since()))
                        : Optional.empty();
            case DestinationState.InReview _, DestinationState.Approved _ ->
                store.state() instanceof StoreReading.NotSent
                        ? Optional.of(new DestinationState.Unsent(at))
                        : Optional.empty();
            case DestinationState.Unsent _, DestinationState.Refused _, DestinationState.Gone _ -> Optional.empty();
        };
    }

    private static boolean haltedAt(StoreReading store, Exposure exposure) {
        return store.state() instanceof StoreReading.Live live
                && live.stopped()
                && live.exposure().equals(exposure);
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
                        ? Optional.of(new Stop(withdraw, GUARD, "a guard of the first step is not met"))
                        : Optional.empty();
            case DestinationState.Exposed out ->
                wouldAdvanceUnguarded(run, destination, out)
                        ? Optional.of(new Stop(halt, FREEZE, "the store would raise the share by itself"))
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

    static boolean mayAct(TrackRun run, Move move) {
        return run.picture().mode(move) != Mode.OBSERVE;
    }

    /** Criteria that are red, or otherwise not met for longer than the policy's grace: what ends something that moves by itself. */
    static List<Finding> notMet(TrackRun run, List<Finding> guard) {
        Patience patience = run.picture().policy().patience();
        return guard.stream()
                .filter(f -> !f.lets())
                .filter(f -> {
                    Instant graceEnds = f.since().plus(patience.blindGrace());
                    run.draft().lookAgain(graceEnds);
                    return f.verdict() == Verdict.RED || !run.now().isBefore(graceEnds);
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
}
