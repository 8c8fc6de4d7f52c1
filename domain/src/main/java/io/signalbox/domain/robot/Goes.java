package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Announcement;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans forward moves: at most one for each destination and decision, each guarded by every criterion of its move, and none while
 * anything stands in the way.
 */
final class Goes {
    private Goes() {}

    static void plan(TrackRun run, Destination destination) {
        Optional<Route.Next> next = Route.next(run, destination);
        Optional<Action> planned = run.draft()
                .unresolvedAt(Lane.GO, destination.key().value())
                .filter(a -> a.state() instanceof ActionState.Planned);
        if (next.isEmpty()) {
            planned.ifPresent(a -> supersede(run, a, "there is nothing more to do here"));
            silence(run, destination);
            return;
        }
        consider(run, destination, next.get(), planned);
    }

    private static void consider(TrackRun run, Destination destination, Route.Next next, Optional<Action> planned) {
        String place = destination.key().value();
        Mode mode = Consent.mode(run.picture(), next.move(), destination);
        List<Finding> guard = Guards.findings(run, next.move(), destination);
        List<Reason.InTheWay> inTheWay = new ArrayList<>(next.inTheWay());
        inTheWay.addAll(Obstacles.of(run, destination, planned));
        if (guard.isEmpty()) {
            inTheWay.add(new Reason.NoGuard());
        }
        boolean lets = !guard.isEmpty()
                && guard.stream().allMatch(Finding::lets)
                && inTheWay.isEmpty()
                && next.effect().isPresent();
        if (!lets) {
            planned.ifPresent(a -> supersede(run, a, "its guard is no longer met"));
            silence(run, destination);
            run.add(new Outlook(place, next.move(), mode, guard, inTheWay, false, Optional.empty()));
            return;
        }
        Effect effect = next.effect().orElseThrow();
        String fingerprint =
                Fingerprint.of(run.track().id().text(), run.picture().policy().hash(), effect, guard);
        Optional<Action> same = planned.filter(a -> a.decision().equals(fingerprint));
        List<Reason.InTheWay> waitsFor = Consent.missing(run, next.move(), destination, mode, fingerprint);
        if (waitsFor.isEmpty()) {
            run.add(new Outlook(place, next.move(), mode, guard, List.of(), true, Optional.empty()));
            if (same.isEmpty()) {
                planned.ifPresent(a -> supersede(run, a, "it would be done differently now"));
                act(run, destination, next.move(), guard, effect, fingerprint);
            }
            return;
        }
        planned.ifPresent(a -> supersede(run, a, "nobody's word is behind it any more"));
        propose(run, destination, next.move(), mode, guard, effect, fingerprint, waitsFor);
    }

    private static void propose(
            TrackRun run,
            Destination destination,
            Move move,
            Mode mode,
            List<Finding> guard,
            Effect effect,
            String fingerprint,
            List<Reason.InTheWay> waitsFor) {
        String place = destination.key().value();
        announce(
                run,
                destination,
                mode,
                new Happening.WouldAct(move, effect, fingerprint),
                new Happening.Proposed(move, effect, fingerprint, guard),
                fingerprint);
        Optional<String> proposal = mode == Mode.OBSERVE ? Optional.empty() : Optional.of(fingerprint);
        run.add(new Outlook(place, move, mode, guard, waitsFor, false, proposal));
    }

    private static void act(
            TrackRun run, Destination destination, Move move, List<Finding> guard, Effect effect, String fingerprint) {
        if (effect instanceof Effect.Submit submit
                && !destination.capabilities().goLive().hasReview()) {
            // Nothing has to be sent: without a review a candidate that may be submitted is as good as approved.
            DestinationState approved = new DestinationState.Approved(submit.candidate(), run.now());
            run.put(run.track().destination(destination.key()).in(approved));
            run.draft().happened(new Happening.StoreDid(destination.key(), approved));
            plan(run, destination);
            return;
        }
        Action action = run.plan(effect, fingerprint);
        run.draft().happened(new Happening.ActionPlanned(action, move, guard));
    }

    private static void supersede(TrackRun run, Action action, String why) {
        run.draft().end(action, new ActionState.Superseded(why, run.now()));
    }

    /** Says once what would be done. */
    private static void announce(
            TrackRun run, Destination destination, Mode mode, Happening would, Happening proposed, String fingerprint) {
        String place = destination.key().value();
        if (run.track()
                .memory()
                .announced(place)
                .filter(a -> a.fingerprint().equals(fingerprint))
                .isEmpty()) {
            silence(run, destination);
            Announcement announcement = new Announcement(place, fingerprint, run.now());
            run.become(run.track().with(run.track().memory().with(announcement)));
            run.draft().happened(mode == Mode.OBSERVE ? would : proposed);
        }
    }

    /** What was announced no longer stands; a yes to it dies with it. */
    private static void silence(TrackRun run, Destination destination) {
        Memory memory = run.track().memory();
        String place = destination.key().value();
        Optional<Announcement> before = memory.announced(place);
        if (before.isPresent()) {
            String dead = before.get().fingerprint();
            run.become(run.track()
                    .with(memory.withoutAnnouncement(place))
                    .withSaid(said -> said.withConfirmations(said.confirmations().stream()
                            .filter(c -> !c.fingerprint().equals(dead))
                            .toList())));
        }
    }

    /** The exposure that a submission opens with, at destinations where no call of ours comes between approval and users. */
    static Optional<Exposure> opening(TrackRun run, Destination destination) {
        GoLive goLive = destination.capabilities().goLive();
        return goLive == GoLive.ON_APPROVAL || goLive == GoLive.IN_CONSOLE
                ? Optional.of(run.picture().process().ladder().getFirst().exposure())
                : Optional.empty();
    }
}
