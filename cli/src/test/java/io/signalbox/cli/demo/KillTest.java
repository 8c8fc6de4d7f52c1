package io.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.clock.Pace;
import io.signalbox.cli.scenario.Line;
import io.signalbox.cli.scenario.Play;
import io.signalbox.cli.scenario.Variants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The acceptance scenario while the server is killed again and again, by its own work. Whatever is done outside is done once, by the
 * simulators' own log, and the release arrives all the same.
 *
 * <p>{@code -Dsignalbox.kills=100} makes it long, {@code -Dsignalbox.seed=7} another.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("signalbox.kills", 6);
    private static final long SEED = Long.getLong("signalbox.seed", 1);
    private static final int KILLS_IN_A_PLAY = 25;
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void everyEffectHappensOnceHoweverOftenTheServerIsKilled() throws Exception {
        List<String> kills = new ArrayList<>();
        List<Duration> recoveries = new ArrayList<>();
        for (long seed = SEED; kills.size() < KILLS; seed++) {
            int most = Math.min(KILLS_IN_A_PLAY, KILLS - kills.size());
            Path own = folder.resolve("seed-" + seed);
            try (Demo demo = Demo.open(new Demo.Plan(own, 0, false))) {
                Killer killer = new Killer(demo.server(), seed, most);
                demo.world().intercept(killer);
                try (Commits _ = new Commits(own.resolve("server/database"), killer::committed)) {
                    playAndCheck(demo, seed, killer);
                }
                Audited.check(own);
                kills.addAll(killer.kills());
                recoveries.addAll(demo.server().recoveries());
            }
        }
        report(kills, recoveries);
        assertThat(recoveries).isNotEmpty().allMatch(r -> r.compareTo(LONGEST_RECOVERY) < 0);
    }

    private static void playAndCheck(Demo demo, long seed, Killer killer) throws InterruptedException {
        Play play = Variants.killed(demo.cast(), _ -> {});
        demo.clock(play, Pace.flatOut()).run();
        assertThat(play.lines())
                .as("seed %d, killed at %s", seed, killer.kills())
                .filteredOn(line -> line.outcome() == Line.Outcome.FAILED)
                .isEmpty();
        assertThat(killer.kills()).as("seed %d: kills", seed).isNotEmpty();
        OutsideOnce.check(demo);
    }

    private static void report(List<String> kills, List<Duration> recoveries) {
        TreeMap<String, Long> byMoment = kills.stream()
                .collect(Collectors.groupingBy(k -> k.split(" ")[0], TreeMap::new, Collectors.counting()));
        Duration worst = recoveries.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        System.out.printf(
                Locale.ENGLISH,
                "kills: %d %s, every effect outside once; longest recovery %.1f s%n",
                kills.size(),
                byMoment,
                worst.toMillis() / 1000.0);
    }
}
