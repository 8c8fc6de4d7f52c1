package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static io.signalbox.domain.Given.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people change in a store's own console. */
@Requirement("R76")
class ConsoleTest {
    private static final Exposure FIVE_PERCENT = Exposure.of(Share.percent(5));
    private static final StoreReading.State RAISED = new StoreReading.Live(FIVE_PERCENT, false, Optional.empty());
    private static final StoreReading.State STOPPED = new StoreReading.Live(ONE_PERCENT, true, Optional.empty());
    private static final Command.OfTrack ADOPT = new Command.Adopt(STORE, "that was us");

    @Test
    void aShareThatNobodyHereSetIsDriftAndNothingGoesForward() {
        Decided decided = Scene.rollingOut().shows(RAISED).decide();
        assertThat(decided.holds()).singleElement().isInstanceOf(Hold.Drift.class);
        assertThat(decided.go()).isEmpty();
        assertThat(decided.inTheWay()).allMatch(r -> r instanceof Reason.Held);
    }

    @Test
    void adoptingItMakesItTheRecord() {
        Scene scene = Scene.rollingOut().shows(RAISED);
        scene.decide();
        Decided decided = scene.give(ADOPT).decide();
        assertThat(decided.holds()).isEmpty();
        assertThat(decided.state())
                .isInstanceOfSatisfying(
                        DestinationState.Exposed.class,
                        out -> assertThat(out.exposure()).isEqualTo(FIVE_PERCENT));
    }

    @Test
    void whatWasStoppedThereStaysStoppedUntilSomebodyHereSaysOtherwise() {
        Scene scene = Scene.rollingOut().shows(STOPPED);
        scene.decide();
        Decided decided = scene.give(ADOPT).decide();
        assertThat(decided.holds()).singleElement().isInstanceOf(Hold.Paused.class);
        assertThat(decided.go()).isEmpty();
    }

    @Test
    void whatWasRejectedAfterItWasAdoptedIsNotSentAgainUnmended() {
        Scene scene = Scene.candidate()
                .said(s -> s.with(new SubmissionPackage(3, List.of(), List.of())))
                .mode(Move.SUBMIT, Mode.OBSERVE, 1)
                .shows(new StoreReading.InReview());
        scene.decide();
        Decided decided = scene.mode(Move.SUBMIT, Mode.AUTOMATIC, 1)
                .shows(new StoreReading.Rejected(Rejection.METADATA, "The link is dead."))
                .decide();
        assertThat(decided.state()).isInstanceOf(DestinationState.Refused.class);
        assertThat(decided.go()).isEmpty();
    }

    @Test
    @Requirement("R116")
    void whereTheRobotOnlyObservesWhatPeopleDoThereIsTheTruth() {
        Decided decided = Scene.rollingOut()
                .mode(Move.NEXT_STEP, Mode.OBSERVE, 1)
                .shows(RAISED)
                .decide();
        assertThat(decided.holds()).isEmpty();
        assertThat(((DestinationState.Exposed) decided.state()).exposure()).isEqualTo(FIVE_PERCENT);
    }

    @Test
    void anotherBuildThanTheCandidatesIsNotReleased() {
        StoreReading.State approved = new StoreReading.Approved();
        Decided decided =
                Scene.approved().shows(approved, Given.BUILD.value() + 1).decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("store-seen")).isEqualTo(Verdict.RED);
        assertThat(decided.finding("store-seen").reason())
                .isEqualTo(new Reason.OtherBuildAtStore(new BuildNumber(Given.BUILD.value() + 1), Given.BUILD));
    }

    @Test
    void aDestinationThatIsConfiguredLaterDoesNotDisturbATrackThatIsUnderWay() {
        Scene scene = Scene.rollingOut()
                .track(t -> new Track(t.id(), t.course(), t.candidate(), List.of(), t.said(), t.memory()));
        assertThat(scene.decide().decision().happenings()).isEmpty();
    }

    @Test
    void ourOwnCallUnderWayIsNoDrift() {
        Scene scene = Scene.rollingOut();
        scene.decide();
        scene.sentInto(a -> a).shows(new StoreReading.Live(Exposure.of(Share.percent(10)), false, Optional.empty()));
        Decided decided = scene.decide();
        assertThat(decided.holds()).isEmpty();
        assertThat(decided.state())
                .isEqualTo(new DestinationState.Exposed(
                        COMMIT, 0, ONE_PERCENT, Motion.RUNNING, decided.state().since()));
        assertThat(decided.unresolved()).hasSize(1);
    }
}
