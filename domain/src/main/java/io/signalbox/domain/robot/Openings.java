package io.signalbox.domain.robot;

import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.track.Hold;
import java.util.List;

/**
 * Stores that went live by themselves. Each is judged until its guard is found met; if it is not, or not known for longer than the
 * policy's grace, the store is stopped and a person takes over.
 */
final class Openings {
    private Openings() {}

    static void judge(TrackRun run) {
        List<DestinationKey> unproven = run.track().memory().unproven().stream()
                .filter(key -> run.picture().destinations().stream()
                        .filter(d -> d.key().equals(key))
                        .anyMatch(d -> staysUnproven(run, d)))
                .toList();
        run.become(run.track().with(run.track().memory().withUnproven(unproven)));
    }

    private static boolean staysUnproven(TrackRun run, Destination destination) {
        boolean inOurHands = run.track().destination(destination.key()).state().isOut()
                && !run.track().course().ended()
                && !run.track().said().stopped()
                && Stops.mayAct(run, Guards.opening(run.picture().process()));
        if (!inOurHands) {
            return false;
        }
        if (isBeingStopped(run, destination)) {
            return true;
        }
        List<Finding> guard = Guards.duringReview(run, destination);
        List<Finding> notMet = Stops.notMet(run, guard);
        if (!notMet.isEmpty()) {
            run.lay(new Hold.Guarded(destination.key(), run.now()));
            run.draft().happened(new Happening.Guarded(destination.key(), notMet));
            return false;
        }
        return !guard.stream().allMatch(Finding::lets);
    }

    private static boolean isBeingStopped(TrackRun run, Destination destination) {
        return run.draft()
                .unresolvedAt(Lane.STOP, destination.key().value())
                .filter(a -> !(a.state() instanceof ActionState.Planned))
                .isPresent();
    }
}
