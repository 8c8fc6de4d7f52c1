package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.track.Stage;
import io.signalbox.testkit.history.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many release days, each with its own seed. {@code -Dsignalbox.seeds=N} runs more, {@code -Dsignalbox.seed=S} replays one.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("signalbox.seeds", 500);
    private static final long FIRST = Long.getLong("signalbox.seed", 1);

    @Test
    void noHistoryBreaksAnInvariant() {
        long seeds = System.getProperty("signalbox.seed") == null ? SEEDS : 1;
        long began = System.nanoTime();
        Map<Stage, Integer> reached = new EnumMap<>(Stage.class);
        List<String> broken = new ArrayList<>();
        long steps = 0;
        List<Outcome> outcomes = LongStream.range(FIRST, FIRST + seeds)
                .parallel()
                .mapToObj(SimulationTest::outcome)
                .toList();
        for (Outcome outcome : outcomes) {
            steps += outcome.steps();
            outcome.reached().forEach(stage -> reached.merge(stage, 1, Integer::sum));
            broken.addAll(outcome.broken());
        }
        System.out.printf(
                "simulation: %d seeds, %,d steps, runs that reached a stage %s, took %.1f s%n",
                outcomes.size(), steps, reached, (System.nanoTime() - began) / 1e9);
        assertThat(broken.stream().limit(10)).isEmpty();
    }

    /** What is kept of a run; whole histories of many would not fit. */
    private record Outcome(int steps, Set<Stage> reached, List<String> broken) {}

    private static Outcome outcome(long seed) {
        Run run = Simulation.run(seed, Sabotage.NONE);
        List<String> broken = run.violations().stream().map(v -> told(seed, v)).toList();
        return new Outcome(run.steps(), run.reached(), broken);
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(Simulation.run(seed, Sabotage.NONE).trace())
                    .isEqualTo(Simulation.run(seed, Sabotage.NONE).trace());
        }
    }

    static String told(long seed, Violation violation) {
        return "%s at %s: %s (replay with -Dsignalbox.seed=%d)"
                .formatted(violation.invariant(), violation.at(), violation.what(), seed);
    }
}
