package io.signalbox.world.sentry;

import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.users.CrashRate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SentryTest {
    private static final String LIVE = "player-android@8.9.0+80900007";
    private static final String BETA = "player-android@8.9.1+80901001";

    @TempDir
    Path folder;

    private OpenWorld open;

    @BeforeEach
    void letABetaBeUsed() {
        open = OpenWorld.in(folder);
        open.world().users().crash(CrashRate.of("player-android", 0.002));
        open.world()
                .users()
                .crash(CrashRate.of("player-android", 0.03).inVersion("8.9.1").inCountry("BR"));
        open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), ADA);
        open.pass(Duration.ofHours(24));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void sessionsAreGroupedByReleaseWithTotalsAndSeries() {
        JsonNode answer = sessions("&field=sum(session)&field=crash_free_rate(session)&groupBy=release"
                        + "&project=player-android&environment=beta&statsPeriod=26h&interval=1h")
                .json();

        JsonNode beta = group(answer, "release", BETA);
        assertThat(answer.path("groups").size()).isEqualTo(2);
        assertThat(answer.path("intervals").size()).isEqualTo(26);
        assertThat(beta.path("series").path("sum(session)").size()).isEqualTo(26);
        assertThat(beta.path("totals").path("sum(session)").asLong())
                .isEqualTo(beta.path("series")
                        .path("sum(session)")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isGreaterThan(100_000);
        assertThat(beta.path("totals").path("crash_free_rate(session)").asDouble())
                .isCloseTo(1 - 0.002 - 0.12 * 0.03, within(0.0003));
        assertThat(beta.path("series").path("crash_free_rate(session)").get(0).isNull())
                .as("no sessions before the world began")
                .isTrue();
    }

    @Test
    void usersAreCountedOnceHoweverManySessionsTheyHave() {
        JsonNode totals = sessions("&field=count_unique(user)&field=sum(session)&field=crash_free_rate(user)"
                        + "&project=player-android&environment=production&statsPeriod=24h&interval=1d")
                .json()
                .path("groups")
                .get(0)
                .path("totals");

        assertThat(totals.path("count_unique(user)").asLong()).isBetween(7_000_000L, 8_000_000L);
        assertThat(totals.path("sum(session)").asLong()).isGreaterThan(20_000_000L);
        assertThat(totals.path("crash_free_rate(user)").asDouble()).isCloseTo(0.994, within(0.0015));
    }

    @Test
    void whatHappenedJustNowIsNotCountedYet() {
        String query = "&field=sum(session)&project=player-android&query=" + encode("release:\"" + LIVE + "\"")
                + "&start=2024-09-21T07:00:00&end=2024-09-21T08:00:00";
        open.pass(Duration.ofMinutes(5));
        assertThat(sessions(query).json().path("groups").size()).isZero();
        open.pass(Duration.ofMinutes(30));
        long early = total(sessions(query));
        open.world().sentry().lag(Duration.ZERO);

        assertThat((double) early / total(sessions(query))).isCloseTo(30.0 / 35, within(0.01));
    }

    @Test
    void releasesAreSearchedByVersionOneOrAnother() {
        String period = "&field=sum(session)&groupBy=release&environment=beta&statsPeriod=26h&interval=1h&query=";
        String android = " project:player-android";

        JsonNode one =
                sessions(period + encode("release.version:8.9.1" + android)).json();
        JsonNode either = sessions(
                        period + encode("release.version:8.9.1" + android + " OR release.version:8.9.0 AND" + android))
                .json();

        assertThat(one.path("groups").size()).isEqualTo(1);
        assertThat(group(one, "release", BETA)
                        .path("totals")
                        .path("sum(session)")
                        .asLong())
                .isPositive();
        assertThat(either.path("groups").size()).isEqualTo(2);
        assertThat(group(either, "release", LIVE).path("totals")).isNotNull();
    }

    @Test
    void crashesAreCountedByCountry() {
        JsonNode answer = open.robot(
                        Vendor.SENTRY,
                        "GET",
                        "/api/0/organizations/example/events/?dataset=errors&field=geo.country_code&field=count()"
                                + "&sort=-count()&statsPeriod=24h&query="
                                + encode("release:" + BETA + " environment:beta"))
                .send()
                .json();

        JsonNode first = answer.path("data").get(0);
        assertThat(first.path("geo.country_code").asString()).isEqualTo("BR");
        assertThat(first.path("count()").asLong())
                .isGreaterThan(answer.path("data").get(1).path("count()").asLong());
        assertThat(answer.path("data").size()).isEqualTo(12);
        assertThat(answer.path("meta").path("fields").path("count()").asString())
                .isEqualTo("integer");
    }

    @Test
    void tablesArePagedByCursor() {
        String path = "/api/0/organizations/example/events/?dataset=errors&field=geo.country_code&field=count()"
                + "&per_page=5&statsPeriod=24h&query=" + encode("release:player-android@8.9.1*");
        Answer first = open.robot(Vendor.SENTRY, "GET", path).send();
        Answer last = open.robot(Vendor.SENTRY, "GET", path + "&cursor=0:10:0").send();

        assertThat(first.header("Link")).contains("rel=\"next\"; results=\"true\"; cursor=\"0:5:0\"");
        assertThat(last.json().path("data").size()).isEqualTo(2);
        assertThat(last.header("Link")).contains("rel=\"next\"; results=\"false\"");
    }

    @Test
    void groupsCanBeSplitByProjectEnvironmentAndStatus() {
        JsonNode byProject = sessions("&field=sum(session)&groupBy=project&groupBy=environment&statsPeriod=12h")
                .json();
        JsonNode byStatus = sessions("&field=sum(session)&groupBy=session.status&project=4501&statsPeriod=12h")
                .json();

        assertThat(byProject.path("groups").size()).isEqualTo(12);
        assertThat(byProject.path("groups").get(0).path("by").path("project").isNumber())
                .isTrue();
        assertThat(byStatus.path("groups")
                        .valueStream()
                        .map(group -> group.path("by").path("session.status").asString()))
                .containsExactly("healthy", "crashed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&statsPeriod=24h",
                "&field=median(session)",
                "&field=sum(session)&interval=10m",
                "&field=sum(session)&interval=7h",
                "&field=sum(session)&groupBy=colour",
                "&field=sum(session)&statsPeriod=tomorrow",
                "&field=sum(session)&project=stranger",
                "&field=sum(session)&query=colour%3Ared",
                "&field=sum(session)&query=crash",
                "&field=sum(session)&query=release%3Aplayer-android%408.9.1*",
                "&field=sum(session)&query=release.version%3A[8.9.0,8.9.1]",
                "&field=sum(session)&orderBy=-count_unique(user)",
                "&field=crash_rate(session)&groupBy=session.status"
            })
    void whatIsNotUnderstoodIsRefused(String query) {
        Answer refused = sessions(query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).isNotEmpty();
    }

    @Test
    void tooManyPointsAreRefused() {
        open.pass(Duration.ofDays(60));

        Answer refused =
                sessions("&field=sum(session)&groupBy=release&groupBy=environment&statsPeriod=60d&interval=1h");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains("too many results");
    }

    @Test
    void aFrozenSourceEndsWhereItWasFrozen() {
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.SENTRY, new Fault.Freeze(open.world().now())));
        open.pass(Duration.ofHours(5));

        JsonNode answer = sessions("&field=sum(session)&statsPeriod=2h").json();

        assertThat(answer.path("end").asString()).isEqualTo("2024-09-21T07:00:00Z");
        assertThat(answer.path("intervals").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(List.of("2024-09-21T05:00:00Z", "2024-09-21T06:00:00Z"));
    }

    @Test
    void strangersAndOtherOrganisationsAreRefused() {
        String path = "/api/0/organizations/example/sessions/?field=sum(session)";
        assertThat(open.request(Vendor.SENTRY, "GET", path).send().status()).isEqualTo(401);
        assertThat(open.request(Vendor.SENTRY, "GET", path).bearer("x").send().status())
                .isEqualTo(401);
        assertThat(open.robot(Vendor.SENTRY, "GET", path.replace("example", "other"))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    private Answer sessions(String query) {
        return open.robot(Vendor.SENTRY, "GET", "/api/0/organizations/example/sessions/?x=1" + query)
                .send();
    }

    private static JsonNode group(JsonNode answer, String by, String value) {
        return answer.path("groups")
                .valueStream()
                .filter(group -> group.path("by").path(by).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static long total(Answer answer) {
        return answer.json()
                .path("groups")
                .get(0)
                .path("totals")
                .path("sum(session)")
                .asLong();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
