package io.signalbox.world.apple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
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

/** App Store Connect over HTTP, from a new version to the last step of its phased release. */
class AppleTest {
    private static final String APP = AppleClient.APP;

    @TempDir
    Path folder;

    private OpenWorld open;
    private AppStore store;
    private ReviewDesk desk;
    private AppleConsole console;
    private AppleClient apple;

    @BeforeEach
    void uploadABuild() {
        open = OpenWorld.in(folder);
        store = open.world().apple();
        desk = store.reviews(APP);
        desk.usually(Duration.ofHours(4));
        console = store.console(APP, "Kim");
        apple = new AppleClient(open);
        store.upload(APP, "8.9.1", "80901001", "sha256:aa", "c0ffee");
        open.pass(Duration.ofMinutes(15));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aVersionGoesFromPreparationOverReviewToEveryDayOfItsPhasedRelease() {
        String version = apple.prepare("8.9.1", "80901001");
        String phased = apple.plan(version);
        String submission = apple.submit(version);
        assertThat(apple.state(version)).isEqualTo("WAITING_FOR_REVIEW");
        open.pass(Duration.ofHours(3));
        assertThat(apple.state(version)).isEqualTo("IN_REVIEW");
        open.pass(Duration.ofHours(1));
        assertThat(apple.state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        assertThat(apple.attribute("/v1/reviewSubmissions/" + submission, "state"))
                .isEqualTo("COMPLETE");

        assertThat(apple.release(version).status()).isEqualTo(201);
        open.pass(Duration.ofMinutes(1));

        assertThat(apple.state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
        assertThat(apple.phased(version).path("id").asString()).isEqualTo(phased);
        assertThat(apple.day(version)).isEqualTo(1);
        open.pass(Duration.ofDays(7));
        assertThat(apple.phased(version)
                        .path("attributes")
                        .path("phasedReleaseState")
                        .asString())
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
        String phased = apple.phased(version).path("id").asString();
        assertThat(apple.change(phased, "PAUSED").status()).isEqualTo(200);

        open.pass(Duration.ofDays(3));
        assertThat(apple.day(version)).isEqualTo(1);
        assertThat(apple.change(phased, "ACTIVE")
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("totalPauseDuration")
                        .asInt())
                .isEqualTo(3);
        open.pass(Duration.ofHours(3));
        assertThat(apple.day(version)).isEqualTo(1);
        open.pass(Duration.ofHours(1));
        assertThat(apple.day(version)).isEqualTo(2);

        assertThat(apple.change(phased, "COMPLETE").status()).isEqualTo(200);
        assertThat(exposures("8.9.1").getLast().after().share()).isEqualTo(1.0);
        assertThat(AppleClient.code(apple.change(phased, "PAUSED"))).isEqualTo("STATE_ERROR");
    }

    @Test
    void pausesAddUpToThirtyDaysAtMost() {
        String version = live();
        console.pausePhasedRelease("8.9.1");
        open.pass(Duration.ofDays(20));
        console.resumePhasedRelease("8.9.1");
        console.pausePhasedRelease("8.9.1");
        open.pass(Duration.ofDays(9));
        assertThat(apple.phased(version)
                        .path("attributes")
                        .path("phasedReleaseState")
                        .asString())
                .isEqualTo("PAUSED");

        open.pass(Duration.ofDays(1));

        assertThat(apple.phased(version)
                        .path("attributes")
                        .path("phasedReleaseState")
                        .asString())
                .isEqualTo("COMPLETE");
        assertThat(exposures("8.9.1").getLast().by()).isEqualTo(Actor.itself());
    }

    @Test
    void aMetadataRejectionIsMendedAndSentAgainWithTheSameBuild() {
        desk.decideAfter(Duration.ofHours(2), new Verdict.MetadataRejected("screenshots"));
        String version = apple.prepare("8.9.1", "80901001");
        String submission = apple.submit(version);
        open.pass(Duration.ofHours(2));
        assertThat(apple.state(version)).isEqualTo("METADATA_REJECTED");
        assertThat(apple.attribute("/v1/reviewSubmissions/" + submission, "state"))
                .isEqualTo("UNRESOLVED_ISSUES");
        assertThat(AppleClient.code(apple.openSubmission())).isEqualTo("STATE_ERROR");

        apple.writeNotes(version, "Better notes");
        assertThat(apple.patch(
                                "/v1/reviewSubmissions/" + submission,
                                "reviewSubmissions",
                                submission,
                                Map.of("submitted", true))
                        .status())
                .isEqualTo(200);
        open.pass(Duration.ofHours(4));

        assertThat(apple.state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        assertThat(open.world().log().details(Detail.Review.class))
                .filteredOn(review -> review.reason().isPresent())
                .extracting(Detail.Review::after, review -> review.reason().orElse(""))
                .containsExactly(tuple("METADATA_REJECTED", "screenshots"));
    }

    @Test
    void aRejectedBinaryCanBeReplacedInTheSameSubmission() {
        desk.decideAfter(Duration.ofHours(2), new Verdict.BinaryRejected("crash"));
        String version = apple.prepare("8.9.1", "80901001");
        String submission = apple.submit(version);
        open.pass(Duration.ofHours(2));
        assertThat(apple.state(version)).isEqualTo("REJECTED");

        store.upload(APP, "8.9.1", "80901002", "sha256:bb", "beef");
        open.pass(Duration.ofMinutes(14));
        assertThat(apple.choose(version, apple.build("80901002")).status()).isEqualTo(204);
        apple.patch("/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("submitted", true));
        open.pass(Duration.ofHours(4));

        assertThat(apple.state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
    }

    @Test
    void cancellingIsSeenOnlyAfterAMoment() {
        String version = apple.prepare("8.9.1", "80901001");
        String submission = apple.submit(version);
        open.pass(Duration.ofHours(1));

        Answer cancelled = apple.patch(
                "/v1/reviewSubmissions/" + submission, "reviewSubmissions", submission, Map.of("canceled", true));
        assertThat(cancelled
                        .json()
                        .path("data")
                        .path("attributes")
                        .path("state")
                        .asString())
                .isEqualTo("CANCELING");
        assertThat(apple.state(version)).isEqualTo("WAITING_FOR_REVIEW");
        assertThat(AppleClient.code(apple.openSubmission())).isEqualTo("STATE_ERROR");
        open.pass(Duration.ofSeconds(12));

        assertThat(apple.state(version)).isEqualTo("DEVELOPER_REJECTED");
        assertThat(apple.attribute("/v1/reviewSubmissions/" + submission, "state"))
                .isEqualTo("COMPLETE");
        apple.submit(version);
        assertThat(apple.state(version)).isEqualTo("WAITING_FOR_REVIEW");
    }

    @Test
    void anApprovedVersionCanBeDeclined() {
        String version = apple.prepare("8.9.1", "80901001");
        apple.submit(version);
        open.pass(Duration.ofHours(4));
        String old = apple.get("/v1/appStoreVersions/" + version + "/appStoreVersionSubmission")
                .json()
                .path("data")
                .path("id")
                .asString();

        Answer declined = open.robot(Vendor.APPLE, "DELETE", "/v1/appStoreVersionSubmissions/" + old)
                .send();

        assertThat(declined.status()).isEqualTo(204);
        assertThat(apple.state(version)).isEqualTo("DEVELOPER_REJECTED");
        assertThat(AppleClient.code(apple.release(version))).isEqualTo("STATE_ERROR");
    }

    @Test
    void oneVersionIsPreparedAtATimeAndItsNumberRises() {
        assertThat(AppleClient.code(apple.create("8.9.0"))).isEqualTo("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE");
        assertThat(AppleClient.code(apple.create("8.8.9"))).startsWith("ENTITY_ERROR.ATTRIBUTE.INVALID");
        apple.prepare("8.9.1", "80901001");

        Answer second = apple.create("8.9.1");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactly("ENTITY_ERROR.RELATIONSHIP.INVALID", "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE");
    }

    @Test
    void aVersionWithoutNotesOrBuildCannotBeReviewed() {
        String version = AppleClient.id(apple.create("8.9.1"));
        String submission = AppleClient.id(apple.openSubmission());

        Answer refused = apple.addItem(submission, version);

        JsonNode error = refused.json().path("errors").get(0);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(error.path("code").asString()).isEqualTo("STATE_ERROR.ENTITY_STATE_INVALID");
        assertThat(error.path("meta").path("associatedErrors").propertyNames()).hasSize(2);
    }

    @Test
    void aBuildIsChosenOnlyWhenItHasBeenProcessed() {
        store.upload(APP, "8.9.1", "80901002", "sha256:bb", "beef");
        String version = AppleClient.id(apple.create("8.9.1"));
        String processing = apple.get("/v1/builds?filter[app]=" + APP + "&filter[processingState]=PROCESSING")
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();

        assertThat(AppleClient.code(apple.choose(version, processing))).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
        open.pass(Duration.ofMinutes(14));

        assertThat(apple.choose(version, processing).status()).isEqualTo(204);
        assertThat(apple.get("/v1/appStoreVersions/" + version + "/build")
                        .json()
                        .path("data")
                        .path("id")
                        .asString())
                .isEqualTo(processing);
    }

    @Test
    void buildsAreFilteredAndTheirVersionIncluded() {
        JsonNode found = apple.get(
                        "/v1/builds?filter[app]=" + APP + "&filter[version]=80901001"
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
        JsonNode first = apple.get("/v1/builds?filter[app]=" + APP + "&limit=3").json();
        String next = first.path("links").path("next").asString();

        JsonNode second = apple.get(next.substring(
                        open.world().base(Vendor.APPLE).toString().length()))
                .json();

        assertThat(first.path("data").size()).isEqualTo(3);
        assertThat(second.path("data").size()).isEqualTo(3);
        assertThat(second.path("data").get(0).path("id"))
                .isNotEqualTo(first.path("data").get(0).path("id"));
        assertThat(AppleClient.code(apple.get("/v1/builds?limit=500"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
        assertThat(AppleClient.code(apple.get("/v1/builds?filter[colour]=red"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
        assertThat(AppleClient.code(apple.get("/v1/builds?include=colour"))).isEqualTo("PARAMETER_ERROR.ILLEGAL");
    }

    @Test
    void aPhasedReleaseIsPlannedOnceAndDroppedOnlyBeforeItStarts() {
        String version = apple.prepare("8.9.1", "80901001");
        String phased = apple.plan(version);
        assertThat(AppleClient.code(apple.planAnswer(version))).isEqualTo("ENTITY_ERROR.RELATIONSHIP.INVALID");
        assertThat(AppleClient.code(apple.change(phased, "ACTIVE"))).isEqualTo("STATE_ERROR");
        String path = "/v1/appStoreVersionPhasedReleases/";
        assertThat(open.robot(Vendor.APPLE, "DELETE", path + phased).send().status())
                .isEqualTo(204);

        String again = apple.plan(version);
        apple.submit(version);
        open.pass(Duration.ofHours(4));
        apple.release(version);
        open.pass(Duration.ofMinutes(1));
        assertThat(open.robot(Vendor.APPLE, "DELETE", path + again).send().status())
                .isEqualTo(403);
    }

    @Test
    void withoutAPhasedReleaseEverybodyIsOfferedTheVersionAtOnce() {
        String version = apple.prepare("8.9.1", "80901001");
        apple.submit(version);
        open.pass(Duration.ofHours(4));
        apple.release(version);
        open.pass(Duration.ofMinutes(1));

        assertThat(exposures("8.9.1"))
                .extracting(change -> change.after().share())
                .containsExactly(1.0);
        assertThat(apple.phased(version).isNull()).isTrue();
    }

    @Test
    void peopleActInTheConsole() {
        String version = apple.prepare("8.9.1", "80901001");
        apple.submit(version);
        desk.decideAt(open.world().now().plus(Duration.ofMinutes(30)), new Verdict.Approved());
        open.pass(Duration.ofMinutes(30));

        console.release("8.9.1");
        open.pass(Duration.ofMinutes(1));

        assertThat(apple.state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
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

        Assertions.assertThatThrownBy(() -> apple.submissionRequest().sendThrowing())
                .isInstanceOf(IOException.class);

        assertThat(apple.get("/v1/reviewSubmissions?filter[app]=" + APP)
                        .json()
                        .path("data")
                        .size())
                .isEqualTo(1);
        assertThat(AppleClient.code(apple.openSubmission())).isEqualTo("STATE_ERROR");
    }

    @Test
    void everyAnswerTellsTheRestOfTheHour() {
        Answer first = apple.get("/v1/apps");
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
        assertThat(AppleClient.code(apple.get("/v1/nothing"))).isEqualTo("PATH_ERROR");
        assertThat(AppleClient.code(apple.get("/v1/appStoreVersions/nothing"))).isEqualTo("NOT_FOUND");
    }

    @Test
    void aFrozenStoreShowsTheOldState() {
        String version = apple.prepare("8.9.1", "80901001");
        open.pass(Duration.ofMinutes(1));
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.APPLE, new Fault.Freeze(open.world().now()))
                        .method("GET"));
        open.pass(Duration.ofMinutes(1));

        apple.submit(version);

        assertThat(apple.state(version)).isEqualTo("PREPARE_FOR_SUBMISSION");
    }

    private String live() {
        String version = apple.prepare("8.9.1", "80901001");
        apple.plan(version);
        apple.submit(version);
        open.pass(Duration.ofHours(4));
        apple.release(version);
        open.pass(Duration.ofMinutes(1));
        return version;
    }

    private List<Detail.Exposure> exposures(String version) {
        return open.world().log().details(Detail.Exposure.class).stream()
                .filter(change ->
                        change.channel().equals("IOS") && change.version().equals(version))
                .toList();
    }
}
