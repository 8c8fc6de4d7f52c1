package io.signalbox.world.play;

import static io.signalbox.world.play.GoogleClient.APP;
import static io.signalbox.world.play.GoogleClient.refusal;
import static io.signalbox.world.play.GoogleClient.release;
import static io.signalbox.world.play.GoogleClient.staged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.androidpublisher.model.AppEdit;
import com.google.api.services.androidpublisher.model.CountryTargeting;
import com.google.api.services.androidpublisher.model.LocalizedText;
import com.google.api.services.androidpublisher.model.ReleaseSummary;
import com.google.api.services.androidpublisher.model.Track;
import com.google.api.services.androidpublisher.model.TrackRelease;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Entry;
import io.signalbox.world.log.Level;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.review.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google Play over HTTP, driven by Google's own client. */
class PlayTest {
    private static final long LIVE = 80900007;
    private static final long NEW = 80901001;
    private static final long NEWER = 80901002;

    @TempDir
    Path folder;

    private OpenWorld open;
    private PlayStore store;
    private PlayConsole console;
    private GoogleClient google;

    @BeforeEach
    void uploadABuild() throws IOException {
        open = OpenWorld.in(folder);
        store = open.world().play();
        store.upload(APP, NEW, "8.9.1", "a".repeat(64), "c0ffee");
        store.reviews(APP).usually(Duration.ofHours(2));
        console = store.console(APP, "Kim");
        google = new GoogleClient(open.world(), "robot");
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aReleaseGoesFromOnePercentOverHaltAndResumeToEverybody() throws IOException {
        google.put(staged(NEW, 0.01), release(LIVE, "completed"));
        assertThat(google.summaries("production"))
                .extracting(ReleaseSummary::getReleaseLifecycleState)
                .containsExactly("RELEASE_LIFECYCLE_STATE_IN_REVIEW", "RELEASE_LIFECYCLE_STATE_PUBLISHED");
        assertThat(exposures()).isEmpty();

        open.pass(Duration.ofHours(2));
        assertThat(google.summaries("production"))
                .extracting(ReleaseSummary::getReleaseLifecycleState)
                .containsOnly("RELEASE_LIFECYCLE_STATE_PUBLISHED");
        google.put(release(NEW, "halted").setUserFraction(0.01), release(LIVE, "completed"));
        google.put(staged(NEW, 0.2), release(LIVE, "completed"));
        google.put(release(NEW, "completed"));

        assertThat(exposures())
                .extracting(Detail.Exposure::build, change -> change.before().status(), change -> change.after())
                .containsExactly(
                        tuple("80901001", "none", new Level("inProgress", 0.01)),
                        tuple("80901001", "inProgress", new Level("halted", 0)),
                        tuple("80901001", "halted", new Level("inProgress", 0.2)),
                        tuple("80901001", "inProgress", new Level("completed", 1)),
                        tuple("80900007", "completed", Level.NONE));
        assertThat(exposures().getFirst().by()).isEqualTo(Actor.itself());
        assertThat(exposures().get(1).by())
                .isInstanceOfSatisfying(
                        Actor.Api.class, by -> assertThat(by.credential()).isEqualTo("robot"));
    }

    @Test
    void theReleaseReadsBackAsItWasWritten() throws IOException {
        google.put(
                staged(NEW, 0.01)
                        .setInAppUpdatePriority(3)
                        .setCountryTargeting(new CountryTargeting().setCountries(List.of("SE", "NO")))
                        .setReleaseNotes(
                                List.of(new LocalizedText().setLanguage("en-US").setText("Faster"))),
                release(LIVE, "completed"));

        TrackRelease read = google.releases("production").getFirst();
        assertThat(read.getName()).isEqualTo("80901001 (8.9.1)");
        assertThat(read.getVersionCodes()).containsExactly(NEW);
        assertThat(read.getUserFraction()).isEqualTo(0.01);
        assertThat(read.getInAppUpdatePriority()).isEqualTo(3);
        assertThat(read.getCountryTargeting().getCountries()).containsExactly("SE", "NO");
        assertThat(read.getReleaseNotes().getFirst().getText()).isEqualTo("Faster");
        open.pass(Duration.ofHours(2));
        assertThat(exposures().getFirst().after().countries()).containsExactly("SE", "NO");
    }

    @Test
    void aRejectionNeedsAPersonBeforeAnythingIsReviewedAgain() throws IOException {
        store.reviews(APP).decideAfter(Duration.ofHours(1), new Verdict.BinaryRejected("crashes at start"));
        google.put(staged(NEW, 0.01));
        open.pass(Duration.ofHours(1));
        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_NOT_APPROVED");
        assertThat(reviews().getLast().reason()).contains("crashes at start");

        String edit = google.put(google.insert(), "production", staged(NEW, 0.02));
        assertThat(refusal(() -> google.commit(edit)).getDetails().getMessage())
                .startsWith("Changes cannot be sent for review automatically.");
        google.edits().commit(APP, edit).setChangesNotSentForReview(true).execute();
        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_NOT_SENT_FOR_REVIEW");

        console.sendForReview();
        open.pass(Duration.ofHours(2));
        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_PUBLISHED");
        assertThat(refusal(() -> google.edits()
                                .commit(APP, google.insert())
                                .setChangesNotSentForReview(true)
                                .execute())
                        .getDetails()
                        .getMessage())
                .startsWith("Changes are sent for review automatically.");
    }

    @Test
    void underManagedPublishingAnApprovedReleaseWaitsForAPerson() throws IOException {
        console.managedPublishing(true);
        google.put(staged(NEW, 0.01));
        open.pass(Duration.ofHours(3));
        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_APPROVED_NOT_PUBLISHED");
        assertThat(exposures()).isEmpty();

        console.publish();

        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_PUBLISHED");
        assertThat(exposures().getLast().by()).isEqualTo(Actor.person("Kim"));
    }

    @Test
    void aRunningReviewIsCancelledByDefaultAndProtectedWhenAskedFor() throws IOException {
        google.put(staged(NEW, 0.01));
        open.pass(Duration.ofMinutes(90));

        String edit = google.insert();
        GoogleJsonResponseException refused = refusal(() -> google.commit(edit));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getDetails().getMessage()).startsWith("You already have changes in review.");
        assertThat(refused.getContent()).contains("CHANGES_ALREADY_IN_REVIEW");
        google.edits().commit(APP, edit).execute();

        open.pass(Duration.ofMinutes(90));
        assertThat(lifecycle()).as("the review began anew").isEqualTo("RELEASE_LIFECYCLE_STATE_IN_REVIEW");
        open.pass(Duration.ofMinutes(30));
        assertThat(lifecycle()).isEqualTo("RELEASE_LIFECYCLE_STATE_PUBLISHED");
    }

