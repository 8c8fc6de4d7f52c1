package io.signalbox.connectors.play;

import static io.signalbox.connectors.Asked.OUT;
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
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Approved;
import io.signalbox.domain.signal.StoreReading.InReview;
import io.signalbox.domain.signal.StoreReading.Live;
import io.signalbox.domain.signal.StoreReading.NotSent;
import io.signalbox.domain.signal.StoreReading.Rejected;
import io.signalbox.domain.signal.StoreReading.Replaced;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.gate.Interceptor.Moment;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.play.PlayConsole;
import io.signalbox.world.review.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator of Google Play, over HTTP. */
class PlayConnectorTest {
    private static final String APP = "com.example.player";
    private static final long NEW = 80901001;
    private static final long NEWER = 80902001;

    @TempDir
    Path folder;

    private OpenWorld open;
    private Http http;
    private PlayAccount account;
    private PlayConnector play;
    private PlayConsole console;
    private Asked asked;

    @BeforeEach
    void uploadABuild() {
        open = OpenWorld.in(folder);
        open.world().play().upload(APP, NEW, "8.9.1", "a".repeat(64), "c0ffee");
        open.world().play().reviews(APP).usually(Duration.ofHours(2));
        console = open.world().play().console(APP, "Kim");
        http = new Http(open.world()::now, System::nanoTime);
        account = account("robot");
        play = connector(false);
        asked = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.9.1", NEW);
    }

    @AfterEach
    void close() {
        http.close();
        open.close();
    }

    private PlayAccount account(String name) {
        Endpoints endpoints = new Endpoints(
                open.world().base(Vendor.PLAY), URI.create(open.world().base(Vendor.GOOGLE_OAUTH) + "/token"));
        String key = open.world().keys().serviceAccount(name).json(endpoints.tokens());
        return new PlayAccount(
                http.outlet(PlayAccount.outlet(name, endpoints, Reach.LOOPBACK)), endpoints, APP, () -> Secret.of(key));
    }

    private PlayConnector connector(boolean managed) {
        return new PlayConnector(new PlaySettings(Given.STORE, APP, "production", managed, true), account);
    }

    private Reply perform(Effect effect) {
        return asked.perform(play, effect);
    }

    private void accepted(Effect effect) {
        assertThat(perform(effect)).isInstanceOf(Reply.Accepted.class);
    }

    private Reply.Refused refused(Effect effect) {
        Reply reply = perform(effect);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return (Reply.Refused) reply;
    }

    /** Submits, and lets the review end well. */
    private void goLive(int percent) {
        accepted(asked.submit(Optional.of(percent(percent))));
        open.pass(Duration.ofHours(2));
    }

    private long commits() {
        return open.world().log().details(Detail.Request.class).stream()
                .filter(r -> r.path().endsWith(":commit") && r.status() == 200)
                .count();
    }

    private List<Detail.Exposure> exposures() {
        return open.world().log().details(Detail.Exposure.class).stream()
                .filter(e -> e.app().equals(APP) && e.channel().equals("production"))
                .filter(e -> e.version().equals("8.9.1"))
                .toList();
    }

    @Test
    void itsTopicsAreThoseOfTheTracksThatShipThere() {
        assertThat(play.topics(asked.interest(UNSENT)))
                .extracting(t -> t.key())
                .containsExactly(new SignalKey(SignalKind.STORE, "store"));
        assertThat(play.name()).isEqualTo("store");
        assertThat(account.outlet().traffic().everMade()).isZero();
    }

