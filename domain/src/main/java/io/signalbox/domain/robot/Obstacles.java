package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the way of a forward move besides its guard: holds, switches, actions under way or in doubt, refused calls. */
final class Obstacles {
    private Obstacles() {}

    /**
     * @param planned the go that is already planned here, which does not stand in its own way
     */
    static List<Reason.InTheWay> of(TrackRun run, Destination destination, Optional<Action> planned) {
        List<Reason.InTheWay> found = new ArrayList<>();
        run.track().course().cancelled().map(Obstacles::cancelled).ifPresent(found::add);
        for (Hold hold : run.track().said().holds()) {
            found.add(new Reason.Held(hold));
        }
        run.picture().switches().robotOff().map(Reason.RobotOff::new).ifPresent(found::add);
        for (Action action : run.draft().unresolved()) {
            if (planned.filter(p -> p.id().equals(action.id())).isEmpty()) {
                inTheWay(action, destination).ifPresent(found::add);
            }
        }
        trouble(run, destination).ifPresent(found::add);
        return found;
    }

    private static Reason.InTheWay cancelled(Cancellation cancellation) {
        return new Reason.Cancelled(cancellation.by(), cancellation.reason(), cancellation.at());
    }

    /** An action in doubt stands in the way of the whole track; any other only at its own place. */
    private static Optional<Reason.InTheWay> inTheWay(Action action, Destination destination) {
        boolean inDoubt = action.state() instanceof ActionState.Unknown;
        boolean here = action.effect().place().equals(destination.key().value());
        return inDoubt || here ? Optional.of(underWay(action)) : Optional.empty();
    }

    static Reason.InTheWay underWay(Action action) {
        int number = action.id().number();
        String effect = action.effect().name();
        if (action.state() instanceof ActionState.Unknown unknown) {
            return new Reason.InDoubt(number, effect, unknown.since());
        }
        return new Reason.UnderWay(
                number, effect, action.state().name(), action.sentAt().orElse(action.plannedAt()));
    }

    private static Optional<Reason.InTheWay> trouble(TrackRun run, Destination destination) {
        return run.track()
                .destination(destination.key())
                .trouble()
                .filter(t -> !isStop(t))
                .flatMap(t -> refused(t, run.picture().policy().patience(), run.draft()));
    }

    /** A refused stop is tried on for as long as it is called for; what holds the track then is what called for it. */
    private static boolean isStop(Trouble trouble) {
        return trouble.effect().equals("halt") || trouble.effect().equals("withdraw");
    }

    /** A refused call stands in the way until its next try is due. */
    static Optional<Reason.InTheWay> refused(Trouble trouble, Patience patience, Draft draft) {
        Optional<Instant> nextTry = nextTry(trouble, patience);
        nextTry.ifPresent(draft::lookAgain);
        boolean due = nextTry.filter(at -> !draft.now().isBefore(at)).isPresent();
        return due ? Optional.empty() : Optional.of(new Reason.CallRefused(trouble, nextTry));
    }

    /** When a refused call is tried again without anybody's word; empty if a person must act. */
    static Optional<Instant> nextTry(Trouble trouble, Patience patience) {
        boolean byItself = trouble.remedy() == Trouble.Remedy.RETRY && trouble.tries() <= patience.retries();
        return byItself ? Optional.of(trouble.at().plus(patience.pause(trouble.tries()))) : Optional.empty();
    }
}