    @Test
    void aReviewIsWithdrawnByACommitWithoutTheRelease() throws IOException {
        google.put(staged(NEW, 0.01));
        String edit = google.put(google.insert(), "production", release(LIVE, "completed"));
        google.edits().commit(APP, edit).execute();

        open.pass(Duration.ofHours(5));

        assertThat(exposures()).isEmpty();
        assertThat(google.releases("production"))
                .extracting(TrackRelease::getStatus)
                .containsExactly("completed");
    }

    @Test
    void leavingTheRunningReleaseOutHaltsIt() throws IOException {
        goLive(0.05);

        google.put(release(LIVE, "completed"));

        assertThat(google.releases("production"))
                .extracting(TrackRelease::getStatus, TrackRelease::getUserFraction)
                .containsExactly(tuple("halted", 0.05), tuple("completed", null));
        assertThat(exposures().getLast().after()).isEqualTo(new Level("halted", 0));
    }

    @Test
    void aNewReleaseTakesTheRunningOnesPlaceOnlyWhenItIsApproved() throws IOException {
        goLive(0.05);
        store.upload(APP, NEWER, "8.9.1", "b".repeat(64), "beef");

        google.put(staged(NEWER, 0.01));
        assertThat(exposures()).hasSize(1);
        assertThat(google.summaries("production"))
                .extracting(summary -> summary.getActiveArtifacts().getFirst().getVersionCode())
                .containsExactly((int) NEWER, (int) LIVE, (int) NEW);
        open.pass(Duration.ofHours(2));

        assertThat(exposures())
                .extracting(Detail.Exposure::build, change -> change.after().status())
                .contains(tuple("80901002", "inProgress"), tuple("80901001", "none"));
    }

    @Test
    void rolloutRulesAreEnforced() throws IOException {
        assertRefused("User fraction must be between 0 and 1", staged(NEW, 1.0));
        assertRefused("User fraction must be between 0 and 1", staged(NEW, 0.0));
        assertRefused("User fraction must be set", release(NEW, "inProgress"));
        assertRefused("User fraction cannot be set", release(NEW, "completed").setUserFraction(0.5));
        assertRefused("does not exist in the artifact library", staged(123, 0.01));
        assertRefused("Cannot halt release, no matching in progress release found.", release(NEW, "halted"));
        assertRefused("Invalid value at 'releases.status'", release(NEW, "paused"));
        assertRefused("priority must be between 0 and 5", staged(NEW, 0.1).setInAppUpdatePriority(6));
        assertRefused(
                "The maximum is 500 characters",
                staged(NEW, 0.1)
                        .setReleaseNotes(
                                List.of(new LocalizedText().setLanguage("sv-SE").setText("x".repeat(501)))));
        assertRefused("Too many releases with status inProgress", staged(NEW, 0.1), staged(LIVE, 0.1));

        goLive(0.2);
        assertRefused("Cannot decrease the rollout fraction", staged(NEW, 0.1));
        google.put(release(NEW, "completed"));
        assertRefused("cannot be changed to a staged rollout", staged(NEW, 0.5));
        assertRefused("does not allow any existing users to upgrade", release(LIVE, "completed"));
    }

