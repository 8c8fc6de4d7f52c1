package io.signalbox.testkit.sim;

import io.signalbox.audit.HistoryChecker;
import io.signalbox.audit.Outside;
import io.signalbox.audit.Violation;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.journal.Kept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a simulation.
 *
 * @param steps how many events there were
 * @param reached the stages that some track reached
 * @param deaths how often a process ended at each of its ports
 * @param unrest what did not come to rest once nothing went wrong any more
 */
public record Run(
        Simulation.Setup setup,
        List<Outside> outside,
        List<Kept> journal,
        Policy policy,
        int steps,
        Set<Stage> reached,
        Map<String, Integer> deaths,
        List<Violation> unrest) {
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>(HistoryChecker.check(outside, journal, policy));
        violations.addAll(unrest);
        if (setup.aim() == Aim.LIVENESS) {
            Instant healed = SimPlan.START.plus(setup.aim().turbulent());
            Instant end = SimPlan.START.plus(setup.aim().length());
            violations.addAll(HistoryChecker.checkTimes(journal, policy, healed.plus(Calm.SETTLES), end));
        }
        return violations;
    }

    /** Equal for equal histories. */
    public int trace() {
        return 31 * outside.hashCode() + journal.hashCode();
    }
}
