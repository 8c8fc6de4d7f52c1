package io.signalbox.world.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.world.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final Instant START = Instant.parse("2024-09-20T07:00:00Z");
    private static final Build OLD = new Build("8.9.0", "80900007");

    private final Timeline timeline = new Timeline(START);
    private final Users users = new Users(timeline, 42);

    @BeforeEach
    void settle() {
        users.populate(crowd("everybody", Duration.ZERO, false));
    }

    private static Population crowd(String name, Duration byHand, boolean inBuckets) {
        return new Population(
                name,
                "player-android",
                Ring.PRODUCTION,
                5_000_000,
                3,
                Duration.ofHours(12),
                byHand,
                inBuckets,
                Population.EVERYWHERE,
                ZoneId.of("Europe/Stockholm"),
                OLD);
    }

    @Test
    void aStagedReleaseReachesItsShareAndNoMore() {
        offer(0.01);
        pass(Duration.ofHours(12));
        assertThat(users.adoption("player-android", "8.9.1")).isCloseTo(0.0063, within(0.0002));
        pass(Duration.ofDays(5));
        assertThat(users.adoption("player-android", "8.9.1")).isCloseTo(0.01, within(0.0001));
    }

    @Test
    void aHaltTakesTheUpdateFromNobodyAndGivesItToNobodyElse() {
        offer(0.5);
        pass(Duration.ofHours(6));
        double before = users.adoption("player-android", "8.9.1");
        offer(0);
        pass(Duration.ofDays(2));

        assertThat(users.adoption("player-android", "8.9.1")).isEqualTo(before);
    }

    @Test
    void nobodyGoesBackToAnOlderBuild() {
        offer(1);
        pass(Duration.ofDays(3));
        users.offer("everybody", List.of(new Offer("8.9.0", "80900007", 1, List.of())));
        pass(Duration.ofDays(3));

        assertThat(users.adoption("player-android", "8.9.1")).isGreaterThan(0.99);
    }

    @Test
    void someFetchAnUpdateByHandBeforeItIsOfferedToThem() {
        users.populate(crowd("everybody", Duration.ofDays(50), false));
        offer(0.01);
        pass(Duration.ofDays(1));

        assertThat(users.adoption("player-android", "8.9.1")).isBetween(0.02, 0.04);
    }

    @Test
    void desktopInstallationsSortThemselvesIntoBuckets() {
        UUID installation = UUID.fromString("00000000-0000-0000-0000-000080000000");
        Buckets buckets = new Buckets(42);

        assertThat(Buckets.value(installation)).isCloseTo(0.5, within(1e-6));
        assertThat(buckets.taking(0.01)).isCloseTo(0.01, within(0.004)).isNotEqualTo(0.01);
        assertThat(buckets.taking(1)).isEqualTo(1);
        assertThat(buckets.taking(0.5)).isGreaterThanOrEqualTo(buckets.taking(0.1));
    }

    @Test
    void crashesComeAtTheRateOfTheBuildAndOnlyWhereItHolds() {
        users.crash(CrashRate.of("player-android", 0.002));
        users.crash(CrashRate.of("player-android", 0.05).inVersion("8.9.0").inCountry("SE"));
        pass(Duration.ofDays(1));

        assertThat(rate("SE")).isCloseTo(0.052, within(0.001));
        assertThat(rate("DE")).isCloseTo(0.002, within(0.0002));
    }

    @Test
    void aRateBeginsAtItsInstantAndNeverChangesWhatHasBeenReported() {
        pass(Duration.ofHours(3));
        users.crash(CrashRate.of("player-android", 0.1));
        pass(Duration.ofHours(3));

        List<Cell> cells = cells();
        assertThat(crashed(cells, START)).isZero();
        assertThat(crashed(cells, START.plus(Duration.ofHours(2)))).isZero();
        assertThat(crashed(cells, START.plus(Duration.ofHours(4)))).isPositive();
    }

    @Test
    void moreHappensInTheEveningThanAtNight() {
        pass(Duration.ofDays(1));
        List<Cell> cells = cells();

        assertThat(sessions(cells, Instant.parse("2024-09-20T18:00:00Z")))
                .isGreaterThan(3 * sessions(cells, Instant.parse("2024-09-21T06:00:00Z")));
        assertThat(cells.stream().mapToLong(Cell::sessions).sum()).isCloseTo(15_000_000L, within(30_000L));
    }

    @Test
    void anHourThatRunsCountsInPart() {
        pass(Duration.ofMinutes(15));
        long quarter = sessions(cells(), START);
        pass(Duration.ofMinutes(45));
        long whole = sessions(cells(), START);

        assertThat((double) quarter / whole).isCloseTo(0.25, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSameWorldAndAnotherOneDoesNot() {
        users.crash(CrashRate.of("player-android", 0.002));
        offer(0.1);
        pass(Duration.ofDays(2));

        assertThat(replay(42)).isEqualTo(cells());
        assertThat(replay(43)).isNotEqualTo(cells());
    }

    @Test
    void countsOfRareThingsAreRareAndUnbiased() {
        double sum = 0;
        for (int place = 0; place < 20_000; place++) {
            sum += Chance.count(0.05, Chance.uniform(7, place));
        }

        assertThat(sum / 20_000).isCloseTo(0.05, within(0.006));
        assertThat(Chance.count(3, 0.9)).isGreaterThanOrEqualTo(Chance.count(2, 0.9));
    }

    @Test
    void weeksOfTimeCostLittle() {
        users.crash(CrashRate.of("player-android", 0.002));
        for (int day = 0; day < 56; day++) {
            offer(Math.min(1, 0.05 * day));
            pass(Duration.ofDays(1));
        }

        assertThat(cells()).hasSizeGreaterThan(10_000);
        assertThat(users.adoption("player-android", "8.9.1")).isGreaterThan(0.99);
    }

    private List<Cell> replay(long seed) {
        Timeline other = new Timeline(START);
        Users same = new Users(other, seed);
        same.populate(crowd("everybody", Duration.ZERO, false));
        same.crash(CrashRate.of("player-android", 0.002));
        same.offer("everybody", List.of(new Offer("8.9.1", "80901001", 0.1, List.of())));
        other.advanceTo(timeline.now());
        return same.byCountry(START, other.now(), who -> true);
    }

    private void offer(double share) {
        users.offer("everybody", List.of(new Offer("8.9.1", "80901001", share, List.of())));
    }

    private void pass(Duration duration) {
        timeline.advanceTo(timeline.now().plus(duration));
    }

    private List<Cell> cells() {
        return users.byCountry(START, timeline.now(), who -> true);
    }

    private double rate(String country) {
        List<Cell> there =
                cells().stream().filter(cell -> cell.country().equals(country)).toList();
        return (double) there.stream().mapToLong(Cell::crashed).sum()
                / there.stream().mapToLong(Cell::sessions).sum();
    }

    private static long sessions(List<Cell> cells, Instant hour) {
        return cells.stream()
                .filter(cell -> cell.hour().equals(hour))
                .mapToLong(Cell::sessions)
                .sum();
    }

    private static long crashed(List<Cell> cells, Instant hour) {
        return cells.stream()
                .filter(cell -> cell.hour().equals(hour))
                .mapToLong(Cell::crashed)
                .sum();
    }

    @Test
    void countriesOfAnOfferLimitItsReach() {
        users.offer("everybody", List.of(new Offer("8.9.1", "80901001", 1, List.of("SE", "DE"))));
        pass(Duration.ofDays(20));

        Map<String, Double> where = Population.EVERYWHERE;
        assertThat(users.adoption("player-android", "8.9.1"))
                .isCloseTo(where.getOrDefault("SE", 0.0) + where.getOrDefault("DE", 0.0), within(0.001));
    }
}
