package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.track.Stage;
import io.signalbox.testkit.history.Violation;
import io.signalbox.testkit.sim.Run;
import io.signalbox.testkit.sim.Sabotage;
import io.signalbox.testkit.sim.Simulation;
import org.junit.jupiter.api.Test;

/**
 * Whole release days over PostgreSQL. {@code -Dsignalbox.postgres.seeds=N} runs more, {@code -Dsignalbox.seed=S} begins elsewhere.
 */
class PostgresSimulationTest {
    private static final long SEEDS = Long.getLong("signalbox.postgres.seeds", 1);
    private static final long FIRST = Long.getLong("signalbox.seed", 1);

    @Test
    void noHistoryBreaksAnInvariantAndEveryJournalIsWhole() {
        try (Stores stores = Stores.open()) {
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                stores.empty();
                long began = System.nanoTime();
                Run run = Simulation.run(seed, Sabotage.NONE, ticker -> new VirtualLeases(stores, ticker));
                System.out.printf(
                        "simulation over PostgreSQL: seed %d, %,d steps, %,d entries, reached %s, took %.1f s%n",
                        seed, run.steps(), run.journal().size(), run.reached(), (System.nanoTime() - began) / 1e9);
                assertThat(run.trace())
                        .as("the history of seed %d, as in memory", seed)
                        .isEqualTo(Simulation.run(seed, Sabotage.NONE).trace());
                assertThat(run.violations())
                        .as("seed %d", seed)
                        .extracting(Violation::what)
                        .isEmpty();
                assertThat(run.reached()).contains(Stage.SUBMITTED);
                assertThat(stores.database().journalChain().verify(Given.APP))
                        .isEqualTo(new JournalChain.Found.Whole(run.journal().size()));
            }
        }
    }
}