    @Test
    void theFirstReleaseOfATrackCannotBeStagedAndADraftAppTakesDraftsOnly() throws IOException {
        assertThat(refusal(() -> google.put(google.insert(), "beta", staged(NEW, 0.1)))
                        .getDetails()
                        .getMessage())
                .contains("first release on a track");
        console.draftApp(true);
        GoogleJsonResponseException refused = refusal(() -> google.put(release(NEW, "completed")));
        assertThat(refused.getDetails().getErrors().getFirst().getReason()).isEqualTo("rolloutNotPermittedOnDraftApp");
        google.put(release(NEW, "draft"), release(LIVE, "draft"));
    }

    @Test
    void aCompletedReleaseCanBeHaltedUnderTheConditionsOf2025() throws IOException {
        assertRefused("Cannot halt release", release(LIVE, "halted"));
        goLive(0.5);
        google.put(release(NEW, "completed"));
        console.haltingOfCompletedReleases(false);
        assertRefused("Cannot halt release", release(NEW, "halted"));
        console.haltingOfCompletedReleases(true);

        google.put(release(NEW, "halted"));

        assertThat(exposures())
                .extracting(Detail.Exposure::build, change -> change.after().share())
                .endsWith(tuple("80901001", 0.0), tuple("80900007", 1.0));
        google.put(staged(NEW, 0.1));
        assertThat(exposures().getLast().after()).isEqualTo(new Level("inProgress", 0.1));
    }

    @Test
    void versionCodesAreUniqueAndRiseOnEachTrack() throws IOException {
        store.upload(APP, NEW, "8.9.1", "b".repeat(64), "beef");
        store.upload(APP, LIVE + 1, "8.9.0", "b".repeat(64), "beef");

        assertThat(open.world().log().details(Detail.Artifact.class))
                .extracting(Detail.Artifact::state)
                .endsWith("refused: the version code is taken", "in the library");
        assertThat(google.releases("internal").getFirst().getVersionCodes()).containsExactly(NEW);
        google.put(staged(LIVE + 1, 0.1), release(LIVE, "completed"));
    }

    @Test
    void aUserHasOneOpenEditPerApp() throws IOException {
        String first = google.insert();
        String second = google.insert();

        assertThat(message(first)).isEqualTo("This Edit has been deleted.");
        assertThat(google.edits().get(APP, second).execute().getId()).isEqualTo(second);
    }

    @Test
    void anEditDiesWithTimeWithAnothersCommitWithAConsoleChangeAndWithItsOwnCommit() throws IOException {
        String old = google.insert();
        open.pass(Duration.ofHours(1));
        assertThat(message(old)).isEqualTo("This edit has expired, please create a new Edit.");

        GoogleClient other = new GoogleClient(open.world(), "other");
        String overtaken = google.insert();
        other.commit(other.insert());
        assertThat(message(overtaken)).startsWith("A change was made to the application outside of this Edit");

        String stale = google.insert();
        console.leaveChangesPending();
        assertThat(message(stale)).startsWith("A change was made to the application outside of this Edit");

        String done = google.insert();
        google.commit(done);
        assertThat(message(done)).startsWith("This edit has already been successfully committed");

        String given = google.insert();
        google.edits().delete(APP, given).execute();
        assertThat(message(given)).isEqualTo("This Edit has been deleted.");
        assertThat(refusal(() -> google.edits().get(APP, "42").execute()).getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void pendingConsoleChangesGoToReviewWithTheNextCommit() throws IOException {
        console.leaveChangesPending();

        google.commit(google.insert());

        assertThat(refusal(() -> google.commit(google.insert())).getDetails().getMessage())
                .startsWith("You already have changes in review.");
    }

    @Test
    void peopleActInTheConsole() throws IOException {
        goLive(0.01);

        console.rollOut("production", 0.1);
        console.halt("production");
        console.rollOut("production", 0.3);
        console.complete("production");

        assertThat(exposures().stream().skip(1).map(change -> change.after().share()))
                .containsExactly(0.1, 0.0, 0.3, 1.0, 0.0);
        assertThat(exposures().stream().skip(1)).allMatch(change -> change.by().equals(Actor.person("Kim")));
    }

    @Test
    void aCommitThatChangesNothingIsLoggedAsSuch() throws IOException {
        goLive(0.05);
        long before = open.world().log().entries().size();

        google.put(staged(NEW, 0.05), release(LIVE, "completed"));

        assertThat(open.world().log().after(before))
                .filteredOn(entry -> entry.kind() != Entry.Kind.REQUEST)
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.NO_CHANGE);
    }

    @Test
    void aCommitWhoseReplyIsLostHasHappened() throws IOException {
        goLive(0.05);
        String edit = google.put(google.insert(), "production", release(NEW, "completed"));
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.PLAY, new Fault.LoseReply())
                        .path(":commit$")
                        .times(5));

