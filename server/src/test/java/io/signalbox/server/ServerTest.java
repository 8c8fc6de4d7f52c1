package io.signalbox.server;

import static io.signalbox.server.RunningServer.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.actor.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerTest {
    private final RunningServer running = RunningServer.get();
    private final String manager = running.manager;
    private final String viewer = running.viewer;

    private HttpResponse<String> get(String path, Optional<String> token, String... headers)
            throws IOException, InterruptedException {
        return running.get(path, token, headers);
    }

    private HttpResponse<String> post(String path, String token, String id, String body, String... headers)
            throws IOException, InterruptedException {
        return running.post(path, token, id, body, headers);
    }

    @Test
    void nobodyReadsWithoutAToken() throws Exception {
        assertThat(get("/api/v1/apps", Optional.empty()).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/apps", Optional.of("sbx-forged")).statusCode()).isEqualTo(401);
    }

    @Test
    void theCycleOfTheAppIsOnTheBoard() throws Exception {
        HttpResponse<String> board = get("/api/v1/apps/player/board", Optional.of(viewer));
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.body()).contains("\"version\":\"8.9.2\"").contains("\"part\":\"UPCOMING\"");
        String etag = board.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/v1/apps/player/board", Optional.of(viewer), "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aTrackSaysWhatItsReaderMayDo() throws Exception {
        String asViewer = get("/api/v1/apps/player/releases/8.9.2/tracks/android", Optional.of(viewer))
                .body();
        assertThat(asViewer)
                .contains("\"name\":\"pause\",\"target\":\"\",\"allowed\":false,\"code\":\"not-your-role\"");
        String asManager = get("/api/v1/apps/player/releases/8.9.2/tracks/android", Optional.of(manager))
                .body();
        assertThat(asManager).contains("\"name\":\"pause\",\"target\":\"\",\"allowed\":true");
    }

    @Test
    void aPauseIsAcceptedOnceAndResumedWithAReason() throws Exception {
        String track = "/api/v1/apps/player/releases/8.9.2/tracks/android";
        assertThat(post(track + "/pause", viewer, "v1", "{}").statusCode()).isEqualTo(403);
        assertThat(post(track + "/pause", manager, "p1", "").statusCode()).isEqualTo(202);
        assertThat(post(track + "/pause", manager, "p1", "").statusCode())
                .as("the same command again")
                .isEqualTo(202);
        HttpResponse<String> second = post(track + "/pause", manager, "p2", "{\"reason\":\"again\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("already-paused");
        HttpResponse<String> mute = post(track + "/resume", manager, "r1", "{}");
        assertThat(mute.statusCode()).isEqualTo(422);
        assertThat(mute.body()).contains("no-reason").contains("/reason");
        assertThat(post(track + "/resume", manager, "r2", "{\"reason\":\"looks fine\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void whatTheStoresAskForIsListedAlsoWhereNobodyHasWrittenIt() throws Exception {
        String track = "/api/v1/apps/player/releases/8.9.2/tracks/android";
        String note = "{\"notes\":[{\"locale\":\"sv-SE\",\"text\":\"Bättre\"}]}";
        assertThat(running.put(track + "/package", manager, "w1", note).statusCode())
                .isEqualTo(202);
        assertThat(get(track, Optional.of(viewer)).body())
                .contains("{\"locale\":\"en-US\",\"text\":\"\"},{\"locale\":\"sv-SE\",\"text\":\"Bättre\"}")
                .contains("{\"name\":\"export\",\"given\":false}");
    }

    @Test
    void aMistypedFieldIsNamed() throws Exception {
        String track = "/api/v1/apps/player/releases/8.9.2/tracks/android";
        HttpResponse<String> response = post(track + "/cancel", manager, "c1", "{\"raeson\":\"too late\"}");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("unknown-field").contains("raeson").contains("reason");
    }

    @Test
    void whatWasReadBeforeAChangeIsStale() throws Exception {
        HttpResponse<String> train = get("/api/v1/apps/player/train", Optional.of(manager));
        String etag = train.headers().firstValue("ETag").orElseThrow();
        String body = "{\"move\":\"submit\",\"mode\":\"automatic\",\"reason\":\"it is time\"}";
        assertThat(post("/api/v1/apps/player/train/arm", manager, "a1", body, "If-Match", etag)
                        .statusCode())
                .isEqualTo(202);
        HttpResponse<String> stale = post("/api/v1/apps/player/train/arm", manager, "a2", body, "If-Match", etag);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("State changed while you were reading");
    }

    @Test
    void aLinkOpensOneSessionOnce() throws Exception {
        String link = running.server().doorkeeper().link(person("Ana", Role.RELEASE_MANAGER));
        HttpResponse<String> first = get("/open?link=" + link, Optional.empty());
        assertThat(first.statusCode()).isEqualTo(303);
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(get("/open?link=" + link, Optional.empty()).statusCode()).isEqualTo(410);
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(get("/api/v1/me", Optional.empty(), "Cookie", session).body())
                .contains("\"name\":\"Ana\"");
    }

    @Test
    void aSessionChangesNothingFromForeignPages() throws Exception {
        String link = running.server().doorkeeper().link(person("Ana", Role.RELEASE_MANAGER));
        String cookie = get("/open?link=" + link, Optional.empty())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        String session = cookie.substring(0, cookie.indexOf(';'));
        HttpRequest.Builder foreign = running.request("/api/v1/apps/player/train/switch-off")
                .header("Cookie", session)
                .header("Idempotency-Key", "x1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(running.send(foreign).statusCode()).isEqualTo(401);
        assertThat(running.send(foreign.header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersCarryTheHeadersThatKeepPagesSafe() throws Exception {
        HttpResponse<String> response = get("/health/live", Optional.empty());
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void everyAddressOfAPageServesThePageWithItsFilesBelowTheServer() throws Exception {
        for (String address : List.of("/", "/apps/player", "/apps/player/releases/8.9.2/tracks/android")) {
            HttpResponse<String> page = get(address, Optional.empty(), "Accept", "text/html");
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.body()).contains("src=\"/assets/index.js\"");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("style-src 'self'")
                    .doesNotContain("unsafe");
        }
        assertThat(get("/assets/absent.js", Optional.empty()).statusCode()).isEqualTo(404);
    }
}
