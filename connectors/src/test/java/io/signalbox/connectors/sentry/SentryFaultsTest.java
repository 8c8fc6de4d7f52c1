package io.signalbox.connectors.sentry;

import static io.signalbox.connectors.sentry.OpenSentry.ANDROID;
import static io.signalbox.connectors.sentry.OpenSentry.answering;
import static io.signalbox.connectors.sentry.OpenSentry.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.connectors.http.Trial;
import io.signalbox.connectors.sentry.SentrySettings.Project;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.HealthReading.CountryCrashes;
import io.signalbox.engine.source.Answer;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What comes of answers that are late, refused, partial or strange: never a number. */
class SentryFaultsTest {
    private static final String WHOLE = """
            {"start": "2024-09-19T00:00:00Z", "end": "2024-09-22T00:00:00Z", "query": "",
             "intervals": ["2024-09-19T00:00:00Z", "2024-09-20T00:00:00Z", "2024-09-21T00:00:00Z"],
             "groups": [{"by": {"release": "player-android@8.9.1+80901001", "environment": "beta"},
                         "totals": {"sum(session)": 1000, "crash_rate(session)": 0.001, "count_unique(user)": 7}}]}
            """;

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
    void failuresAreToldApart() {
        failsWith(new Fault.DropBefore(), Failure.Kind.UNREACHABLE);
        failsWith(new Fault.CutReply(), Failure.Kind.UNREACHABLE);
        failsWith(Fault.status(503), Failure.Kind.UNREACHABLE);
        failsWith(Fault.nonsenseJson(), Failure.Kind.NONSENSE);
        failsWith(Fault.wrongContentType(), Failure.Kind.NONSENSE);
        failsWith(Fault.status(404), Failure.Kind.REFUSED);
        failsWith(Fault.status(400), Failure.Kind.NONSENSE);
        failsWith(Fault.tooMany(60), Failure.Kind.THROTTLED);
        assertThat(world.failure().message()).contains("no more calls before");
        world.open().pass(Duration.ofSeconds(60));
        assertThat(world.beta().total().sessions()).isPositive();
    }

    private void failsWith(Fault fault, Failure.Kind kind) {
        world.during(
                "",
                fault,
                () -> assertThat(world.failure().kind()).as(fault.toString()).isEqualTo(kind));
    }

    @Test
    void aTokenThatIsNotAcceptedIsToldAndNotShown() {
        Failure failure = world.failure(world.connector(world.settings(), "s3cr3t"));

        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(failure.message()).contains("Invalid token").doesNotContain("s3cr3t");
    }

    @Test
    void anAnswerThatFailsBesideAnotherFailsTheReading() {
        world.during(
                "/events/",
                Fault.status(500),
                () -> assertThat(world.failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE));
        world.during(
                "/events/",
                answering(
                        "{\"data\": [{\"release\": \"x\", \"environment\": \"beta\", \"geo.country_code\": 7, \"count()\": 1}]}"),
                () -> assertThat(world.failure().kind()).isEqualTo(Failure.Kind.NONSENSE));
        world.during(
                "/events/",
                answering("{\"rows\": []}"),
                () -> assertThat(world.failure().message()).contains("data is no list"));
    }

    @Test
    void whatTheContractDoesNotKnowIsAnErrorAndNotAGuess() {
        world.askNothing();
        world.during("/sessions/", answering(WHOLE), () -> {
            assertThat(world.beta().total()).isEqualTo(new HealthReading.Use(1000, 1));
            assertThat(world.beta().dailyUsers()).contains(7L);
        });
        for (String strange : List.of(
                "[]",
                "{}",
                WHOLE.replace("\"groups\"", "\"group\""),
                WHOLE.replace("\"end\"", "\"until\""),
                WHOLE.replace("2024-09-22T00:00:00Z", "tomorrow"),
                WHOLE.replace("[\"2024-09-19T00:00:00Z\", \"2024-09-20T00:00:00Z\", \"2024-09-21T00:00:00Z\"]", "[]"),
                WHOLE.replace("\"release\":", "\"released\":"),
                WHOLE.replace("\"environment\": \"beta\"", "\"environment\": null"),
                WHOLE.replace("1000", "-1"),
                WHOLE.replace("1000", "10.5"),
                WHOLE.replace("1000", "\"1000\""),
                WHOLE.replace("1000", "1e300"),
                WHOLE.replace("0.001", "null"),
                WHOLE.replace("0.001", "1.5"),
                WHOLE.replace("0.001", "-0.1"),
                WHOLE.replace("0.001", "\"low\""))) {
            world.during("/sessions/", answering(strange), () -> {
                Failure failure = world.failure();
                assertThat(failure.kind()).as(strange).isEqualTo(Failure.Kind.NONSENSE);
                assertThat(failure.message()).contains("Sentry answered nonsense");
            });
        }
    }