    @Test
    void aVersionGoesFromReviewOverOnePercentToEveryone() {
        assertThat(asked.reading(play, UNSENT)).isEqualTo(new StoreReading(new NotSent(), Optional.empty(), false));

        accepted(asked.submit(Optional.of(percent(1))));
        assertThat(asked.reading(play, UNSENT))
                .isEqualTo(new StoreReading(new InReview(), Optional.of(new BuildNumber(NEW)), false));
        assertThat(exposures()).isEmpty();

        open.pass(Duration.ofHours(2));
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), false, Optional.empty()));

        accepted(asked.expose(percent(10)));
        assertThat(asked.state(play)).isEqualTo(new Live(percent(10), false, Optional.empty()));

        accepted(asked.expose(Exposure.EVERYONE));
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
        assertThat(exposures()).extracting(e -> e.after().share()).containsExactly(0.01, 0.10, 1.0);
        assertThat(commits()).isEqualTo(3);
    }

    @Test
    void theNotesGoAlongAndWhatEveryoneHasStaysBeneath() {
        AtomicReference<String> written = new AtomicReference<>("");
        open.world().intercept((moment, vendor, call) -> {
            if (call.method().equals("PUT")) {
                written.set(call.text());
            }
        });
        accepted(asked.submit(Optional.of(percent(1))));
        assertThat(written.get())
                .isEqualTo(
                        "{\"track\":\"production\",\"releases\":[{\"name\":\"8.9.1\",\"versionCodes\":[\"80901001\"],"
                                + "\"releaseNotes\":[{\"language\":\"en-US\",\"text\":\"Faster search.\"}],\"status\":\"inProgress\","
                                + "\"userFraction\":0.0100},{\"name\":\"80900007 (8.9.0)\",\"versionCodes\":[\"80900007\"],"
                                + "\"status\":\"completed\"}]}");
        open.pass(Duration.ofHours(2));
        assertThat(open.world().log().details(Detail.Exposure.class).stream()
                        .filter(e -> e.version().equals("8.9.0") && e.channel().equals("production")))
                .as("nobody lost the version before")
                .allMatch(e -> e.after().share() == 1);
    }

    @Test
    void aRolloutIsHaltedAndResumedAsItWas() {
        goLive(10);
        accepted(asked.halt());
        assertThat(asked.state(play)).isEqualTo(new Live(percent(10), true, Optional.empty()));
        assertThat(exposures().getLast().after().share()).isZero();

        accepted(asked.resume(percent(10)));
        assertThat(asked.state(play)).isEqualTo(new Live(percent(10), false, Optional.empty()));
    }

    @Test
    void whatEveryoneHasIsHaltedAndResumedToo() {
        goLive(1);
        accepted(asked.expose(Exposure.EVERYONE));
        accepted(asked.halt());
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, true, Optional.empty()));
        accepted(asked.resume(Exposure.EVERYONE));
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void whereGoogleDoesNotHaltWhatEveryoneHasItsWordsAreKept() {
        goLive(1);
        accepted(asked.expose(Exposure.EVERYONE));
        console.haltingOfCompletedReleases(false);
        Reply.Refused refused = refused(asked.halt());
        assertThat(refused.text()).isEqualTo("Cannot halt release, no matching in progress release found.");
        assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
    }

    @Test
    void whatIsSoAlreadyIsNotCommittedAgain() {
        goLive(1);
        accepted(asked.submit(Optional.of(percent(1))));
        accepted(asked.expose(percent(1)));
        accepted(asked.halt());
        accepted(asked.halt());
        assertThat(commits()).isEqualTo(2);
    }

    @Test
    void aReviewIsWithdrawnAndNothingRemains() {
        accepted(asked.submit(Optional.of(percent(1))));
        accepted(asked.withdraw());
        assertThat(asked.state(play)).isEqualTo(new NotSent());
        open.pass(Duration.ofDays(2));
        assertThat(exposures()).isEmpty();

        accepted(asked.withdraw());
        accepted(asked.submit(Optional.of(percent(1))));
        assertThat(asked.state(play)).isEqualTo(new InReview());
    }

    @Test
    void whatIsPublishedCannotBeWithdrawn() {
        goLive(1);
        assertThat(refused(asked.withdraw()).text()).contains("published already");
        assertThat(asked.state(play)).isInstanceOf(Live.class);
    }

    @Test
    void underManagedPublishingAPersonPublishesWhatWasApproved() {
        console.managedPublishing(true);
        play = connector(true);
        accepted(asked.submit(Optional.of(percent(1))));
        open.pass(Duration.ofHours(2));
        assertThat(asked.state(play)).isEqualTo(new Approved());
        assertThat(refused(asked.expose(percent(1))).remedy()).isEqualTo(Remedy.NEEDS_PERSON);

        console.publish();
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), false, Optional.empty()));
    }

    @Test
    void anApprovalUnderManagedPublishingCanBeDeclined() {
        console.managedPublishing(true);
        play = connector(true);
        accepted(asked.submit(Optional.of(percent(1))));
        open.pass(Duration.ofHours(2));
        accepted(asked.withdraw());
        assertThat(asked.state(play)).isEqualTo(new NotSent());
        console.publish();
        assertThat(exposures()).isEmpty();
    }

    @Test
    void aRejectionWaitsForAPersonAndASecondTryIsForTheConsole() {
        open.world()
                .play()
                .reviews(APP)
                .decideAfter(Duration.ofHours(1), new Verdict.MetadataRejected("a broken link"));
        accepted(asked.submit(Optional.of(percent(1))));
        open.pass(Duration.ofHours(1));
        assertThat(asked.state(play)).isInstanceOfSatisfying(Rejected.class, no -> {
            assertThat(no.kind()).isEqualTo(StoreReading.Rejection.METADATA);
            assertThat(no.text()).contains("Play Console");
        });

        Reply.Refused refused = refused(asked.submit(Optional.of(percent(1))));
        assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(refused.text()).startsWith("Changes cannot be sent for review automatically.");

        console.sendForReview();
        assertThat(asked.state(play)).isEqualTo(new InReview());
    }

    @Test
    void aForwardMoveNeverCancelsAReviewAndAStopMay() {
        goLive(1);
        console.leaveChangesPending();
        console.sendForReview();

        Reply.Refused refused = refused(asked.expose(percent(10)));
        assertThat(refused.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(refused.text()).startsWith("You already have changes in review.");
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), false, Optional.empty()));

        accepted(asked.halt());
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), true, Optional.empty()));
    }

    @Test
    void aStopGoesEvenWhereGoogleSendsNothingForReviewByItself() {
        goLive(1);
        open.world().play().upload(APP, NEWER, "8.9.2", "b".repeat(64), "c0ffee");
        open.world().play().reviews(APP).decideAfter(Duration.ofMinutes(1), new Verdict.BinaryRejected("it crashes"));
        console.leaveChangesPending();
        console.sendForReview();
        open.pass(Duration.ofMinutes(1));

        assertThat(refused(asked.expose(percent(10))).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        accepted(asked.halt());
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), true, Optional.empty()));
    }

    @Test
    void whatAPersonDoesInTheConsoleIsSeen() {
        goLive(1);
        console.rollOut("production", 0.05);
        assertThat(asked.state(play)).isEqualTo(new Live(percent(5), false, Optional.empty()));
        console.halt("production");
        assertThat(asked.state(play)).isEqualTo(new Live(percent(5), true, Optional.empty()));
        console.rollOut("production", 0.07);
        console.complete("production");
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    @Test
    void aReviewTakenBackInTheConsoleIsNotSentAny() {
        accepted(asked.submit(Optional.of(percent(1))));
        console.withdrawReview();
        assertThat(asked.reading(play, UNSENT).state()).isEqualTo(new NotSent());
    }

    @Test
    void anothersReleaseThatWaitsToBeSentIsAForeignChange() {
        open.world().play().upload(APP, NEWER, "8.9.2", "b".repeat(64), "c0ffee");
        Asked others = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.9.2", NEWER);
        assertThat(others.perform(play, others.submit(Optional.of(percent(1))))).isInstanceOf(Reply.Accepted.class);
        console.withdrawReview();

        assertThat(asked.reading(play, UNSENT).foreignChanges()).isTrue();
        assertThat(others.reading(play, UNSENT).foreignChanges()).isFalse();
    }

    @Test
    void aNewerVersionThatEveryoneHasReplacesThisOne() {
        goLive(1);
        accepted(asked.expose(Exposure.EVERYONE));
        open.world().play().upload(APP, NEWER, "8.9.2", "b".repeat(64), "c0ffee");
        Asked next = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.9.2", NEWER);
        next.perform(play, next.submit(Optional.of(percent(1))));
        open.pass(Duration.ofHours(2));
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));

        next.perform(play, next.expose(Exposure.EVERYONE));
        assertThat(asked.reading(play, OUT).state()).isEqualTo(new Replaced());
        assertThat(asked.reading(play, UNSENT).state()).isEqualTo(new NotSent());
    }

    @Test
    void aBuildThatIsNotInTheLibraryIsTriedAgainAndOneThatNobodyCanUpgradeToIsNot() {
        Asked missing = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.9.1", NEW + 1);
        Reply no = missing.perform(play, missing.submit(Optional.of(percent(1))));
        assertThat(no)
                .isEqualTo(new Reply.Refused(
                        Remedy.RETRY, "Version code 80901002 does not exist in the artifact library."));

        open.world().play().upload(APP, 80800001, "8.8.0", "c".repeat(64), "c0ffee");
        Asked old = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.8.0", 80800001);
        assertThat(old.perform(play, old.submit(Optional.of(percent(1)))))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.remedy()).isEqualTo(Remedy.NEEDS_BUILD));
    }

    @Test
    void aDraftAppIsForAPerson() {
        console.draftApp(true);
        assertThat(refused(asked.submit(Optional.of(percent(1)))))
                .isEqualTo(new Reply.Refused(
                        Remedy.NEEDS_PERSON, "Only releases with status draft may be created on draft app."));
    }

    @Test
    void aLostReplyOfACommitIsSilenceAndIsNotRepeated() {
        for (Fault fault :
                List.of(new Fault.LoseReply(), new Fault.CutReply(), Fault.nonsenseJson(), Fault.wrongContentType())) {
            open.world().faults().clear();
            accepted(asked.withdraw());
            long before = commits();
            open.world()
                    .faults()
                    .add(FaultRule.on(Vendor.PLAY, fault).path(":commit$").times(1));
            assertThat(perform(asked.submit(Optional.of(percent(1)))))
                    .as(fault.toString())
                    .isInstanceOf(Reply.Silent.class);
            assertThat(asked.state(play)).isEqualTo(new InReview());
            long asIfAnswered = open.world().log().details(Detail.Review.class).stream()
                    .filter(r -> r.after().equals("IN_REVIEW"))
                    .count();
            assertThat(asIfAnswered).isPositive();
            assertThat(commits() - before).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aServerErrorOfACommitIsSilenceToo() {
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.PLAY, Fault.status(503))
                        .path(":commit$")
                        .times(1));
        assertThat(perform(asked.submit(Optional.of(percent(1))))).isInstanceOf(Reply.Silent.class);
        assertThat(asked.state(play)).isEqualTo(new NotSent());
    }

    @Test
    void whateverFailsBeforeTheCommitHasNotHappened() {
        List<String> before = List.of("/releases$", "/edits$", "/tracks/production$");
        for (String path : before) {
            for (Fault fault : List.of(new Fault.LoseReply(), Fault.status(503), Fault.nonsenseJson())) {
                open.world().faults().clear();
                play = new PlayConnector(PlaySettings.production(Given.STORE, APP), account("robot"));
                open.world().faults().add(FaultRule.on(Vendor.PLAY, fault).path(path));
                assertThat(refused(asked.submit(Optional.of(percent(1)))).remedy())
                        .as(path + " " + fault)
                        .isEqualTo(Remedy.RETRY);
            }
        }
        open.world().faults().add(FaultRule.on(Vendor.GOOGLE_OAUTH, new Fault.LoseReply()));
        play = new PlayConnector(PlaySettings.production(Given.STORE, APP), account("other"));
        assertThat(refused(asked.submit(Optional.of(percent(1)))).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(commits()).isZero();
    }

    @Test
    void anEditThatSomebodyElseMadeWorthlessIsBegunAnew() {
        open.world().intercept((moment, vendor, call) -> {
            boolean first =
                    call.path().endsWith("/tracks/production") && call.method().equals("PUT");
            if (first && commits() == 0 && moment == Moment.BEFORE_APPLYING) {
                open.world().intercept((m, v, c) -> {});
                console.leaveChangesPending();
            }
        });
        accepted(asked.submit(Optional.of(percent(1))));
        assertThat(commits()).isEqualTo(1);
    }

    @Test
    void aStopTakesTheEditAwayFromAMoveUnderWayWhichThenDoesNotHappen() throws Exception {
        goLive(1);
        var hanging = open.world()
                .faults()
                .add(FaultRule.on(Vendor.PLAY, new Fault.Hang()).method("PUT").times(1));
        var forward = CompletableFuture.supplyAsync(() -> perform(asked.expose(percent(50))));
        while (hanging.count() == 0) {
            Thread.onSpinWait();
        }
        accepted(asked.halt());
        hanging.release();
        assertThat(forward.get())
                .isInstanceOfSatisfying(
                        Reply.Refused.class, r -> assertThat(r.remedy()).isEqualTo(Remedy.RETRY));
        assertThat(asked.state(play)).isEqualTo(new Live(percent(1), true, Optional.empty()));
    }

    @Test
    void aReadingIsOfGooglesTimeAlsoWhenItIsFrozen() {
        assertThat(asked.asOf(play)).isEqualTo(open.world().now());
        goLive(1);
        Instant frozenAt = open.world().now();
        open.pass(Duration.ofHours(1));
        open.world().faults().add(FaultRule.on(Vendor.PLAY, new Fault.Freeze(frozenAt)));
        assertThat(asked.asOf(play)).isEqualTo(frozenAt);
    }

    @Test
    void aReadingNeedsNoEditWhileNothingOfOursIsPublished() {
        asked.reading(play, UNSENT);
        accepted(asked.submit(Optional.of(percent(1))));
        long before = edits();
        asked.reading(play, UNSENT);
        assertThat(edits()).isEqualTo(before);
    }

    private long edits() {
        return open.world().log().details(Detail.Request.class).stream()
                .filter(r -> r.path().endsWith("/edits"))
                .count();
    }

    @Test
    void failuresOfReadingAreToldApart() {
        failsWith(new Fault.DropBefore(), Failure.Kind.UNREACHABLE);
        failsWith(Fault.status(500), Failure.Kind.UNREACHABLE);
        failsWith(Fault.nonsenseJson(), Failure.Kind.NONSENSE);
        failsWith(Fault.wrongContentType(), Failure.Kind.NONSENSE);
        failsWith(Fault.status(404), Failure.Kind.REFUSED);
        failsWith(Fault.tooMany(60), Failure.Kind.THROTTLED);
        open.world().faults().clear();
        assertThat(asked.failure(play).message()).contains("no more calls before");
        open.pass(Duration.ofSeconds(60));
        assertThat(asked.state(play)).isEqualTo(new NotSent());

        open.world().playApi().revoke("robot", APP);
        Failure refused = asked.failure(play);
        assertThat(refused.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(refused.message()).contains("The caller does not have permission");
    }

    private void failsWith(Fault fault, Failure.Kind kind) {
        open.world().faults().clear();
        open.world().faults().add(FaultRule.on(Vendor.PLAY, fault));
        assertThat(asked.failure(play).kind()).as(fault.toString()).isEqualTo(kind);
    }

    @Test
    void whatTheContractDoesNotKnowIsAnErrorAndNotAGuess() {
        goLive(1);
        List<String> wrong = List.of(
                "{\"releases\": [{\"releaseName\": \"8.9.1\", \"releaseLifecycleState\": \"RELEASE_LIFECYCLE_STATE_NEW\"}]}",
                "{\"releases\": {}}",
                "{\"releases\": [{\"activeArtifacts\": [{\"versionCode\": \"x\"}],"
                        + " \"releaseLifecycleState\": \"RELEASE_LIFECYCLE_STATE_PUBLISHED\"}]}",
                "[]");
        for (String body : wrong) {
            garbled("/releases$", body);
        }
        List<String> wrongTracks = List.of(
                "{\"track\": \"beta\"}",
                "{\"track\": \"production\", \"releases\": [{\"versionCodes\": [\"80901001\"], \"status\": \"paused\"}]}",
                "{\"track\": \"production\", \"releases\": [{\"versionCodes\": [\"80901001\"], \"status\": \"inProgress\"}]}",
                "{\"track\": \"production\", \"releases\": [{\"versionCodes\": [\"80901001\"], \"status\": \"inProgress\","
                        + " \"userFraction\": 1.5}]}",
                "{\"track\": \"production\", \"releases\": [{\"versionCodes\": [\"80901001\"], \"status\": \"draft\"}]}",
                "{\"track\": \"production\"}");
        for (String body : wrongTracks) {
            garbled("/tracks/production$", body);
        }
    }

    private void garbled(String path, String body) {
        open.world().faults().clear();
        open.world()
                .faults()
                .add(FaultRule.on(
                                Vendor.PLAY,
                                new Fault.Garble(io.signalbox.world.http.Reply.bytes(
                                        200, "application/json", body.getBytes(StandardCharsets.UTF_8))))
                        .path(path));
        assertThat(asked.failure(play).kind()).as(body).isEqualTo(Failure.Kind.NONSENSE);
        open.world().faults().clear();
    }

    @Test
    void aTokenThatGoogleTookAwayIsReplacedAndAKeyThatIsNoneIsTold() {
        asked.reading(play, UNSENT);
        open.world().keys().google().revoke("robot");
        assertThat(asked.answer(play, UNSENT)).isInstanceOf(Answer.Said.class);

        Endpoints endpoints = new Endpoints(
                open.world().base(Vendor.PLAY), URI.create(open.world().base(Vendor.GOOGLE_OAUTH) + "/token"));
        for (String key : List.of("not json s3cr3t", "{\"private_key\": \"s3cr3t\"}", "{}")) {
            PlayAccount broken = new PlayAccount(
                    http.outlet(PlayAccount.outlet("broken", endpoints, Reach.LOOPBACK)),
                    endpoints,
                    APP,
                    () -> Secret.of(key));
            Failure failure = asked.failure(new PlayConnector(PlaySettings.production(Given.STORE, APP), broken));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(failure.message()).contains("JSON file").doesNotContain("s3cr3t");
        }
    }

    @Test
    void whatCannotBeBroughtAboutHereIsForAPerson() {
        Effect tag = new Effect.Tag(Given.REPOSITORY, "v1", Given.COMMIT);
        assertThat(refused(tag).remedy()).isEqualTo(Remedy.NEEDS_PERSON);
        assertThat(refused(asked.submit(Optional.empty())).text()).contains("to whom it opens");
        Exposure sweden = new Exposure(percent(1).share(), new Markets.Only(List.of("SE")));
        assertThat(refused(asked.submit(Optional.of(sweden))).text()).contains("1 % in SE");
    }

    @Test
    void whatItNeedsCanBeTriedOutWithoutAnyEffect() {
        goLive(1);
        accepted(asked.expose(Exposure.EVERYONE));
        assertThat(play.trials()).hasSize(3).allMatch(Trial::works);
        assertThat(asked.state(play)).isEqualTo(new Live(Exposure.EVERYONE, false, Optional.empty()));
        console.haltingOfCompletedReleases(false);
        assertThat(play.trials())
                .last()
                .satisfies(t -> assertThat(t.works()).isFalse())
                .satisfies(t -> assertThat(t.found()).startsWith("Cannot halt release"));
        assertThat(commits()).isEqualTo(2);

        open.world().playApi().revoke("robot", APP);
        assertThat(play.trials())
                .singleElement()
                .satisfies(t -> assertThat(t.remedy())
                        .hasValueSatisfying(r -> assertThat(r).contains("Play Console")));
    }

    @Test
    void whatWasSentForEveryoneAndNotPublishedDoesNotComeAlongWithTheNextBuild() {
        open.world().play().reviews(APP).decideAfter(Duration.ofHours(1), new Verdict.BinaryRejected("it crashes"));
        accepted(asked.submit(Optional.of(Exposure.EVERYONE)));
        open.pass(Duration.ofHours(1));
        console.leaveChangesPending();
        open.world().play().reviews(APP).decideAfter(Duration.ofHours(1), new Verdict.BinaryRejected("still"));
        open.world().play().upload(APP, NEW + 1, "8.9.1", "b".repeat(64), "c0ffee");
        AtomicReference<String> written = new AtomicReference<>("");
        open.world().intercept((moment, vendor, call) -> {
            if (call.method().equals("PUT")) {
                written.set(call.text());
            }
        });
        Asked next = Asked.of(PlayConnector.capabilities(false, true), open.world()::now, "8.9.1", NEW + 1);
        next.perform(play, next.submit(Optional.of(percent(1))));

        assertThat(written.get()).contains("80901002").doesNotContain("80901001");
    }
}
