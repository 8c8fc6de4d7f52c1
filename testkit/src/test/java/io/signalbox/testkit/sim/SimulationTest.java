package io.signalbox.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.track.Stage;
import io.signalbox.engine.memory.MemoryStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many release days, each with its own seed, in each mode. {@code -Dsignalbox.seeds=N} runs more, {@code -Dsignalbox.seed=S} replays one,
 * and with it {@code -Dsignalbox.aim=safety|liveness} only that mode. One in a hundred is run twice and must be the same.
 */
class SimulationTest {
    private static final long USUAL = 1000;
    private static final long SEEDS = Long.getLong("signalbox.seeds", USUAL);
    private static final long FIRST = Long.getLong("signalbox.seed", 1);

    private static final TransitionMap MAP = new TransitionMap();

    static Stream<Aim> aims() {
        String only = System.getProperty("signalbox.aim", "");
        return Arrays.stream(Aim.values())
                .filter(a -> only.isEmpty() || a.name().equalsIgnoreCase(only));
    }

    @ParameterizedTest
    @MethodSource("aims")
    void noHistoryBreaksAnInvariant(Aim aim) {
        long seeds = System.getProperty("signalbox.seed") == null || System.getProperty("signalbox.seeds") != null
                ? SEEDS
                : 1;
        long began = System.nanoTime();
        List<Outcome> outcomes = LongStream.range(FIRST, FIRST + seeds)
                .parallel()
                .mapToObj(seed -> outcome(new Simulation.Setup(seed, aim)))
                .toList();
        Tally tally = new Tally();
        outcomes.forEach(tally::add);
        System.out.printf(
                "simulation for %s: %d seeds, %,d steps, runs that reached a stage %s, processes that died %s, took %.1f s%n",
                aim, outcomes.size(), tally.steps, tally.reached, tally.deaths, (System.nanoTime() - began) / 1e9);
        assertThat(tally.broken.stream().limit(10)).isEmpty();
    }

    /** What the tracks went through is what is drawn: nothing else, and all of it. */
    @AfterAll
    static void everyTransitionIsOnTheMap() throws IOException {
        MAP.check(SEEDS == USUAL && FIRST == 1 && aims().count() == Aim.values().length);
    }

    /** What is kept of a run; whole histories of many would not fit. */
    private record Outcome(int steps, Set<Stage> reached, Map<String, Integer> deaths, List<String> broken) {}

    private static final class Tally {
        final Map<Stage, Integer> reached = new EnumMap<>(Stage.class);
        final Map<String, Integer> deaths = new TreeMap<>();
        final List<String> broken = new ArrayList<>();
        long steps;

        void add(Outcome outcome) {
            steps += outcome.steps();
            outcome.reached().forEach(stage -> reached.merge(stage, 1, Integer::sum));
            outcome.deaths().forEach((point, times) -> deaths.merge(point, times, Integer::sum));
            broken.addAll(outcome.broken());
        }
    }

    private static Outcome outcome(Simulation.Setup setup) {
        Run run = Simulation.run(
                setup,
                ticker -> MAP.watching(new MemoryStorage(ticker)),
                setup.aim().length());
        List<String> broken = new ArrayList<>();
        run.violations().stream().findFirst().ifPresent(v -> broken.add(Shrinking.told(setup, v)));
        if (setup.seed() % 100 == 1 && Simulation.run(setup).trace() != run.trace()) {
            broken.add("seed %d does not give the same history twice".formatted(setup.seed()));
        }
        return new Outcome(run.steps(), run.reached(), run.deaths(), broken);
    }
}