    @Test
    void aProjectThatReportsNoUsersHasAnUnknownNumberOfThem() {
        world.askNothing();
        world.during(
                "/sessions/",
                answering(WHOLE.replace("\"count_unique(user)\": 7", "\"count_unique(user)\": 0")),
                () -> assertThat(world.beta().dailyUsers()).isEmpty());
    }

    @Test
    void namesOfAnotherKindAreNotOurs() {
        world.askNothing();
        world.during(
                "/sessions/",
                answering(WHOLE.replace("player-android@8.9.1+80901001", "player-android@8.9.1")),
                () -> assertThat(world.beta().total().sessions()).isZero());
        world.during(
                "/sessions/",
                answering(WHOLE.replace("player-android@8.9.1", "other@8.9.1")),
                () -> assertThat(world.beta().total().sessions()).isZero());
    }

    @Test
    void moreThanSentryTellsAtOnceIsAskedForInParts() {
        world.askNothing();
        ObjectNode refusal = Json.object()
                .put(
                        "detail",
                        "Your interval and date range would create too many results."
                                + " Use a larger interval, or a smaller date range.");
        Map<String, Answer> atOnce = world.read(world.interest(List.of(ANDROID), "8.9.1", "8.9.0"));
        var planned = world.open()
                .world()
                .faults()
                .add(FaultRule.on(Vendor.SENTRY, new Fault.Answer(Reply.json(400, refusal)))
                        .when(call -> call.param("query").orElse("").contains(" OR ")));

        Map<String, Answer> inParts = world.read(world.interest(List.of(ANDROID), "8.9.1", "8.9.0"));

        assertThat(planned.count()).isPositive();
        assertThat(inParts).isEqualTo(atOnce);
        planned.remove();
        world.during(
                "/sessions/",
                new Fault.Answer(Reply.json(400, refusal)),
                () -> assertThat(world.failure().message()).contains("too many results"));
    }

    @Test
    void anAnswerThatMayHaveBeenCutShortIsNotBelieved() {
        world.askNothing();
        String group = "{\"by\": {\"release\": \"x@1+%d\", \"environment\": \"beta\"}, \"totals\": {}}";
        String many = IntStream.range(0, 3333).mapToObj(group::formatted).collect(Collectors.joining(","));
        String full = WHOLE.replaceFirst("(?s)\"groups\": \\[.*]", "\"groups\": [" + many + "]");
        world.during(
                "/sessions/",
                answering(full),
                () -> assertThat(world.failure().message()).contains("more groups than it tells at once"));

        Fault paged = new Fault.Garble(Reply.json(200, Json.parse(WHOLE))
                .with("Link", "<http://x>; rel=\"next\"; results=\"true\"; cursor=\"0:1:0\""));
        world.during(
                "/sessions/", paged, () -> assertThat(world.failure().kind()).isEqualTo(Failure.Kind.NONSENSE));
    }

