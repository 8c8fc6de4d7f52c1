package io.signalbox.connectors.sentry;

import static io.signalbox.connectors.sentry.OpenSentry.ANDROID;
import static io.signalbox.connectors.sentry.OpenSentry.BETA;
import static io.signalbox.connectors.sentry.OpenSentry.DESKTOP;
import static io.signalbox.connectors.sentry.OpenSentry.IOS;
import static io.signalbox.connectors.sentry.OpenSentry.PRODUCTION;
import static io.signalbox.connectors.sentry.OpenSentry.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.connectors.sentry.SentrySettings.Project;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.HealthReading.CountryCrashes;
import io.signalbox.domain.signal.HealthReading.Use;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Topic;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.users.CrashRate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is read of Sentry, over HTTP. */
class SentryReadingTest {
    private static final BuildNumber FIRST = new BuildNumber(80901001);
    private static final List<PlatformKey> ALL = List.of(ANDROID, IOS, DESKTOP);

    @TempDir
    Path folder;

    private OpenSentry world;

    @BeforeEach
    void open() {
        world = new OpenSentry(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sessionsAndCrashesOfABuildAreCounted() {
        HealthReading beta = world.beta();

        JsonNode sentrys = world.asked(
                        "sessions",
                        "field=sum(session)&field=crash_rate(session)&statsPeriod=7d&interval=1d&query="
                                + encode("release.version:8.9.1"))
                .path("groups")
                .get(0)
                .path("totals");
        long sessions = sentrys.path("sum(session)").asLong();
        assertThat(beta.total().sessions()).isEqualTo(sessions).isGreaterThan(100_000);
        assertThat((double) beta.total().crashed() / sessions)
                .isCloseTo(sentrys.path("crash_rate(session)").asDouble(), within(1e-12))
                .isCloseTo(0.002 + 0.12 * 0.03, within(0.0003));
        assertThat(beta.builds()).containsExactly(new HealthReading.BuildUse(FIRST, beta.total()));
        assertThat(beta.from()).isEqualTo("2024-09-18T00:00:00Z");
        assertThat(beta.to()).isEqualTo(world.open().world().now());
    }

    @Test
    void everyBuildIsToldAndTheVersionIsAllOfThem() {
        world.anotherBuild(Duration.ofHours(20));

        HealthReading beta = world.beta();

        assertThat(beta.builds())
                .extracting(HealthReading.BuildUse::build)
                .as("the number between is that of a nightly build of main")
                .containsExactly(FIRST, new BuildNumber(80901003));
        assertThat(beta.builds())
                .allMatch(b -> b.use().sessions() > 10_000 && b.use().crashed() > 0);
        assertThat(beta.total().sessions())
                .isEqualTo(beta.builds().stream()
                        .mapToLong(b -> b.use().sessions())
                        .sum());
        assertThat(beta.total().crashed())
                .isEqualTo(
                        beta.builds().stream().mapToLong(b -> b.use().crashed()).sum());
    }

    @Test
    void whoHasUsedTwoBuildsInADayIsOnePerson() {
        world.anotherBuild(Duration.ofHours(20));

        long people = world.beta().dailyUsers().orElseThrow();

        String query = "field=count_unique(user)&statsPeriod=24h&interval=1h&query=" + encode("release.version:8.9.1");
        long together = world.asked("sessions", query)
                .path("groups")
                .get(0)
                .path("totals")
                .path("count_unique(user)")
                .asLong();
        long apart = world.asked("sessions", query + "&groupBy=release")
                .path("groups")
                .valueStream()
                .mapToLong(g -> g.path("totals").path("count_unique(user)").asLong())
                .sum();
        assertThat(people).isEqualTo(together).isLessThan(apart).isPositive();
    }

    @Test
    void withoutASessionThereIsNoRate() {
        HealthReading production = (HealthReading) world.said(PRODUCTION).reading();

        assertThat(production.total()).isEqualTo(new Use(0, 0));
        assertThat(production.total().perThousand()).isEmpty();
        assertThat(production.builds()).isEmpty();
        assertThat(production.crashesByCountry()).isEmpty();
        assertThat(production.dailyUsers()).contains(0L);
    }

    @Test
    void crashesAreCountedByCountryTheMostFirst() {
        List<CountryCrashes> countries = world.beta().crashesByCountry();

        assertThat(countries).hasSize(12);
        assertThat(countries.getFirst().country()).isEqualTo("BR");
        assertThat(countries).isSortedAccordingTo((a, b) -> Long.compare(b.crashes(), a.crashes()));
        long all = countries.stream().mapToLong(CountryCrashes::crashes).sum();
        assertThat((double) countries.getFirst().crashes() / all).isBetween(0.6, 0.8);
    }

    @Test
    void oneCallTellsAllTracksAndRings() {
        world.anotherBuild(Duration.ofHours(2));
        Map<String, Answer> first = world.read(world.interest(ALL, "8.9.1", "8.9.0"));
        assertThat(first)
                .hasSize(12)
                .allSatisfy((what, answer) -> assertThat(answer).as(what).isInstanceOf(Answer.Said.class));
        world.open().pass(Duration.ofMinutes(5));
        long before = world.calls();

        Map<String, Answer> second = world.read(world.interest(ALL, "8.9.1", "8.9.0"));

        assertThat(world.calls() - before).isEqualTo(1);
        assertThat(sessions(second, "android 8.9.0 production"))
                .isGreaterThan(sessions(first, "android 8.9.0 production"));
        assertThat(second.keySet().stream().map(what -> sessions(second, what)))
                .as("each its own")
                .doesNotHaveDuplicates();
    }

    private static long sessions(Map<String, Answer> answers, String what) {
        Answer.Said said = (Answer.Said) Optional.ofNullable(answers.get(what)).orElseThrow();
        HealthReading reading = (HealthReading) said.reading();
        boolean nobody = what.equals("android 8.9.1 production")
                || what.equals("ios 8.9.1 production")
                || what.equals("desktop 8.9.1 production");
        assertThat(reading.total().sessions() == 0).as(what).isEqualTo(nobody);
        return nobody ? -what.hashCode() : reading.total().sessions();
    }

    @Test
    void pollingCostsLittleMoreThanACallEachTime() {
        Interest interest = world.interest(ALL, "8.9.1", "8.9.0");
        world.read(interest);
        long before = world.calls();
        for (int i = 0; i < 24; i++) {
            world.open().pass(Duration.ofMinutes(5));
            world.read(world.interest(ALL, "8.9.1", "8.9.0"));
        }
        assertThat(world.calls() - before)
                .as("in two hours, asked every five minutes")
                .isLessThan(60);
    }

    @Test
    void aBuildThatHasJustBegunToCrashIsAskedAboutAtOnce() {
        world.open().world().users().crash(CrashRate.of("player-desktop", 0.01));
        Interest interest = world.interest(List.of(DESKTOP), "8.9.1");
        HealthReading quiet = reading(world.read(interest), "desktop 8.9.1 beta");
        assertThat(quiet.total().crashed()).isZero();
        assertThat(quiet.crashesByCountry()).isEmpty();

        world.open().pass(Duration.ofMinutes(12));
        HealthReading crashing = reading(world.read(world.interest(List.of(DESKTOP), "8.9.1")), "desktop 8.9.1 beta");

        assertThat(crashing.total().crashed()).isPositive();
        assertThat(crashing.crashesByCountry()).isNotEmpty();
    }

    private static HealthReading reading(Map<String, Answer> answers, String what) {
        Answer.Said said = (Answer.Said) Optional.ofNullable(answers.get(what)).orElseThrow();
        return (HealthReading) said.reading();
    }

    @Test
    void aReadingIsAsOldAsTheOldestOfWhatIsInIt() {
        Instant first = world.said(BETA).asOf();
        assertThat(first).isEqualTo(world.open().world().now());
        world.open().pass(Duration.ofMinutes(10));
        assertThat(world.said(BETA).asOf()).as("countries are of then").isEqualTo(first);
        assertThat(world.said(PRODUCTION).asOf()).isEqualTo(world.open().world().now());
        world.open().pass(Duration.ofMinutes(5));
        assertThat(world.said(BETA).asOf()).isEqualTo(world.open().world().now());
    }

    @Test
    void aReadingOfAFrozenSentryIsOfWhenItFroze() {
        world.askNothing();
        Instant frozenAt = world.open().world().now();
        world.open().world().faults().add(FaultRule.on(Vendor.SENTRY, new Fault.Freeze(frozenAt)));
        world.open().pass(Duration.ofHours(3));

        Answer.Said said = world.said(BETA);

        assertThat(said.asOf()).isEqualTo(frozenAt);
        assertThat(((HealthReading) said.reading()).to()).isEqualTo(frozenAt);
    }

    @Test
    void topicsAreTheRingsOnWhichSomethingDependsOfReleasesUnderWay() {
        Interest interest = world.interest(List.of(ANDROID), "8.9.1");
        assertThat(world.sentry().topics(interest))
                .extracting(Topic::key)
                .extracting(Object::toString)
                .containsExactly("health:beta", "health:production");
        assertThat(world.sentry().kinds()).containsExactly(SignalKind.HEALTH);

        world.askNothing();
        assertThat(world.sentry().topics(world.interest(List.of(ANDROID), "8.9.1")))
                .as("criteria name rings too")
                .hasSize(2);

        Interest closed = world.interest(
                ALL, release -> release.closed(world.open().world().now()), "8.9.1");
        assertThat(world.sentry().topics(closed)).isEmpty();
        long before = world.calls();
        assertThat(world.sentry().read(List.of(), closed)).isEmpty();
        assertThat(world.calls()).isEqualTo(before);
    }

    @Test
    void settingsNameProjectsPackagesAndEnvironments() {
        SentrySettings settings = new SentrySettings(
                        "sentry", world.open().world().base(Vendor.SENTRY), "example", Map.of(), Map.of())
                .with(ANDROID, new Project("player-android", "player-android"))
                .with(PRODUCTION, "beta");
        SentryConnector connector =
                world.connector(settings, world.open().world().keys().token(Vendor.SENTRY, "robot"));

        Map<String, Answer> answers = OpenSentry.read(connector, world.interest(ALL, "8.9.1"));

        assertThat(answers).containsOnlyKeys("android 8.9.1 beta", "android 8.9.1 production");
        assertThat(reading(answers, "android 8.9.1 production").total())
                .isEqualTo(reading(answers, "android 8.9.1 beta").total());
    }

    @Test
    void projectsWhoseReleasesAreNamedAlikeAreAskedApart() {
        SentrySettings alike = world.settings().with(IOS, new Project("player-ios", "player-android"));
        world.askNothing();
        SentryConnector connector =
                world.connector(alike, world.open().world().keys().token(Vendor.SENTRY, "robot"));

        Map<String, Answer> answers = OpenSentry.read(connector, world.interest(List.of(ANDROID, IOS), "8.9.1"));

        assertThat(reading(answers, "android 8.9.1 beta").total().sessions()).isPositive();
        assertThat(reading(answers, "ios 8.9.1 beta").total().sessions())
                .as("its project has none of that name")
                .isZero();
    }
}
