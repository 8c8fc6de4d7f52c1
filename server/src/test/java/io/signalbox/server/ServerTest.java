package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.Settings;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import io.signalbox.server.access.MemoryAccess;
import io.signalbox.server.drive.Work;
import io.signalbox.testkit.time.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerTest {
    private static final VirtualTime TIME = new VirtualTime(Given.START.minusSeconds(60));
    private static SignalboxServer server;
    private static String manager;
    private static String viewer;

    @BeforeAll
    static void start() {
        server = SignalboxServer.start(new ServerParts(
                new MemoryStorage(TIME),
                new OneApp(),
                new NoConnectors(),
                new MemoryAccess(),
                TIME,
                ClockKind.STEPPED,
                TIME,
                Settings.standard("test"),
                "127.0.0.1",
                0));
        manager = server.doorkeeper().token(new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty()));
        viewer = server.doorkeeper().token(new Actor("Vera", Role.VIEWER, Optional.empty()));
        settle();
        TIME.to(Given.START);
        settle();
    }

    /** Lets everything happen that is due. */
    private static void settle() {
        for (List<Future<?>> started = server.work().start();
                !started.isEmpty();
                started = server.work().start()) {
            started.forEach(Work::await);
        }
        server.boards().changed(Given.APP);
        server.boards().refresh();
    }

    @AfterAll
    static void stop() {
        server.close();
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
        String link = server.doorkeeper().link(new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty()));
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
        String link = server.doorkeeper().link(new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty()));
        String cookie = get("/open?link=" + link, Optional.empty())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        String session = cookie.substring(0, cookie.indexOf(';'));
        HttpRequest.Builder foreign = request("/api/v1/apps/player/train/switch-off")
                .header("Cookie", session)
                .header("Idempotency-Key", "x1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(foreign).statusCode()).isEqualTo(401);
        assertThat(send(foreign.header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersCarryTheHeadersThatKeepPagesSafe() throws Exception {
        HttpResponse<String> response = get("/health/live", Optional.empty());
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> get(String path, Optional<String> token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpResponse<String> post(String path, String token, String id, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", id)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static final class OneApp implements Configuration {
        private final App app = Given.app(Given.feed());
        private final Policy policy =
                Given.policy(Given.process(Mode.AUTOMATIC, new Criterion.NoOpenQuestion()), new Criterion.AnyCommit());

        @Override
        public List<AppKey> apps() {
            return List.of(app.key());
        }

        @Override
        public Optional<App> app(AppKey key) {
            return key.equals(app.key()) ? Optional.of(app) : Optional.empty();
        }

        @Override
        public Optional<Policy> policy(AppKey key) {
            return Optional.of(policy);
        }

        @Override
        public Optional<Policy> policy(String hash) {
            return Optional.of(policy);
        }
    }

    private static final class NoConnectors implements Connectors {
        @Override
        public List<Source> sources(AppKey app) {
            return List.of();
        }

        @Override
        public Optional<Performer> performer(AppKey app, String place) {
            return Optional.empty();
        }

        @Override
        public Optional<String> readerOf(AppKey app, String place) {
            return Optional.empty();
        }
    }
}