    @Test
    void aTableOfCountriesIsReadToItsEnd() {
        List<CountryCrashes> whole = world.beta().crashesByCountry();
        OpenWorld.Answer first = firstPage();
        Fault paged = new Fault.Garble(Reply.json(200, first.json()).with("Link", first.header("Link")));
        world.open().pass(Duration.ofMinutes(15));
        List<CountryCrashes> fresh = world.beta().crashesByCountry();
        world.open().pass(Duration.ofMinutes(15));
        var planned = world.open()
                .world()
                .faults()
                .add(FaultRule.on(Vendor.SENTRY, paged)
                        .path("/events/")
                        .when(call -> call.param("cursor").isEmpty()));

        List<CountryCrashes> inPages = world.beta().crashesByCountry();

        assertThat(planned.count()).isEqualTo(1);
        assertThat(inPages).hasSameSizeAs(whole).hasSameSizeAs(fresh);
        assertThat(inPages.getFirst().country()).isEqualTo("BR");
        planned.remove();
        world.open().pass(Duration.ofMinutes(15));
        Fault again = new Fault.Garble(Reply.json(200, first.json()).with("Link", first.header("Link")));
        world.during(
                "/events/", again, () -> assertThat(world.failure().message()).contains("is told twice"));
    }

    /** The first two rows of the table, with the address of the rest. */
    private OpenWorld.Answer firstPage() {
        return world.open()
                .robot(
                        Vendor.SENTRY,
                        "GET",
                        "/api/0/organizations/example/events/?dataset=errors&field=release&field=environment"
                                + "&field=geo.country_code&field=count()&project=player-android&environment=beta"
                                + "&statsPeriod=24h&sort=-count()&per_page=2&query="
                                + encode("level:fatal release:[player-android@8.9.1+80901001]"))
                .send();
    }

    @Test
    void crashesFromNobodyKnowsWhereDoNotGatherAnywhere() {
        String row = "{\"release\": \"player-android@8.9.1+80901001\", \"environment\": \"beta\","
                + " \"geo.country_code\": %s, \"count()\": %d}";
        String se = row.formatted("\"se\"", 40);
        world.during(
                "/events/",
                answering("{\"data\": [%s, %s]}".formatted(se, row.formatted("null", 40))),
                () -> assertThat(world.beta().crashesByCountry()).containsExactly(new CountryCrashes("SE", 40)));
        world.open().pass(Duration.ofMinutes(15));
        world.during(
                "/events/",
                answering("{\"data\": [%s, %s]}".formatted(se, row.formatted("\"\"", 41))),
                () -> assertThat(world.beta().crashesByCountry()).isEmpty());
    }

    @Test
    void connectTestTellsWhatIsThere() {
        assertThat(world.sentry().tryOut(world.open().world().now()))
                .allMatch(Trial::works)
                .extracting(Trial::what)
                .containsExactly(
                        "read the releases of player-android",
                        "read the releases of player-desktop",
                        "read the releases of player-ios");
        assertThat(world.sentry().tryOut(world.open().world().now()).getFirst().found())
                .contains("such as player-android@8.9.1+80901002", "alpha, beta, employees, production");
    }

    @Test
    void connectTestTellsWhatDoesNotWork() {
        SentrySettings wrong = new SentrySettings(
                        "sentry", world.open().world().base(Vendor.SENTRY), "example", Map.of(), Map.of())
                .with(ANDROID, new Project("player-android", "com.example.player"))
                .with(OpenSentry.IOS, new Project("stranger", "stranger"));
        List<Trial> trials = world.connector(wrong, world.open().world().keys().token(Vendor.SENTRY, "robot"))
                .tryOut(world.open().world().now());

        assertThat(trials).noneMatch(Trial::works);
        assertThat(trials.getFirst().found()).contains("none is named com.example.player@version+build");
        assertThat(trials.getLast().found()).contains("Invalid project: stranger");
        assertThat(trials.getLast().remedy().orElseThrow()).contains("slug");
    }

    @Test
    void settingsThatCannotBeAreRefusedAtOnce() {
        assertThat(new SentrySettings("sentry", URI.create("https://sentry.io/"), "a", Map.of(), Map.of()).base())
                .isEqualTo(SentrySettings.SENTRY_IO);
        assertThatThrownBy(
                        () -> new SentrySettings("sentry", URI.create("https://sentry.io"), "a/b", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Project("a b", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Project("a", "x@1")).isInstanceOf(IllegalArgumentException.class);
    }
}
