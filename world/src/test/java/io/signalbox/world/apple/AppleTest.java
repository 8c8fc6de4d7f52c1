package io.signalbox.world.apple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.http.Json;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.review.ReviewDesk;
import io.signalbox.world.review.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** App Store Connect over HTTP, from a new version to the last step of its phased release. */
class AppleTest {
    private static final String APP = "1500000001";

    @TempDir
    Path folder;

    private OpenWorld open;
    private AppStore store;
    private ReviewDesk desk;
    private AppleConsole console;

    @BeforeEach
    void uploadABuild() {
        open = OpenWorld.in(folder);
        store = open.world().apple();
        desk = store.reviews(APP);
        desk.usually(Duration.ofHours(4));
        console = store.console(APP, "Kim");
        store.upload(APP, "8.9.1", "80901001", "sha256:aa", "c0ffee");
        open.pass(Duration.ofMinutes(15));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aVersionGoesFromPreparationOverReviewToEveryDayOfItsPhasedRelease() {
        String version = prepare();
        String phased = plan(version);
        String submission = submit(version);
        assertThat(state(version)).isEqualTo("WAITING_FOR_REVIEW");
        open.pass(Duration.ofHours(3));
        assertThat(state(version)).isEqualTo("IN_REVIEW");
        open.pass(Duration.ofHours(1));
        assertThat(state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        assertThat(attribute("/v1/reviewSubmissions/" + submission, "state")).isEqualTo("COMPLETE");

        assertThat(release(version).status()).isEqualTo(201);
        open.pass(Duration.ofMinutes(1));

        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
        assertThat(phased(version).path("id").asString()).isEqualTo(phased);
        assertThat(day(version)).isEqualTo(1);
        open.pass(Duration.ofDays(7));
        assertThat(phased(version).path("attributes").path("phasedReleaseState").asString())
                .isEqualTo("COMPLETE");
        assertThat(exposures("8.9.1"))
                .extracting(change -> change.after().share())
                .containsExactly(0.01, 0.02, 0.05, 0.10, 0.20, 0.50, 1.0, 1.0);
        assertThat(exposures("8.9.0"))
                .extracting(change -> change.after().status())
                .endsWith("REPLACED_WITH_NEW_VERSION");
    }

    @Test
    void aPhasedReleaseAdvancesByItselfOnlyWhileItIsNotPaused() {
        String version = live();
        open.pass(Duration.ofHours(20));
        String phased = phased(version).path("id").asString();
        assertThat(change(phased, "PAUSED").status()).isEqualTo(200);

        open.pass(Duration.ofDays(3));
        assertThat(day(version)).isEqualTo(1);
        assertThat(change(phased, "ACTIVE")
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("totalPauseDuration")
                        .asInt())
                .isEqualTo(3);
        open.pass(Duration.ofHours(3));
        assertThat(day(version)).isEqualTo(1);
        open.pass(Duration.ofHours(1));
        assertThat(day(version)).isEqualTo(2);

        assertThat(change(phased, "COMPLETE").status()).isEqualTo(200);
        assertThat(exposures("8.9.1").getLast().after().share()).isEqualTo(1.0);
        assertThat(code(change(phased, "PAUSED"))).isEqualTo("STATE_ERROR");
    }

    @Test
    void pausesAddUpToThirtyDaysAtMost() {
        String version = live();
        console.pausePhasedRelease("8.9.1");
        open.pass(Duration.ofDays(20));
        console.resumePhasedRelease("8.9.1");
        console.pausePhasedRelease("8.9.1");
        open.pass(Duration.ofDays(9));
        assertThat(phased(version).path("attributes").path("phasedReleaseState").asString())
                .isEqualTo("PAUSED");

        open.pass(Duration.ofDays(1));

        assertThat(phased(version).path("attributes").path("phasedReleaseState").asString())
                .isEqualTo("COMPLETE");
        assertThat(exposures("8.9.1").getLast().by()).isEqualTo(Actor.itself());
    }

    @Test
    void aMetadataRejectionIsMendedAndSentAgainWithTheSameBuild() {
        desk.decideAfter(Duration.ofHours(2), new Verdict.MetadataRejected("screenshots"));
        String version = prepare();
        String submission = submit(version);
        open.pass(Duration.ofHours(2));
        assertThat(state(version)).isEqualTo("METADATA_REJECTED");
        assertThat(attribute("/v1/reviewSubmissions/" + submission, "state")).isEqualTo("UNRESOLVED_ISSUES");
        assertThat(code(openSubmission())).isEqualTo("STATE_ERROR");

        writeNotes(version, "Better notes");
        assertThat(patch(
                                "/v1/reviewSubmissions/" + submission,
                                "reviewSubmissions",
                                submission,
                                Map.of("submitted", true))
                        .status())
                .isEqualTo(200);
        open.pass(Duration.ofHours(4));

        assertThat(state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        assertThat(open.world().log().details(Detail.Review.class))
                .filteredOn(review -> review.reason().isPresent())
                .extracting(Detail.Review::after, review -> review.reason().orElse(""))
                .containsExactly(tuple("METADATA_REJECTED", "screenshots"));
    }

    @Test
    void aRejectedBinaryCanBeReplacedInTheSameSubmission() {
        desk.decideAfter(Duration.ofHours(2), new Verdict.BinaryRejected("crash"));
        String version = prepare();
        String submission = submit(version);
        open.pass(Duration.ofHours(2));
        assertThat(state(version)).isEqualTo("REJECTED");

        store.upload(APP, "8.9.1", "80901002", "sha256:bb", "beef");
        open.pass(Duration.ofMinutes(14));
        assertThat(choose(version, build("80901002")).status()).isEqualTo(204);
        patch("/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("submitted", true));
        open.pass(Duration.ofHours(4));

        assertThat(state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
    }

    @Test
    void cancellingIsSeenOnlyAfterAMoment() {
        String version = prepare();
        String submission = submit(version);
        open.pass(Duration.ofHours(1));

        Answer cancelled =
                patch("/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("canceled", true));
        assertThat(cancelled
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELING");
        assertThat(state(version)).isEqualTo("WAITING_FOR_REVIEW");
        assertThat(code(openSubmission())).isEqualTo("STATE_ERROR");
        open.pass(Duration.ofSeconds(12));

        assertThat(state(version)).isEqualTo("DEVELOPER_REJECTED");
        assertThat(attribute("/v1/reviewSubmissions/" + submission, "state")).isEqualTo("COMPLETE");
        submit(version);
        assertThat(state(version)).isEqualTo("WAITING_FOR_REVIEW");
    }

    @Test
    void anApprovedVersionCanBeDeclined() {
        String version = prepare();
        submit(version);
        open.pass(Duration.ofHours(4));
        String old = get("/v1/appStoreVersions/" + version + "/appStoreVersionSubmission")
                .json()
                .path("data")
                .path("id")
                .asString();

        Answer declined = open.robot(Vendor.APPLE, "DELETE", "/v1/appStoreVersionSubmissions/" + old)
                .send();

        assertThat(declined.status()).isEqualTo(204);
        assertThat(state(version)).isEqualTo("DEVELOPER_REJECTED");
        assertThat(code(release(version))).isEqualTo("STATE_ERROR");
    }

    @Test
    void oneVersionIsPreparedAtATimeAndItsNumberRises() {
        assertThat(code(create("8.9.0"))).isEqualTo("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE");
        assertThat(code(create("8.8.9"))).startsWith("ENTITY_ERROR.ATTRIBUTE.INVALID");
        prepare();

        Answer second = create("8.9.1");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactly("ENTITY_ERROR.RELATIONSHIP.INVALID", "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE");
    }

    @Test
    void aVersionWithoutNotesOrBuildCannotBeReviewed() {
        String version = id(create("8.9.1"));
        String submission = id(openSubmission());

        Answer refused = addItem(submission, version);

        JsonNode error = refused.json().path("errors").get(0);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(error.path("code").asString()).isEqualTo("STATE_ERROR.ENTITY_STATE_INVALID");
        assertThat(error.path("meta").path("associatedErrors").propertyNames()).hasSize(2);
    }

    @Test
    void aBuildIsChosenOnlyWhenItHasBeenProcessed() {
        store.upload(APP, "8.9.1", "80901002", "sha256:bb", "beef");
        String version = id(create("8.9.1"));
        String processing = get("/v1/builds?filter[app]=" + APP + "&filter[processingState]=PROCESSING")
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();

        assertThat(code(choose(version, processing))).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
        open.pass(Duration.ofMinutes(14));

        assertThat(choose(version, processing).status()).isEqualTo(204);
        assertThat(get("/v1/appStoreVersions/" + version + "/build")
                        .json()
                        .path("data")
                        .path("id")
                        .asString())
                .isEqualTo(processing);
    }

    @Test
    void buildsAreFilteredAndTheirVersionIncluded() {
        JsonNode found = get("/v1/builds?filter[app]=" + APP + "&filter[version]=80901001"
                        + "&filter[preReleaseVersion.version]=8.9.1&include=preReleaseVersion&fields[builds]=version,processingState")
                .json();

        assertThat(found.path("data").size()).isEqualTo(1);
        assertThat(found.path("data").get(0).path("attributes").propertyNames())
                .containsExactly("version", "processingState");
        assertThat(found.path("included")
                        .get(0)
                        .path("attributes")
                        .path("version")
                        .asString())
                .isEqualTo("8.9.1");
        assertThat(found.path("meta").path("paging").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void listsArePagedByCursor() {
        for (int build = 2; build <= 7; build++) {
            store.upload(APP, "8.9.1", "8090100" + build, "sha256:" + build, "beef");
        }
        JsonNode first = get("/v1/builds?filter[app]=" + APP + "&limit=3").json();
        String next = first.path("links").path("next").asString();

        JsonNode second = get(next.substring(
                        open.world().base(Vendor.APPLE).toString().length()))
                .json();

        assertThat(first.path("data").size()).isEqualTo(3);
        assertThat(second.path("data").size()).isEqualTo(3);
        assertThat(second.path("data").get(0).path("id"))
                .isNotEqualTo(first.path("data").get(0).path("id"));
        assertThat(code(get("/v1/builds?limit=500"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
        assertThat(code(get("/v1/builds?filter[colour]=red"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
        assertThat(code(get("/v1/builds?include=colour"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
    }

    @Test
    void aPhasedReleaseIsPlannedOnceAndDroppedOnlyBeforeItStarts() {
        String version = prepare();
        String phased = plan(version);
        assertThat(code(planAnswer(version))).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
        assertThat(code(change(phased, "ACTIVE"))).isEqualTo("STATE_ERROR");
        String path = "/v1/appStoreVersionPhasedReleases/";
        assertThat(open.robot(Vendor.APPLE, "DELETE", path + phased).send().status())
                .isEqualTo(204);

        String again = plan(version);
        submit(version);
        open.pass(Duration.ofHours(4));
        release(version);
        open.pass(Duration.ofMinutes(1));
        assertThat(open.robot(Vendor.APPLE, "DELETE", path + again).send().status())
                .isEqualTo(403);
    }

    @Test
    void withoutAPhasedReleaseEverybodyIsOfferedTheVersionAtOnce() {
        String version = prepare();
        submit(version);
        open.pass(Duration.ofHours(4));
        release(version);
        open.pass(Duration.ofMinutes(1));

        assertThat(exposures("8.9.1"))
                .extracting(change -> change.after().share())
                .containsExactly(1.0);
        assertThat(phased(version).isNull()).isTrue();
    }

    @Test
    void peopleActInTheConsole() {
        String version = prepare();
        submit(version);
        desk.decideAt(open.world().now().plus(Duration.ofMinutes(30)), new Verdict.Approved());
        open.pass(Duration.ofMinutes(30));

        console.release("8.9.1");
        open.pass(Duration.ofMinutes(1));

        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
        assertThat(open.world().log().details(Detail.Review.class))
                .filteredOn(review -> review.by().equals(Actor.person("Kim")))
                .extracting(Detail.Review::after)
                .containsExactly("PROCESSING_FOR_DISTRIBUTION");
    }

    @Test
    void aSubmissionWhoseReplyIsLostHasBeenMade() {
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.APPLE, new Fault.LoseReply())
                        .method("POST")
                        .path("/v1/reviewSubmissions$")
                        .times(1));

        Assertions.assertThatThrownBy(() -> submissionRequest().sendThrowing()).isInstanceOf(IOException.class);

        assertThat(get("/v1/reviewSubmissions?filter[app]=" + APP)
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(1);
        assertThat(code(openSubmission())).isEqualTo("STATE_ERROR");
    }

    @Test
    void everyAnswerTellsTheRestOfTheHour() {
        Answer first = get("/v1/apps");
        assertThat(first.header("X-Rate-Limit")).isEqualTo("user-hour-lim:3500;user-hour-rem:3499;");
        assertThat(open.request(Vendor.APPLE, "GET", "/v1/apps")
                        .bearer("nonsense")
                        .send()
                        .json()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("NOT_AUTHORIZED");
        assertThat(code(get("/v1/nothing"))).isEqualTo("PATH_ERROR");
        assertThat(code(get("/v1/appStoreVersions/nothing"))).isEqualTo("NOT_FOUND");
    }

    @Test
    void aFrozenStoreShowsTheOldState() {
        String version = prepare();
        open.pass(Duration.ofMinutes(1));
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.APPLE, new Fault.Freeze(open.world().now()))
                        .method("GET"));
        open.pass(Duration.ofMinutes(1));

        submit(version);

        assertThat(state(version)).isEqualTo("PREPARE_FOR_SUBMISSION");
    }

    private String live() {
        String version = prepare();
        plan(version);
        submit(version);
        open.pass(Duration.ofHours(4));
        release(version);
        open.pass(Duration.ofMinutes(1));
        return version;
    }

    /** A version with build and notes. */
    private String prepare() {
        String version = id(create("8.9.1"));
        assertThat(choose(version, build("80901001")).status()).isEqualTo(204);
        writeNotes(version, "New things");
        return version;
    }

    private void writeNotes(String version, String notes) {
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

    private Answer create(String version) {
        return post(
                "appStoreVersions",
                Map.of("platform", "IOS", "versionString", version, "releaseType", "MANUAL"),
                Map.of("app", APP));
    }

    private String build(String number) {
        return get("/v1/builds?filter[app]=" + APP + "&filter[version]=" + number)
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();
    }

    private Answer choose(String version, String build) {
        ObjectNode body = Json.object();
        body.putObject("data").put("type", "builds").put("id", build);
        return open.robot(Vendor.APPLE, "PATCH", "/v1/appStoreVersions/" + version + "/relationships/build")
                .json(body)
                .send();
    }

    private String submit(String version) {
        String submission = id(openSubmission());
        assertThat(addItem(submission, version).status()).isEqualTo(201);
        Answer sent = patch(
                "/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("submitted", true));
        assertThat(sent.status()).isEqualTo(200);
        return submission;
    }

    private Answer openSubmission() {
        return submissionRequest().send();
    }

    private OpenWorld.Request submissionRequest() {
        return open.robot(Vendor.APPLE, "POST", "/v1/reviewSubmissions")
                .json(document("reviewSubmissions", Map.of("platform", "IOS"), Map.of("app", APP)));
    }

    private Answer addItem(String submission, String version) {
        return post(
                "reviewSubmissionItems", Map.of(), Map.of("reviewSubmission", submission, "appStoreVersion", version));
    }

    private Answer release(String version) {
        return post("appStoreVersionReleaseRequests", Map.of(), Map.of("appStoreVersion", version));
    }

    private String plan(String version) {
        return id(planAnswer(version));
    }

    private Answer planAnswer(String version) {
        return post(
                "appStoreVersionPhasedReleases",
                Map.of("phasedReleaseState", "INACTIVE"),
                Map.of("appStoreVersion", version));
    }

    private Answer change(String phased, String state) {
        return patch(
                "/v1/appStoreVersionPhasedReleases/" + phased,
                "appStoreVersionPhasedReleases",
                phased,
                Map.of("phasedReleaseState", state));
    }

    private JsonNode phased(String version) {
        return get("/v1/appStoreVersions/" + version + "/appStoreVersionPhasedRelease")
                .json()
                .path("data");
    }

    private int day(String version) {
        return phased(version).path("attributes").path("currentDayNumber").asInt();
    }

    private String state(String version) {
        return attribute("/v1/appStoreVersions/" + version, "appVersionState");
    }

    private String attribute(String path, String name) {
        return get(path).json().path("data").path("attributes").path(name).asString();
    }

    private List<Detail.Exposure> exposures(String version) {
        return open.world().log().details(Detail.Exposure.class).stream()
                .filter(change ->
                        change.channel().equals("IOS") && change.version().equals(version))
                .toList();
    }

    private Answer get(String path) {
        return open.robot(Vendor.APPLE, "GET", path.replace("[", "%5B").replace("]", "%5D"))
                .send();
    }

    private Answer post(String type, Map<String, Object> attributes, Map<String, String> related) {
        return open.robot(Vendor.APPLE, "POST", "/v1/" + type)
                .json(document(type, attributes, related))
                .send();
    }

    private Answer patch(String path, String type, String id, Map<String, Object> attributes) {
        ObjectNode document = document(type, attributes, Map.of());
        ((ObjectNode) document.path("data")).put("id", id);
        return open.robot(Vendor.APPLE, "PATCH", path).json(document).send();
    }

    private static ObjectNode document(String type, Map<String, Object> attributes, Map<String, String> related) {
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

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("data").path("id").asString();
    }

    private static String code(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        return answer.json().path("errors").get(0).path("code").asString();
    }
}
