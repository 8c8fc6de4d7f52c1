package io.signalbox.cli.scenario;

import io.signalbox.cli.http.Api;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the pages of one release say. */
final class Views {
    static final List<String> PLATFORMS = List.of("android", "ios", "desktop");

    private final Api api;
    private final String release;

    Views(Api api, String app, String version) {
        this.api = api;
        this.release = "/api/v1/apps/%s/releases/%s".formatted(app, version);
    }

    String releasePath() {
        return release;
    }

    String trackPath(String platform) {
        return release + "/tracks/" + platform;
    }

    JsonNode release() {
        return api.get(release);
    }

    JsonNode track(String platform) {
        return api.get(trackPath(platform));
    }

    String stage(String platform) {
        return track(platform).path("row").path("stage").asString();
    }

    String shown(String platform) {
        return track(platform).path("row").path("shown").asString();
    }

    boolean all(String stage) {
        return PLATFORMS.stream().allMatch(p -> stage(p).equals(stage));
    }

    /** One of the seven signals. */
    JsonNode cell(String platform, String column) {
        return stream(track(platform).path("row").path("cells"))
                .filter(c -> c.path("column").asString().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** A criterion of any move that lies ahead. */
    Optional<JsonNode> condition(String platform, String key) {
        return stream(track(platform).path("moves"))
                .flatMap(m -> stream(m.path("conditions")))
                .filter(c -> c.path("key").asString().equals(key))
                .findFirst();
    }

    boolean verdict(String platform, String key, String verdict) {
        return condition(platform, key)
                .filter(c -> c.path("verdict").asString().equals(verdict))
                .isPresent();
    }

    Optional<JsonNode> openQuestion(String platform) {
        return stream(track(platform).path("questions"))
                .filter(q -> !q.has("answer"))
                .findFirst();
    }

    String candidate(String platform, String field) {
        return track(platform).path("candidate").path(field).asString("");
    }

    /** Whether what the store shows, as Signalbox last read it, begins like this at every destination. */
    boolean shows(String platform, String words) {
        return stream(track(platform).path("destinations"))
                .allMatch(d -> d.path("shows").asString("").startsWith(words));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
