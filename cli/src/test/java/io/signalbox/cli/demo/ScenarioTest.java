package io.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.clock.Pace;
import io.signalbox.cli.scenario.Cast;
import io.signalbox.cli.scenario.Line;
import io.signalbox.cli.scenario.Play;
import io.signalbox.cli.scenario.Release892;
import io.signalbox.cli.scenario.Variants;
import io.signalbox.world.gate.Interceptor;
import io.signalbox.world.http.Call;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Entry;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance scenario and its variants, judged by the scenario's own expectations and by the world's log. */
class ScenarioTest {
    @TempDir
    Path folder;

    @Test
    void theReleaseGoesFromItsCyclesStartToEveryone() throws InterruptedException {
        try (Demo demo = Demo.open(new Demo.Plan(folder, 0, false))) {
            played(demo, Release892::play);
            assertThat(exposures(demo, "production"))
                    .as("Google Play: 1 % at 03:00 on approval, then everyone after the compliance scan")
                    .extracting(e -> share(e), e -> clock(e))
                    .satisfiesExactly(
                            first -> assertThat(first.toList()).isEqualTo(List.of(0.01, "2024-10-01T01:00:00Z")),
                            last -> {
                                assertThat(last.toList().getFirst()).isEqualTo(1.0);
                                assertThat(Instant.parse((String) last.toList().getLast()))
                                        .isBetween(
                                                Instant.parse("2024-10-02T08:00:00Z"),
                                                Instant.parse("2024-10-02T08:15:00Z"));
                            });
            assertThat(movesByRobot(demo, "refs/heads/release/8.9.2"))
                    .as("cut once")
                    .hasSize(1);
            assertThat(movesByRobot(demo, "refs/tags/v8.9.2")).as("tagged once").hasSize(1);
            assertThat(movesByRobot(demo, "refs/heads/main"))
                    .as("bumped to 8.9.2 and to 8.9.3, once each")
                    .hasSize(2);
            Map<Vendor, Integer> calls = sourceCalls(demo);
            int all = calls.values().stream().mapToInt(c -> c).sum();
            System.out.printf("source calls of one whole scenario: %,d %s%n", all, calls);
        }
    }

    @Test
    void anUnknownCrashRateADriftAndAPauseAreMetAsTheyShould() throws InterruptedException {
        try (Demo demo = Demo.open(new Demo.Plan(folder, 0, false))) {
            played(demo, Variants::troubled);
        }
    }

    @Test
    void whatAPersonMustPublishWaitsForThemAndACancelledReleaseStaysDown() throws InterruptedException {
        try (Demo demo = Demo.open(new Demo.Plan(folder, 0, true))) {
            played(demo, Variants::managedThenCancelled);
        }
    }

    @Test
    void whoIsKilledBetweenTheEffectOfASubmissionAndItsReplySubmitsOnce() throws InterruptedException {
        try (Demo demo = Demo.open(new Demo.Plan(folder, 0, false))) {
            Set<Vendor> killed = EnumSet.noneOf(Vendor.class);
            demo.world().intercept((moment, vendor, call) -> {
                if (moment == Interceptor.Moment.APPLIED && submits(vendor, call) && killed.add(vendor)) {
                    demo.server().kill();
                }
            });
            played(demo, Release892::play);
            assertThat(killed).containsExactly(Vendor.PLAY, Vendor.APPLE);
            OutsideOnce.check(demo);
        }
    }

    private static boolean submits(Vendor vendor, Call call) {
        return switch (vendor) {
            case PLAY -> call.path().endsWith(":commit");
            case APPLE -> call.method().equals("PATCH") && call.path().startsWith("/v1/reviewSubmissions/");
            default -> false;
        };
    }

    private void played(Demo demo, BiFunction<Cast, Consumer<Line>, Play> scenario) throws InterruptedException {
        Play play = scenario.apply(demo.cast(), _ -> {});
        demo.clock(play, Pace.flatOut()).run();
        assertThat(play.lines())
                .filteredOn(line -> line.outcome() == Line.Outcome.FAILED)
                .isEmpty();
        assertThat(play.allTrue()).isTrue();
        Audited.check(folder);
    }

    static List<Entry> exposures(Demo demo, String channel) {
        return demo.world().log().entries().stream()
                .filter(e -> e.detail() instanceof Detail.Exposure exposure
                        && exposure.version().equals("8.9.2")
                        && exposure.channel().equals(channel))
                .toList();
    }

    private static double share(Entry entry) {
        return ((Detail.Exposure) entry.detail()).after().share();
    }

    private static String clock(Entry entry) {
        return entry.at().truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString();
    }

    static List<Detail.RefMoved> movesByRobot(Demo demo, String ref) {
        return demo.world().log().details(Detail.RefMoved.class).stream()
                .filter(m -> m.ref().equals(ref) && m.by() instanceof io.signalbox.world.log.Actor.Api)
                .toList();
    }

    private static Map<Vendor, Integer> sourceCalls(Demo demo) {
        Map<Vendor, Integer> calls = new EnumMap<>(Vendor.class);
        for (Vendor vendor : Vendor.values()) {
            calls.put(vendor, Math.toIntExact(demo.world().log().requests(vendor)));
        }
        return calls;
    }
}
