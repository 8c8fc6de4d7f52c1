package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong is told as RFC 9457 has it, each fault with its place, its code and words. */
class ProblemsTest {
    private static final String TRACK = "/api/v1/apps/player/releases/8.9.2/tracks/android";
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger IDS = new AtomicInteger();

    private final RunningServer running = RunningServer.get();

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isNotBlank();
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    private static void hasFault(JsonNode problem, String pointer, String code) {
        JsonNode fault = problem.get("errors").get(0);
        assertThat(fault.get("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.get("code").asString()).isEqualTo(code);
        assertThat(fault.get("message").asString()).isNotBlank();
    }

    private HttpResponse<String> give(String method, String path, String body, String... headers) throws Exception {
        return running.give(method, path, running.manager, "problem-" + IDS.incrementAndGet(), body, headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /cancel                | {\"raeson\":\"too late\"}                     | /raeson         | unknown-field",
                "PUT  | /package               | {\"notes\":[{\"locale\":\"en\",\"txt\":\"x\"}]} | /notes/0/txt    | unknown-field",
                "PUT  | /package               | {\"notes\":[null]}                           | /notes          | missing",
                "POST | /sign-offs/a/opt-out   | {\"until\":\"soon\"}                         | /until          | wrong-type",
                "POST | /sign-offs/a/opt-out   | {}                                           | /until          | missing",
                "POST | /sign-offs/a           | {}                                           | /result         | unknown-value",
                "POST | /sign-offs/NOT%20A     | {\"result\":\"passed\"}                      | /team           | invalid",
                "POST | /confirm               | {}                                           | /fingerprint    | missing",
                "POST | /others/x/choose       | {\"choice\":\"finish\"}                      | /other          | invalid",
                "PUT  | /checks/legal          | {\"state\":\"passed\",\"commit\":\"abc\"}    | /commit         | invalid",
                "POST | /cancel                | {\"reason\":\"no\"}                          | /reason         | no-reason"
            })
    void aFaultOfABodyIsNamedAtItsPlace(String method, String path, String body, String pointer, String code)
            throws Exception {
        hasFault(problem(give(method, TRACK + path, body), 422), pointer, code);
    }

    @Test
    void aBadDateIsToldWithAGoodOne() throws Exception {
        JsonNode problem =
                problem(give("POST", "/api/v1/apps/player/train/skip", "{\"date\":\"soon\",\"reason\":\"no\"}"), 422);
        hasFault(problem, "/date", "wrong-type");
        assertThat(problem.get("detail").asString()).isEqualTo("this is not a date such as 2026-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/apps/NOT%20A/train, /app",
        "/api/v1/apps/player/releases/latest, /version",
        "/api/v1/apps/player/releases/8.9.2/tracks/A%20B, /platform",
        "/api/v1/apps/player/journal?limit=0, limit",
        "/api/v1/apps/player/journal?after=x, after",
        "/api/v1/apps/player/journal?befroe=7&limit=3, befroe",
        "/api/v1/apps/player/board?x=1, x"
    })
    void aFaultOfAnAddressIsNamedToo(String path, String pointer) throws Exception {
        JsonNode problem = problem(running.get(path, Optional.of(running.viewer)), 422);
        assertThat(problem.get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void aBodyThatIsNoJsonOrIsMissingCannotBeRead() throws Exception {
        hasFault(problem(give("POST", TRACK + "/cancel", "{"), 400), "", "unreadable");
        hasFault(problem(give("POST", TRACK + "/cancel", ""), 400), "", "unreadable");
    }

    @Test
    void headersOfCommandsAreChecked() throws Exception {
        hasFault(problem(give("POST", TRACK + "/pause", "", "If-Match", "yesterday"), 422), "If-Match", "invalid");
        HttpRequest.Builder nameless = running.request(TRACK + "/pause")
                .header("Authorization", "Bearer " + running.manager)
                .POST(HttpRequest.BodyPublishers.noBody());
        hasFault(problem(running.send(nameless), 422), "Idempotency-Key", "missing");
    }

    @Test
    void whoIsNotKnownWhoMayNotAndWhatIsNotThereAreToldApart() throws Exception {
        problem(running.get("/api/v1/me", Optional.empty()), 401);
        hasFault(problem(running.post(TRACK + "/pause", running.viewer, "v", ""), 403), "", "not-your-role");
        problem(running.get("/api/v1/apps/other/board", Optional.of(running.viewer)), 404);
        hasFault(
                problem(
                        give(
                                "POST",
                                TRACK + "/questions/q/answer",
                                "{\"choice\":\"accept\",\"reason\":\"fine by me\"}"),
                        404),
                "/question",
                "unknown");
        hasFault(problem(give("POST", TRACK + "/resume", "{\"reason\":\"go on\"}"), 409), "", "not-paused");
        problem(running.give("DELETE", TRACK, running.manager, "d", ""), 405);
    }
}
