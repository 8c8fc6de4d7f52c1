package io.signalbox.testkit.sim;

import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.journal.Kept;
import io.signalbox.testkit.history.HistoryChecker;
import io.signalbox.testkit.history.Outside;
import io.signalbox.testkit.history.Violation;
import java.util.List;
import java.util.Set;

/**
 * What is left of a simulation.
 *
 * @param steps how many events there were
 * @param reached the stages that some track reached
 */
public record Run(long seed, List<Outside> outside, List<Kept> journal, Policy policy, int steps, Set<Stage> reached) {
    public List<Violation> violations() {
        return HistoryChecker.check(outside, journal, policy);
    }

    /** Equal for equal histories. */
    public int trace() {
        return 31 * outside.hashCode() + journal.hashCode();
    }
}
