package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.audit.Violation;
import io.signalbox.domain.Given;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.testkit.sim.Aim;
import io.signalbox.testkit.sim.Run;
import io.signalbox.testkit.sim.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Release days over PostgreSQL. {@code -Dsignalbox.postgres.seeds=N} runs more whole ones, {@code -Dsignalbox.seed=S} begins elsewhere.
 */
class PostgresSimulationTest {
    private static final long SEEDS = Long.getLong("signalbox.postgres.seeds", 5);
    private static final long FIRST = Long.getLong("signalbox.seed", 1);

    /** Until there are candidates. */
    private static final Duration MORNING = Duration.ofHours(3);

    @Test
    void aMorningIsTheSameAsInMemory() {
        try (Stores stores = Stores.open()) {
            Run run = run(stores, FIRST, MORNING);
            assertThat(run.reached()).contains(Stage.CANDIDATE);
        }
    }

    @Test
    @Tag("long")
    void wholeDaysAreTheSameAsInMemory() {
        try (Stores stores = Stores.open()) {
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                stores.empty();
                Run run = run(stores, seed, Aim.LIVENESS.length());
                assertThat(run.reached()).contains(Stage.ROLLING_OUT);
            }
        }
    }

    private static Run run(Stores stores, long seed, Duration length) {
        long began = System.nanoTime();
        Run run = Simulation.run(
                new Simulation.Setup(seed, Aim.LIVENESS), ticker -> new VirtualLeases(stores, ticker), length);
        System.out.printf(
                "simulation over PostgreSQL: seed %d, %,d steps, %,d entries, reached %s, took %.1f s%n",
                seed, run.steps(), run.journal().size(), run.reached(), (System.nanoTime() - began) / 1e9);
        assertThat(run.violations())
                .as("seed %d", seed)
                .extracting(Violation::what)
                .isEmpty();
        assertThat(run.trace())
                .as("the history of seed %d, as in memory", seed)
                .isEqualTo(Simulation.run(new Simulation.Setup(seed, Aim.LIVENESS), MemoryStorage::new, length)
                        .trace());
        assertThat(stores.database().journalChain().verify(Given.APP))
                .isEqualTo(new JournalChain.Found.Whole(run.journal().size()));
        return run;
    }
}
