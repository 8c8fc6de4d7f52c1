package io.signalbox.world;

import io.signalbox.world.git.CodeBase;
import io.signalbox.world.git.Developer;
import io.signalbox.world.http.Json;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.keys.Tokens;
import io.signalbox.world.log.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A world with one app on Friday 20 September 2024, 09:00 in Stockholm, and a client that speaks plain HTTP to it. */
public final class OpenWorld implements AutoCloseable {
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    public static final Instant START = Instant.parse("2024-09-20T07:00:00Z");
    public static final Developer ADA = new Developer("Ada Player", "ada@example.com", "playback");

    private final World world;
    private final HttpClient client = HttpClient.newHttpClient();

    private OpenWorld(World world) {
        this.world = world;
    }

    public static OpenWorld in(Path folder) {
        return in(folder, settings -> settings);
    }

    public static OpenWorld in(Path folder, UnaryOperator<WorldSettings> with) {
        WorldApp app = WorldApp.player("8.9.0", "8.9.1");
        return new OpenWorld(World.open(with.apply(WorldSettings.of(START, STOCKHOLM, folder, app))));
    }

    public World world() {
        return world;
    }

    public CodeBase code() {
        return world.git().find("player").orElseThrow();
    }

    public void pass(Duration duration) {
        world.advanceTo(world.now().plus(duration));
    }

    public Request request(Vendor vendor, String method, String path) {
        return new Request(HttpRequest.newBuilder(URI.create(world.base(vendor) + path)), method, "");
    }

    /** A request by somebody called robot, whose credentials fit the vendor. */
    public Request robot(Vendor vendor, String method, String path) {
        Request request = request(vendor, method, path);
        return switch (vendor) {
            case JIRA -> request.basic(Keys.jiraEmail("robot"), world.keys().token(vendor, "robot"));
            case APPLE -> request.bearer(appleToken());
            case GIT, GITHUB, SENTRY, FEED -> request.bearer(world.keys().token(vendor, "robot"));
            case PLAY, PLAY_VITALS, GOOGLE_OAUTH -> request;
        };
    }

    public String appleToken() {
        return Tokens.apple(
                world.keys().appleKey("robot"), world.now(), world.now().plusSeconds(600));
    }

    @Override
    public void close() {
        client.close();
        world.close();
    }

    /** A request on its way. */
    public final class Request {
        private final HttpRequest.Builder builder;
        private final String method;
        private String body;

        private Request(HttpRequest.Builder builder, String method, String body) {
            this.builder = builder;
            this.method = method;
            this.body = body;
        }

        public Request header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        public Request bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Request basic(String user, String password) {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }

        public Request body(String text) {
            body = text;
            return this;
        }

        public Request json(JsonNode json) {
            builder.header("Content-Type", "application/json");
            return body(json.toString());
        }

        public Answer send() {
            try {
                return new Answer(sendThrowing());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        public HttpResponse<String> sendThrowing() throws IOException {
            try {
                return client.send(
                        builder.method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return Json.parse(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
