package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.testkit.time.VirtualTime;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database is away: whoever asks is told so, and nothing is half done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACK = "/api/v1/apps/player/releases/8.9.2/tracks/android";

    private final Outage ofSubjects = new Outage();
    private final Outage ofSecrets = new Outage();
    private final RunningServer running = RunningServer.with(ofSubjects, ofSecrets);

    private record Operation(String method, String path) {}

    @AfterEach
    void allIsBack() {
        ofSubjects.end();
        ofSecrets.end();
        running.settle();
    }

    @AfterAll
    void close() {
        running.server().close();
    }

    /** Every operation of the API, with names in its path that exist. */
    private static List<Operation> operations() throws Exception {
        Map<String, String> names =
                Map.of("app", "player", "version", "8.9.2", "platform", "android", "date", "2024-09-27");
        List<Operation> operations = new ArrayList<>();
        JsonNode paths =
                JSON.readTree(Files.readString(Path.of("..", "openapi.json"))).get("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String written = path.getKey();
                    for (Map.Entry<String, String> name : names.entrySet()) {
                        written = written.replace("{" + name.getKey() + "}", name.getValue());
                    }
                    operations.add(new Operation(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            written.replace("{commit}", "a".repeat(40)).replaceAll("\\{\\w+}", "a")));
                }));
        return operations.stream().filter(o -> o.path().startsWith("/api/")).toList();
    }

    private HttpResponse<String> ask(Operation operation) throws Exception {
        return operation.method().equals("GET")
                ? running.get(operation.path(), Optional.of(running.manager))
                : running.give(operation.method(), operation.path(), running.manager, "outage", "{}");
    }

    private static void isAway(HttpResponse<String> response, String what) {
        assertThat(response.statusCode()).as("%s: %s", what, response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).contains("5");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("type").asString()).isEqualTo("database-away");
        assertThat(problem.get("status").asInt()).isEqualTo(503);
        assertThat(problem.get("detail").asString()).startsWith(Outage.SENTENCE).contains("Ask again");
    }

    @Test
    void aServerWhoseDatabaseGoesAwayWhileItStartsDoesNotStayHalf() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Outage away = new Outage();
        away.begin();
        ServerParts parts = RunningServer.parts(new VirtualTime(Given.START), away, new Outage(), port);
        assertThatThrownBy(() -> SignalboxServer.start(parts)).isInstanceOf(StorageDown.class);
        assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
                .as("nobody listens there")
                .doesNotThrowAnyException();
    }

    @Test
    void whileNobodyCanBeKnownEveryOperationSaysWhichDatabaseIsAway() throws Exception {
        ofSecrets.begin();
        for (Operation operation : operations()) {
            isAway(ask(operation), operation.toString());
        }
        String session = "signalbox-session=sbx-whatever";
        isAway(running.get("/api/v1/me", Optional.empty(), "Cookie", session), "a browser");
        isAway(running.get("/open?link=sbx-whatever", Optional.empty()), "a link");
        isAway(
                running.send(
                        running.request("/close").header("Cookie", session).POST(HttpRequest.BodyPublishers.noBody())),
                "a farewell");
        assertThat(running.get("/api/v1/me", Optional.empty()).statusCode())
                .as("who says nothing is asked who they are")
                .isEqualTo(401);
        assertThat(running.get("/", Optional.empty(), "Accept", "text/html", "Cookie", session)
                        .statusCode())
                .as("pages load, to say what is wrong")
                .isEqualTo(200);
    }

    @Test
    void whatNeedsWhatIsKeptSaysSoAndIsNotCalledAFaultOfOurs() throws Exception {
        ofSubjects.begin();
        for (String path : List.of(
                "/api/v1/apps/player/train",
                "/api/v1/apps/player/releases/8.9.2",
                TRACK,
                "/api/v1/apps/player/journal",
                "/health/robot")) {
            isAway(running.get(path, Optional.of(running.viewer)), path);
        }
        for (Operation operation : operations()) {
            if (operation.path().endsWith("/events")) {
                continue; // An open ear hears nothing for now.
            }
            assertThat(ask(operation).statusCode()).as(operation.toString()).isNotEqualTo(500);
        }
        assertThat(running.get("/api/v1/apps", Optional.of(running.viewer)).statusCode())
                .isEqualTo(200);
        assertThat(running.get("/health/live", Optional.empty()).statusCode()).isEqualTo(200);
    }

    @Test
    void aCommandIsRefusedWholeAndTakenOnceWhenItIsGivenAgain() throws Exception {
        String journal = running.body("/api/v1/apps/player/journal");
        ofSubjects.begin();
        isAway(running.post(TRACK + "/pause", running.manager, "p1", "{\"reason\":\"a crash\"}"), "pause");
        ofSubjects.end();
        assertThat(running.body("/api/v1/apps/player/journal")).isEqualTo(journal);
        for (int i = 0; i < 2; i++) {
            assertThat(running.post(TRACK + "/pause", running.manager, "p1", "{\"reason\":\"a crash\"}")
                            .statusCode())
                    .isEqualTo(202);
        }
        assertThat(running.body("/api/v1/apps/player/journal").split("a crash", -1))
                .as("once in the journal")
                .hasSize(2);
        running.post(TRACK + "/resume", running.manager, "p2", "{\"reason\":\"fixed\"}");
    }

    @Test
    @Requirement("R41")
    void theOverviewSaysWhichDatabaseIsAwayAndOfWhenItIs() throws Exception {
        ofSubjects.begin();
        running.server().boards().changed(Given.APP);
        running.server().boards().refresh();
        assertThat(running.body("/api/v1/apps/player/board"))
                .contains("\"outdated\":\"" + Outage.SENTENCE)
                .contains("\"statement\":\"Data from ")
                .doesNotContain("\"status\":\"READY\"", "\"status\":\"WAITING\"");
        ofSubjects.end();
        running.settle();
        assertThat(running.body("/api/v1/apps/player/board")).doesNotContain("outdated");
    }
}
