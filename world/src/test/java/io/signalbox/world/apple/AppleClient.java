package io.signalbox.world.apple;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.http.Json;
import io.signalbox.world.log.Vendor;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** App Store Connect in plain HTTP, by somebody who knows the steps. */
public final class AppleClient {
    static final String APP = "1500000001";

    private final OpenWorld open;

    public AppleClient(OpenWorld open) {
        this.open = open;
    }

    /** A version with build and notes. */
    public String prepare(String text, String build) {
        String version = id(create(text));
        assertThat(choose(version, build(build)).status()).isEqualTo(204);
        writeNotes(version, "New things");
        return version;
    }

    public void writeNotes(String version, String notes) {
        String text = get("/v1/appStoreVersions/" + version + "/appStoreVersionLocalizations")
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();
        Answer written = patch(
                "/v1/appStoreVersionLocalizations/" + text,
                "appStoreVersionLocalizations",
                text,
                Map.of("whatsNew", notes));
        assertThat(written.status()).isEqualTo(200);
    }

    Answer create(String version) {
        return post(
                "appStoreVersions",
                Map.of("platform", "IOS", "versionString", version, "releaseType", "MANUAL"),
                Map.of("app", APP));
    }

    String build(String number) {
        return get("/v1/builds?filter[app]=" + APP + "&filter[version]=" + number)
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();
    }

    Answer choose(String version, String build) {
        ObjectNode body = Json.object();
        body.putObject("data").put("type", "builds").put("id", build);
        return open.robot(Vendor.APPLE, "PATCH", "/v1/appStoreVersions/" + version + "/relationships/build")
                .json(body)
                .send();
    }

    public String submit(String version) {
        String submission = id(openSubmission());
        assertThat(addItem(submission, version).status()).isEqualTo(201);
        Answer sent = patch(
                "/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("submitted", true));
        assertThat(sent.status()).isEqualTo(200);
        return submission;
    }

    Answer openSubmission() {
        return submissionRequest().send();
    }

    OpenWorld.Request submissionRequest() {
        return open.robot(Vendor.APPLE, "POST", "/v1/reviewSubmissions")
                .json(document("reviewSubmissions", Map.of("platform", "IOS"), Map.of("app", APP)));
    }

    Answer addItem(String submission, String version) {
        return post(
                "reviewSubmissionItems", Map.of(), Map.of("reviewSubmission", submission, "appStoreVersion", version));
    }

    public Answer release(String version) {
        return post("appStoreVersionReleaseRequests", Map.of(), Map.of("appStoreVersion", version));
    }

    public String plan(String version) {
        return id(planAnswer(version));
    }

    Answer planAnswer(String version) {
        return post(
                "appStoreVersionPhasedReleases",
                Map.of("phasedReleaseState", "INACTIVE"),
                Map.of("appStoreVersion", version));
    }

    Answer change(String phased, String state) {
        return patch(
                "/v1/appStoreVersionPhasedReleases/" + phased,
                "appStoreVersionPhasedReleases",
                phased,
                Map.of("phasedReleaseState", state));
    }

    JsonNode phased(String version) {
        return get("/v1/appStoreVersions/" + version + "/appStoreVersionPhasedRelease")
                .json()
                .path("data");
    }

    public int day(String version) {
        return phased(version).path("attributes").path("currentDayNumber").asInt();
    }

    public String state(String version) {
        return attribute("/v1/appStoreVersions/" + version, "appVersionState");
    }

    String attribute(String path, String name) {
        return get(path).json().path("data").path("attributes").path(name).asString();
    }

    Answer get(String path) {
        return open.robot(Vendor.APPLE, "GET", path.replace("[", "%5B").replace("]", "%5D"))
                .send();
    }

    Answer post(String type, Map<String, Object> attributes, Map<String, String> related) {
        return open.robot(Vendor.APPLE, "POST", "/v1/" + type)
                .json(document(type, attributes, related))
                .send();
    }

    Answer patch(String path, String type, String id, Map<String, Object> attributes) {
        ObjectNode document = document(type, attributes, Map.of());
        ((ObjectNode) document.path("data")).put("id", id);
        return open.robot(Vendor.APPLE, "PATCH", path).json(document).send();
    }

    static ObjectNode document(String type, Map<String, Object> attributes, Map<String, String> related) {
        ObjectNode document = Json.object();
        ObjectNode data = document.putObject("data").put("type", type);
        ObjectNode values = data.putObject("attributes");
        attributes.forEach((name, value) -> {
            if (value instanceof Boolean bool) {
                values.put(name, bool);
            } else {
                values.put(name, value.toString());
            }
        });
        ObjectNode relationships = data.putObject("relationships");
        related.forEach((name, id) -> relationships
                .putObject(name)
                .putObject("data")
                .put("type", "any")
                .put("id", id));
        return document;
    }

    static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("data").path("id").asString();
    }

    static String code(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        return answer.json().path("errors").get(0).path("code").asString();
    }
}