        assertThatThrownBy(() -> google.commit(edit)).isInstanceOf(IOException.class);

        assertThat(google.releases("production"))
                .extracting(TrackRelease::getStatus)
                .containsExactly("completed");
        assertThat(exposures())
                .filteredOn(change -> change.after().share() == 1.0)
                .hasSize(1);
    }

    @Test
    void aFrozenStoreShowsTheOldReleases() throws IOException {
        goLive(0.05);
        Instant frozen = open.world().now();
        open.pass(Duration.ofMinutes(1));
        open.world().faults().add(FaultRule.on(Vendor.PLAY, new Fault.Freeze(frozen)));

        google.put(staged(NEW, 0.5), release(LIVE, "completed"));

        assertThat(google.releases("production").getFirst().getUserFraction()).isEqualTo(0.05);
        assertThat(exposures().getLast().after().share()).isEqualTo(0.5);
    }

    @Test
    void rightsAndAppsAreChecked() throws IOException {
        assertThat(refusal(() -> google.edits()
                                .insert("com.example.unknown", new AppEdit())
                                .execute())
                        .getStatusCode())
                .isEqualTo(404);
        open.world().playApi().revoke("robot", APP);
        assertThat(refusal(google::insert).getStatusCode()).isEqualTo(403);
        open.world().playApi().grant("robot", APP);
        assertThat(google.edits().validate(APP, google.insert()).execute().getId())
                .isNotEmpty();
        assertThat(open.request(Vendor.PLAY, "POST", "/androidpublisher/v3/applications/" + APP + "/edits")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tracksAndBundlesAreListed() throws IOException {
        String edit = google.insert();

        assertThat(google.edits().tracks().list(APP, edit).execute().getTracks())
                .extracting(Track::getTrack)
                .containsExactly("production", "beta", "alpha", "internal");
        assertThat(google.edits().bundles().list(APP, edit).execute().getBundles())
                .extracting(bundle -> (long) bundle.getVersionCode())
                .containsExactly(LIVE, NEW);
        assertThat(google.releases("internal").getFirst().getVersionCodes()).containsExactly(NEW);
    }

    @Test
    void threeThousandRequestsAMinuteAreTheLimit() throws IOException {
        String edit = google.insert();
        for (int i = 0; i < 2999; i++) {
            google.edits().get(APP, edit).execute();
        }

        GoogleJsonResponseException refused =
                refusal(() -> google.edits().get(APP, edit).execute());
        assertThat(refused.getStatusCode()).isEqualTo(429);
        open.pass(Duration.ofMinutes(1));
        assertThat(google.edits().get(APP, edit).execute().getId()).isEqualTo(edit);
    }

    private void goLive(double fraction) throws IOException {
        google.put(staged(NEW, fraction), release(LIVE, "completed"));
        open.pass(Duration.ofHours(2));
    }

    private void assertRefused(String message, TrackRelease... releases) throws IOException {
        String edit = google.insert();
        GoogleJsonResponseException refused = refusal(() -> google.put(edit, "production", releases));
        assertThat(refused.getDetails().getMessage()).contains(message);
    }

    private String message(String edit) {
        return refusal(() -> google.edits().get(APP, edit).execute())
                .getDetails()
                .getMessage();
    }

    private String lifecycle() throws IOException {
        return google.summaries("production").getFirst().getReleaseLifecycleState();
    }

    private List<Detail.Exposure> exposures() {
        return open.world().log().details(Detail.Exposure.class).stream()
                .filter(change -> change.channel().equals("production"))
                .skip(1)
                .toList();
    }

    private List<Detail.Review> reviews() {
        return open.world().log().details(Detail.Review.class);
    }
}
