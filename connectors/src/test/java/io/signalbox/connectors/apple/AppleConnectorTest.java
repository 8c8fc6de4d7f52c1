package io.signalbox.connectors.apple;

import static io.signalbox.connectors.Asked.UNSENT;
import static io.signalbox.connectors.Asked.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.connectors.Asked;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.Given;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Approved;
import io.signalbox.domain.signal.StoreReading.InReview;
import io.signalbox.domain.signal.StoreReading.Live;
import io.signalbox.domain.signal.StoreReading.NotSent;
import io.signalbox.domain.signal.StoreReading.Rejected;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.signal.StoreReading.Replaced;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Reply;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.apple.AppleClient;
import io.signalbox.world.apple.AppleConsole;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.keys.AppleKey;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.review.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator of App Store Connect, over HTTP. */
class AppleConnectorTest {
    private static final String APP = "1500000001";
    private static final long NEW = 80901001;
    private static final long NEXT = 80902001;

    @TempDir
    Path folder;

    private OpenWorld open;
    private Http http;
    private AppleConnector apple;
    private AppleConsole console;
    private Asked asked;

    @BeforeEach
    void uploadABuild() {
        open = OpenWorld.in(folder);
        upload("8.9.1", NEW);
        open.world().apple().reviews(APP).usually(Duration.ofHours(2));
        console = open.world().apple().console(APP, "Kim");
        http = new Http(open.world()::now, System::nanoTime);
        apple = connector("robot");
        asked = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.1", NEW);
    }

    @AfterEach
    void close() {
        http.close();
        open.close();
    }

    private void upload(String version, long build) {
        open.world().apple().upload(APP, version, Long.toString(build), "sha256:", "c0ffee");
        open.pass(Duration.ofMinutes(14));
    }

    private AppleConnector connector(String name) {
        AppleKey key = open.world().keys().appleKey(name);
        return connector(name, key, key.p8());
    }

    private AppleConnector connector(String name, AppleKey key, String p8) {
        AppleSettings settings =
                new AppleSettings(Given.STORE, open.world().base(Vendor.APPLE), APP, AppleSettings.Platform.IOS);
        return new AppleConnector(
                settings,
                new io.signalbox.connectors.apple.AppleKey(key.issuerId(), key.keyId(), () -> Secret.of(p8)),
                http.outlet(AppleConnector.outlet(name, settings.api(), Reach.LOOPBACK)));
    }

    private void accepted(Effect effect) {
        assertThat(asked.perform(apple, effect)).isInstanceOf(Reply.Accepted.class);
    }

