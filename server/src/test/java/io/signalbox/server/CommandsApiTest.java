package io.signalbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands over HTTP: who may, what a repeat does, and that pages hear of it. */
class CommandsApiTest {
    private static final String TRAIN = "/api/v1/apps/player/train";
    private static final String ARM = "{\"move\":\"submit\",\"mode\":\"automatic\",\"reason\":\"it is time\"}";
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningServer running = RunningServer.get();

    /** A body that is well-formed for each command, by the end of its path. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/answer", "{\"choice\":\"accept\"}"),
            Map.entry("/sign-offs/{team}", "{\"result\":\"passed\"}"),
            Map.entry("/opt-out", "{\"until\":\"2030-01-01T00:00:00Z\"}"),
            Map.entry("/rule", "{\"ruling\":\"no-code-needed\"}"),
            Map.entry("/confirm", "{\"fingerprint\":\"f\"}"),
            Map.entry("/choose", "{\"choice\":\"finish\"}"),
            Map.entry("/checks/{name}", "{\"commit\":\"" + "a".repeat(40) + "\",\"state\":\"passed\"}"),
            Map.entry("/approve-commit", "{\"commit\":\"" + "a".repeat(40) + "\",\"bug\":\"AND-1\"}"),
            Map.entry("/skip", "{\"date\":\"2024-10-04\"}"),
            Map.entry("/postpone", "{\"date\":\"2024-10-04\",\"to\":\"2030-01-01T00:00:00Z\"}"),
            Map.entry("/arm", ARM));

    private static final Map<String, String> PLACES = Map.of(
            "{app}", "player",
            "{version}", "8.9.2",
            "{platform}", "android",
            "{other}", "8.9.1",
            "{repository}", "main");

    private static Set<String> commands() throws Exception {
        Set<String> commands = new TreeSet<>();
        JsonNode paths =
                JSON.readTree(Files.readString(Path.of("..", "openapi.json"))).get("paths");
        paths.propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(o -> o.getValue().get("responses").has("202"))
                        .forEach(o -> commands.add(o.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return commands;
    }

    private static String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> place : new TreeMap<>(PLACES).entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled.replaceAll("\\{\\w+}", "any");
    }

    private static String body(String path) {
        return BODIES.entrySet().stream()
                .filter(e -> path.endsWith(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
    }

    @Test
    @Requirement("R94")
    void aViewerCanGiveNoCommandAtAll() throws Exception {
        assertThat(commands()).hasSizeGreaterThan(20);
        for (String command : commands()) {
            String method = command.substring(0, command.indexOf(' '));
            String path = command.substring(command.indexOf(' ') + 1);
            HttpResponse<String> response = running.give(method, filled(path), running.viewer, "viewer", body(path));
            assertThat(response.statusCode())
                    .as(command + ": " + response.body())
                    .isEqualTo(403);
        }
    }

    @Test
    void aRepeatWithTheSameKeyGetsTheSameAnswerThoughTheRevisionHasMoved() throws Exception {
        String etag = running.get(TRAIN, Optional.of(running.manager))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> first = running.post(TRAIN + "/arm", running.manager, "twice", ARM, "If-Match", etag);
        HttpResponse<String> second = running.post(TRAIN + "/arm", running.manager, "twice", ARM, "If-Match", etag);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(running.post(TRAIN + "/arm", running.manager, "another", ARM, "If-Match", etag)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    @Requirement("R68")
    void aStopIgnoresWhatItsGiverSaw() throws Exception {
        HttpResponse<String> stop =
                running.post(TRAIN + "/switch-off", running.manager, "stale stop", "", "If-Match", "\"0\"");
        assertThat(stop.statusCode()).isEqualTo(202);
        assertThat(running.post(TRAIN + "/switch-on", running.manager, "on", "{\"reason\":\"go on\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aPageIsToldOfAChange() throws Exception {
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = running.request("/api/v1/events")
                    .header("Authorization", "Bearer " + running.viewer)
                    .build();
            var stream =
                    client.send(request, HttpResponse.BodyHandlers.ofLines()).body();
            Thread.startVirtualThread(() -> readAll(stream, lines));
            String told = next(lines);
            running.post(TRAIN + "/switch-off", running.manager, "event off", "");
            running.server().boards().changed(Given.APP);
            String toldAgain = next(lines);
            running.post(TRAIN + "/switch-on", running.manager, "event on", "{\"reason\":\"go on\"}");
            running.settle();
            assertThat(told).contains("\"app\":\"player\"");
            assertThat(revision(toldAgain)).isGreaterThan(revision(told));
            client.shutdownNow();
        }
    }

    private static void readAll(Stream<String> stream, LinkedBlockingQueue<String> lines) {
        try {
            stream.forEach(lines::add);
        } catch (UncheckedIOException e) {
            lines.add("the stream was closed: " + e.getMessage());
        }
    }

    private static String next(LinkedBlockingQueue<String> lines) throws InterruptedException {
        for (String line = lines.poll(10, TimeUnit.SECONDS); line != null; line = lines.poll(10, TimeUnit.SECONDS)) {
            if (line.startsWith("data:")) {
                return line;
            }
        }
        throw new AssertionError("nobody was told anything");
    }

    private static long revision(String data) {
        return JSON.readTree(data.substring("data:".length())).get("revision").asLong();
    }

    @Test
    void aTokenIsNoLinkAndSurvivesBeingTakenForOne() throws Exception {
        assertThat(running.get("/open?link=" + running.viewer, Optional.empty()).statusCode())
                .isEqualTo(410);
        assertThat(running.get("/api/v1/me", Optional.of(running.viewer)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("R95")
    void theJournalIsReadPageByPageWithoutGapsOrRepeats() throws Exception {
        List<Long> seen = new ArrayList<>();
        Optional<Long> after = Optional.of(0L);
        while (after.isPresent()) {
            JsonNode page = JSON.readTree(running.body("/api/v1/apps/player/journal?limit=2&after=" + after.get()));
            List<Long> sequences = page.get("lines")
                    .valueStream()
                    .map(l -> l.get("sequence").asLong())
                    .toList();
            seen.addAll(sequences);
            after = Optional.ofNullable(page.get("next")).map(JsonNode::asLong);
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }
}