    private Reply.Refused refused(Effect effect) {
        Reply reply = asked.perform(apple, effect);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused) reply;
    }

    private Effect.Submit submit() {
        return asked.submit(Optional.empty());
    }

    private void approved() {
        accepted(submit());
        open.pass(Duration.ofHours(2));
    }

    private void live() {
        approved();
        accepted(asked.expose(percent(1)));
        open.pass(Duration.ofMinutes(1));
    }

    private long made(String path) {
        return open.world().log().details(Detail.Request.class).stream()
                .filter(r -> r.method().equals("POST") && r.path().equals(path) && r.status() == 201)
                .count();
    }

    @Test
    void aVersionGoesFromReviewOverThePhasesToEveryone() {
        assertThat(asked.reading(apple, UNSENT)).isEqualTo(new StoreReading(new NotSent(), Optional.empty(), false));

        accepted(submit());
        assertThat(asked.reading(apple, UNSENT))
                .isEqualTo(new StoreReading(new InReview(), Optional.of(asked.build()), false));
        open.pass(Duration.ofMinutes(90));
        assertThat(asked.state(apple)).isEqualTo(new InReview());

        open.pass(Duration.ofMinutes(30));
        assertThat(asked.state(apple)).isEqualTo(new Approved());

        accepted(asked.expose(percent(1)));
        assertThat(asked.state(apple)).isEqualTo(new Approved());
        open.pass(Duration.ofMinutes(1));
        Instant started = open.world().now();
        assertThat(asked.state(apple))
                .isEqualTo(new Live(percent(1), false, Optional.of(started.plus(Duration.ofDays(1)))));

        open.pass(Duration.ofDays(2));
        assertThat(asked.state(apple))
                .isEqualTo(new Live(percent(5), false, Optional.of(started.plus(Duration.ofDays(3)))));

        accepted(asked.expose(Exposure.EVERYONE));
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void whatAppleDoesByItselfIsToldBeforeItDoesIt() {
        live();
        for (int day = 1; day < 7; day++) {
            Live before = (Live) asked.state(apple);
            Instant next = before.nextSelfAdvance().orElseThrow();
            open.world().advanceTo(next.minusSeconds(1));
            assertThat(asked.state(apple)).isEqualTo(before);
            open.world().advanceTo(next);
            assertThat(((Live) asked.state(apple)).exposure()).isEqualTo(Exposure.of(Phases.SHARES.get(day)));
        }
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
        open.pass(Duration.ofDays(2));
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void aPausedPhasedReleaseStaysWhereItIsAndGoesOnFromThere() {
        live();
        open.pass(Duration.ofHours(30));
        accepted(asked.halt());
        assertThat(asked.state(apple)).isEqualTo(new Live(percent(2), true, Optional.empty()));
        open.pass(Duration.ofHours(60));
        assertThat(asked.state(apple)).isEqualTo(new Live(percent(2), true, Optional.empty()));

        accepted(asked.resume(percent(2)));
        Live resumed = (Live) asked.state(apple);
        assertThat(resumed.exposure()).isEqualTo(percent(2));
        assertThat(resumed.stopped()).isFalse();
        Instant inTruth = open.world().now().plus(Duration.ofHours(18));
        assertThat(resumed.nextSelfAdvance().orElseThrow())
                .as("never later than in truth, at most a day earlier")
                .isBetween(inTruth.minus(Duration.ofDays(1)), inTruth);
    }

    @Test
    void aPausedPhasedReleaseIsCompletedOrSetGoingByAForwardMove() {
        live();
        accepted(asked.halt());
        accepted(asked.expose(percent(1)));
        assertThat(((Live) asked.state(apple)).stopped()).isFalse();
        accepted(asked.halt());
        accepted(asked.expose(Exposure.EVERYONE));
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void aVersionIsReleasedToEveryoneAtOnceWhereTheLadderSaysSo() {
        approved();
        accepted(asked.expose(Exposure.EVERYONE));
        open.pass(Duration.ofMinutes(1));
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));

        Reply.Refused refused = refused(asked.halt());
        assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(refused.text()).contains("ship a higher version");
    }

    @Test
    void aPhasedReleaseThatWasPlannedIsDroppedBeforeEveryoneGetsTheVersion() {
        AppleClient by = new AppleClient(open);
        by.plan(by.prepare("8.9.1", Long.toString(NEW)));
        approved();
        accepted(asked.expose(Exposure.EVERYONE));
        open.pass(Duration.ofMinutes(1));
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void whatIsSoAlreadyIsNotDoneAgain() {
        approved();
        accepted(submit());
        assertThat(made("/v1/reviewSubmissions")).isEqualTo(1);
        accepted(asked.expose(percent(1)));
        accepted(asked.expose(percent(1)));
        open.pass(Duration.ofMinutes(1));
        accepted(asked.expose(percent(1)));
        assertThat(made("/v1/appStoreVersionReleaseRequests")).isEqualTo(1);
        accepted(asked.halt());
        accepted(asked.halt());
        assertThat(asked.state(apple)).isEqualTo(new Live(percent(1), true, Optional.empty()));
    }

    @Test
    void onlyApplesOwnStepsCanBeSet() {
        live();
        assertThat(refused(asked.expose(percent(3))).text()).contains("not 3 %");
    }

    @Test
    void whatIsNotApprovedCannotBeReleased() {
        assertThat(refused(asked.expose(percent(1))).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        accepted(submit());
        assertThat(refused(asked.expose(percent(1))).text()).contains("WAITING_FOR_REVIEW");
        assertThat(refused(asked.halt()).text()).contains("not live");
    }

    @Test
    void aReviewIsWithdrawnWhichTakesAMomentToBeSeen() {
        accepted(submit());
        accepted(asked.withdraw());
        assertThat(asked.state(apple)).isEqualTo(new InReview());
        accepted(asked.withdraw());
        assertThat(refused(submit())).isEqualTo(new Reply.Refused(Remedy.RETRY, "its review is just being cancelled"));

        open.pass(Duration.ofSeconds(12));
        assertThat(asked.state(apple)).isEqualTo(new NotSent());
        accepted(asked.withdraw());
        accepted(submit());
        assertThat(asked.state(apple)).isEqualTo(new InReview());
    }

    @Test
    void anApprovalIsDeclined() {
        approved();
        accepted(asked.withdraw());
        assertThat(asked.state(apple)).isEqualTo(new NotSent());
    }

    @Test
    void whatIsReleasedCannotBeWithdrawn() {
        live();
        assertThat(refused(asked.withdraw()).text()).contains("released already");
    }

    @Test
    void rejectedWordsKeepTheBuildAndAreSentAgain() {
        open.world().apple().reviews(APP).decideAfter(Duration.ofHours(1), new Verdict.MetadataRejected("2.3"));
        accepted(submit());
        open.pass(Duration.ofHours(1));
        assertThat(asked.state(apple))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.kind()).isEqualTo(Rejection.METADATA));

        SubmissionPackage mended =
                new SubmissionPackage(2, List.of(new SubmissionPackage.Note("en-US", "Mended.")), List.of());
        accepted(asked.submit(Optional.empty(), mended));
        assertThat(asked.state(apple)).isEqualTo(new InReview());
        assertThat(made("/v1/reviewSubmissions")).isEqualTo(1);
        open.pass(Duration.ofHours(2));
        assertThat(asked.state(apple)).isEqualTo(new Approved());
    }

    @Test
    void aRejectedBuildIsReplacedByAnother() {
        open.world().apple().reviews(APP).decideAfter(Duration.ofHours(1), new Verdict.BinaryRejected("it crashes"));
        accepted(submit());
        open.pass(Duration.ofHours(1));
        assertThat(asked.state(apple))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.kind()).isEqualTo(Rejection.BINARY));
        assertThat(refused(asked.withdraw()).remedy()).isEqualTo(Remedy.NEEDS_PERSON);

        upload("8.9.1", NEW + 1);
        asked = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.1", NEW + 1);
        accepted(submit());
        assertThat(asked.reading(apple, UNSENT))
                .isEqualTo(new StoreReading(new InReview(), Optional.of(asked.build()), false));
    }

    @Test
    void anotherBuildThanTheOneInReviewIsNotSentOverIt() {
        accepted(submit());
        upload("8.9.1", NEW + 1);
        asked = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.1", NEW + 1);
        assertThat(refused(submit()).text()).contains("another build (80901001)");
        open.pass(Duration.ofHours(2));
        assertThat(refused(asked.expose(percent(1))).text()).contains("another build");
    }

    @Test
    void aBuildThatIsNotReadyIsWaitedFor() {
        Asked next = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.1", NEW + 1);
        Reply missing = next.perform(apple, next.submit(Optional.empty()));
        assertThat(missing)
                .isEqualTo(new Reply.Refused(Remedy.RETRY, "build 80901002 of 8.9.1 has not arrived at Apple"));

        open.world().apple().upload(APP, "8.9.1", "80901002", "sha256:", "c0ffee");
        Reply early = next.perform(apple, next.submit(Optional.empty()));
        assertThat(early).isEqualTo(new Reply.Refused(Remedy.RETRY, "Apple is still processing build 80901002"));
        assertThat(made("/v1/appStoreVersions")).isZero();
    }

    @Test
    void whatIsMissingIsToldInApplesWords() {
        Reply.Refused refused = refused(asked.submit(Optional.empty(), SubmissionPackage.NOTHING));
        assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(refused.text()).contains("cannot be reviewed").contains("'whatsNew'");

        accepted(submit());
        assertThat(made("/v1/appStoreVersions")).isEqualTo(1);
        assertThat(made("/v1/reviewSubmissions")).isEqualTo(1);
    }

    @Test
    void anOpenSubmissionIsTakenOverAndItsOtherThingsAreForeign() {
        AppleClient by = new AppleClient(open);
        String version = by.prepare("8.9.1", Long.toString(NEW));
        by.submit(version);
        console.cancelSubmission();
        open.pass(Duration.ofSeconds(12));
        assertThat(asked.reading(apple, UNSENT).state()).isEqualTo(new NotSent());
        accepted(submit());
        assertThat(asked.state(apple)).isEqualTo(new InReview());
        assertThat(made("/v1/appStoreVersions")).isEqualTo(1);
        assertThat(made("/v1/reviewSubmissions")).isEqualTo(2);
    }

    @Test
    void aVersionThatWasTakenBackMakesRoomForTheNext() {
        accepted(submit());
        accepted(asked.withdraw());
        open.pass(Duration.ofSeconds(12));

        upload("8.9.2", NEXT);
        Asked next = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.2", NEXT);
        assertThat(next.perform(apple, next.submit(Optional.empty()))).isInstanceOf(Reply.Accepted.class);
        assertThat(next.state(apple)).isEqualTo(new InReview());
        assertThat(asked.reading(apple, UNSENT).state()).isEqualTo(new NotSent());
    }

    @Test
    void anUnfinishedVersionOfOthersIsForAPerson() {
        new AppleClient(open).prepare("8.9.1", Long.toString(NEW));
        upload("8.9.2", NEXT);
        Asked next = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.2", NEXT);
        assertThat(next.perform(apple, next.submit(Optional.empty())))
                .isEqualTo(new Reply.Refused(
                        Remedy.NEEDS_PERSON, "You cannot create a new version of the App in the current state."));
    }

    @Test
    void aReviewOfAnotherVersionIsWaitedForAndItsItemsAreNotSentAlong() {
        live();
        upload("8.9.2", NEXT);
        Asked next = Asked.of(AppleConnector.capabilities(), open.world()::now, "8.9.2", NEXT);
        next.perform(apple, next.submit(Optional.empty()));
        assertThat(next.state(apple)).isEqualTo(new InReview());
        assertThat(asked.state(apple)).isInstanceOf(Live.class);

        open.pass(Duration.ofHours(2));
        next.perform(apple, next.expose(percent(1)));
        open.pass(Duration.ofMinutes(1));
        assertThat(asked.state(apple)).isEqualTo(new Replaced());
    }

    @Test
    void whatAPersonDoesInAppStoreConnectIsSeen() {
        live();
        console.pausePhasedRelease("8.9.1");
        assertThat(asked.state(apple)).isEqualTo(new Live(percent(1), true, Optional.empty()));
        console.resumePhasedRelease("8.9.1");
        console.completePhasedRelease("8.9.1");
        assertThat(asked.state(apple)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void aLostReplyOfTheDecidingCallIsSilenceAndIsNotRepeated() {
        approved();
        lost("/appStoreVersionReleaseRequests$", asked.expose(percent(1)));
        assertThat(made("/v1/appStoreVersionReleaseRequests")).isEqualTo(1);
        open.pass(Duration.ofMinutes(1));
        lost("/appStoreVersionPhasedReleases/", asked.halt());
        assertThat(asked.state(apple)).isEqualTo(new Live(percent(1), true, Optional.empty()));
        lost("/appStoreVersionPhasedReleases/", asked.resume(percent(1)));
        assertThat(((Live) asked.state(apple)).stopped()).isFalse();
    }

    private void lost(String path, Effect effect) {
        var fault = open.world()
                .faults()
                .add(FaultRule.on(Vendor.APPLE, new Fault.LoseReply())
                        .when(c -> !c.method().equals("GET"))
                        .path(path));
        assertThat(asked.perform(apple, effect)).isInstanceOf(Reply.Silent.class);
        assertThat(fault.count()).isEqualTo(1);
        fault.remove();
    }

    @Test
    void lostRepliesOnTheWayToASubmissionAreMadeGoodByTheNextTry() {
        for (String path : List.of(
                "/v1/appStoreVersions$",
                "/v1/appStoreVersions/",
                "/v1/appStoreVersionLocalizations/",
                "/v1/reviewSubmissions$",
                "/v1/reviewSubmissionItems$")) {
            var fault = open.world()
                    .faults()
                    .add(FaultRule.on(Vendor.APPLE, new Fault.LoseReply())
                            .when(c -> !c.method().equals("GET"))
                            .path(path));
            assertThat(refused(submit()).remedy()).as(path).isEqualTo(Remedy.RETRY);
            assertThat(fault.count()).as(path).isEqualTo(1);
            fault.remove();
            assertThat(asked.reading(apple, UNSENT).state()).isEqualTo(new NotSent());
        }
        lost("/v1/reviewSubmissions/", submit());
        assertThat(asked.state(apple)).isEqualTo(new InReview());
        assertThat(made("/v1/appStoreVersions")).isEqualTo(1);
        assertThat(made("/v1/reviewSubmissions")).isEqualTo(1);
        assertThat(made("/v1/reviewSubmissionItems")).isEqualTo(1);
    }

    @Test
    void nonsenseAndServerErrorsOfTheDecidingCallAreSilenceToo() {
        approved();
        for (Fault fault : List.of(Fault.status(502), Fault.nonsenseJson())) {
            var planned = open.world()
                    .faults()
                    .add(FaultRule.on(Vendor.APPLE, fault).method("POST").path("ReleaseRequests$"));
            assertThat(asked.perform(apple, asked.expose(percent(1)))).isInstanceOf(Reply.Silent.class);
            planned.remove();
        }
        accepted(asked.expose(percent(1)));
        assertThat(made("/v1/appStoreVersionReleaseRequests")).isEqualTo(1);
    }

    @Test
    void aReadingIsOfApplesTimeAlsoWhenItIsFrozen() {
        assertThat(asked.asOf(apple)).isEqualTo(open.world().now());
        Instant frozenAt = open.world().now();
        open.pass(Duration.ofHours(1));
        open.world().faults().add(FaultRule.on(Vendor.APPLE, new Fault.Freeze(frozenAt)));
        assertThat(asked.asOf(apple)).isEqualTo(frozenAt);
    }

    @Test
    void failuresOfReadingAreToldApart() {
        failsWith(new Fault.DropBefore(), Failure.Kind.UNREACHABLE);
        failsWith(Fault.status(500), Failure.Kind.UNREACHABLE);
        failsWith(Fault.nonsenseJson(), Failure.Kind.NONSENSE);
        failsWith(Fault.wrongContentType(), Failure.Kind.NONSENSE);
        failsWith(Fault.status(404), Failure.Kind.REFUSED);
        failsWith(Fault.status(429), Failure.Kind.THROTTLED);
        open.world().faults().clear();
        assertThat(asked.failure(apple).message()).contains("no more calls before");
        open.pass(Duration.ofSeconds(30));
        assertThat(asked.state(apple)).isEqualTo(new NotSent());

        AppleKey key = open.world().keys().appleKey("robot");
        AppleKey other = open.world().keys().appleKey("other");
        Failure refused = asked.failure(connector("wrong", key, other.p8()));
        assertThat(refused.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(refused.message()).contains("bearer token");
        Failure unreadable = asked.failure(connector("unreadable", key, "s3cr3t"));
        assertThat(unreadable.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(unreadable.message()).contains("PKCS #8").doesNotContain("s3cr3t");
    }

    private void failsWith(Fault fault, Failure.Kind kind) {
        open.world().faults().clear();
        open.world().faults().add(FaultRule.on(Vendor.APPLE, fault));
        assertThat(asked.failure(apple).kind()).as(fault.toString()).isEqualTo(kind);
    }

    @Test
    void whatTheContractDoesNotKnowIsAnErrorAndNotAGuess() {
        String version =
                "{\"type\": \"appStoreVersions\", \"id\": \"1\", \"attributes\": {\"versionString\": \"8.9.1\","
                        + " \"appVersionState\": \"%s\"}, \"relationships\": {\"build\": {\"data\": null}%s}}";
        String live = version.formatted("READY_FOR_DISTRIBUTION", "%s");
        for (String data : List.of(
                "[" + version.formatted("SOMETHING_NEW", "") + "]",
                "[" + live.formatted("") + "]",
                "[" + live.formatted(", \"appStoreVersionPhasedRelease\": {\"data\": {\"type\": \"x\", \"id\": \"2\"}}")
                        + "]",
                "{}",
                "[], \"links\": {\"next\": \"more\"}")) {
            garbled("{\"data\": " + data + "}");
        }
        for (String phases : List.of(
                "\"phasedReleaseState\": \"LATER\"",
                "\"phasedReleaseState\": \"ACTIVE\"",
                "\"phasedReleaseState\": \"INACTIVE\"",
                "\"phasedReleaseState\": \"ACTIVE\", \"currentDayNumber\": 2, \"startDate\": \"yesterday\"")) {
            garbled("{\"data\": ["
                    + live.formatted(", \"appStoreVersionPhasedRelease\": {\"data\": {\"type\": \"p\", \"id\": \"2\"}}")
                    + "], \"included\": [{\"type\": \"p\", \"id\": \"2\", \"attributes\": {" + phases + "}}]}");
        }
    }

    private void garbled(String body) {
        open.world().faults().clear();
        open.world()
                .faults()
                .add(FaultRule.on(
                                Vendor.APPLE,
                                new Fault.Garble(io.signalbox.world.http.Reply.bytes(
                                        200, "application/json", body.getBytes(StandardCharsets.UTF_8))))
                        .path("/appStoreVersions$"));
        assertThat(asked.failure(apple).kind()).as(body).isEqualTo(Failure.Kind.NONSENSE);
    }

    @Test
    void applesOwnLimitIsReadFromItsAnswersAndAFifthIsKeptForStops() {
        live();
        open.world()
                .faults()
                .add(FaultRule.on(
                                Vendor.APPLE,
                                new Fault.Garble(io.signalbox.world.http.Reply.text(200, "{\"data\": []}")
                                        .with("X-Rate-Limit", "user-hour-lim:3500;user-hour-rem:700;")))
                        .times(1));
        asked.answer(apple, Asked.OUT);
        assertThat(asked.failure(apple).kind()).isEqualTo(Failure.Kind.THROTTLED);
        accepted(asked.halt());
    }

    @Test
    void whatItNeedsCanBeTriedOutWithoutAnyEffect() {
        assertThat(apple.trials()).hasSize(4).allMatch(Trial::works);
        assertThat(apple.trials()).extracting(Trial::found).contains("com.example.player", "nothing", "there is none");

        new AppleClient(open).prepare("8.9.1", Long.toString(NEW));
        assertThat(apple.trials())
                .last()
                .satisfies(t -> assertThat(t.works()).isFalse())
                .satisfies(t -> assertThat(t.found()).isEqualTo("version 8.9.1 is PREPARE_FOR_SUBMISSION"));
        AppleKey key = open.world().keys().appleKey("robot");
        assertThat(connector("wrong", key, open.world().keys().appleKey("other").p8())
                        .trials())
                .singleElement()
                .satisfies(t -> assertThat(t.remedy())
                        .hasValueSatisfying(r -> assertThat(r).contains("issuer id")));
    }
}
