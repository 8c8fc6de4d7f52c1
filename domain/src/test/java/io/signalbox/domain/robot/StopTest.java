package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pause, resume and cancel. */
@Requirement("R68")
class StopTest {
    private static final StoreReading.State RUNNING = new StoreReading.Live(ONE_PERCENT, false, Optional.empty());
    private static final StoreReading.State STOPPED = new StoreReading.Live(ONE_PERCENT, true, Optional.empty());

    /** The store says yes to what was planned, and a minute later it shows this. */
    private static Decided done(Scene scene, StoreReading.State shown) {
        return scene.sentInto(a -> a.accepted(scene.now(), scene.now().plusSeconds(60)))
                .later(Duration.ofMinutes(1))
                .shows(shown)
                .decide();
    }

    private static Motion motion(Decided decided) {
        return ((DestinationState.Exposed) decided.state()).motion();
    }

    @Test
    void aPauseAtOnePercentHaltsAndResumingReturnsToOnePercent() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        assertThat(scene.decide().stop()).containsInstanceOf(Effect.Halt.class);
        assertThat(motion(done(scene, STOPPED))).isEqualTo(Motion.HALTED);
        Decided resuming = scene.give(new Command.Resume("looks fine")).decide();
        assertThat(resuming.go())
                .hasValueSatisfying(go -> assertThat(go)
                        .isInstanceOfSatisfying(
                                Effect.Resume.class,
                                r -> assertThat(r.exposure()).isEqualTo(ONE_PERCENT)));
        assertThat(motion(done(scene, RUNNING))).isEqualTo(Motion.RUNNING);
    }

    @Test
    void theRobotNeverResumesByItself() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        scene.decide();
        done(scene, STOPPED);
        assertThat(scene.later(Duration.ofDays(3)).decide().go()).isEmpty();
    }

    @Test
    void aPauseNeedsNoEvidence() {
        Scene scene = Scene.rollingOut();
        for (SignalKind kind : SignalKind.values()) {
            scene.withoutSignal(SignalKey.of(kind));
        }
        scene.withoutSignal(new SignalKey(SignalKind.STORE, Given.STORE.value()));
        assertThat(scene.give(new Command.Pause("")).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void aPausePutsAnEndToAPlannedGo() {
        Scene scene = Scene.approved();
        assertThat(scene.decide().go()).isPresent();
        assertThat(scene.give(new Command.Pause("")).decide().go()).isEmpty();
    }

    @Test
    void aPauseDoesNotWaitForAFirstStepOfWhichNobodyKnowsWhetherItHappened() {
        Scene scene = Scene.approved();
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Unknown(NOW, NOW.plusSeconds(60), "connection reset")))
                .give(new Command.Pause(""));
        assertThat(scene.decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void aStopIsNotDoneBecauseWhatItStopsHasNotArrivedYet() {
        Scene scene = Scene.approved();
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Unknown(NOW, NOW.plusSeconds(60), "connection reset")))
                .give(new Command.Pause(""))
                .decide();
        Decided still = done(scene, new StoreReading.Approved());
        assertThat(still.unresolved())
                .as("the first step in doubt, and its stop")
                .hasSize(2);
        Decided live = scene.later(Duration.ofMinutes(1)).shows(STOPPED).decide();
        assertThat(motion(live)).isEqualTo(Motion.HALTED);
        assertThat(live.unresolved()).isEmpty();
    }

    @Test
    void aHaltThatSomebodyUndidBeforeItWasSeenLetsTheSoakBeginAnew() {
        Scene scene =
                Scene.rollingOut().guard(Move.NEXT_STEP, new Criterion.Soaked()).give(new Command.Pause(""));
        scene.decide();
        Instant halted = scene.now();
        scene.sentInto(a -> a.accepted(halted, halted.plusSeconds(60))).give(new Command.Resume("looks fine"));
        Decided seen = scene.later(Duration.ofMinutes(20)).shows(RUNNING).decide();
        assertThat(seen.unresolved()).isEmpty();
        assertThat(motion(seen)).isEqualTo(Motion.RUNNING);
        assertThat(seen.state().since()).isAfter(halted);
    }

    @Test
    void aPauseThatIsLiftedBeforeItsStopIsSentStopsNothing() {
        Scene scene = Scene.inReview().store(Given.play(GoLive.ON_APPROVAL)).give(new Command.Pause(""));
        assertThat(scene.decide().stop()).containsInstanceOf(Effect.Withdraw.class);
        assertThat(scene.give(new Command.Resume("wrong track")).decide().unresolved())
                .isEmpty();
    }

    @Test
    void aStopThatArrivesAfterThePauseWasLiftedIsUndone() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        scene.decide();
        scene.sentInto(a -> a.accepted(NOW, NOW.plusSeconds(60))).give(new Command.Resume("wrong track"));
        Decided after = scene.later(Duration.ofMinutes(1)).shows(STOPPED).decide();
        assertThat(motion(after)).isEqualTo(Motion.HALTED);
        assertThat(after.go()).containsInstanceOf(Effect.Resume.class);
    }

    @Test
    void whatIsHaltedInTheConsoleBeforeOurPauseArrivesIsPausedAndNoDrift() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        Decided decided = scene.shows(STOPPED).decide();
        assertThat(motion(decided)).isEqualTo(Motion.HALTED);
        assertThat(decided.holds()).hasSize(1);
        assertThat(decided.unresolved()).isEmpty();
    }

    @Test
    void aRefusedStopIsTriedAgainWithoutLimit() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        for (int i = 0; i < 20; i++) {
            assertThat(scene.decide().stop()).isPresent();
            scene.sentInto(a -> a.in(new ActionState.Rejected(Remedy.NEEDS_PERSON, "no rights", scene.now())));
            scene.decide();
            scene.later(Duration.ofSeconds(15));
        }
    }

    @Test
    void aRefusedStopDoesNotStandInTheWayOnceItIsNotCalledForAnyMore() {
        Scene scene = Scene.approved().give(new Command.Pause(""));
        Effect.Halt halt = new Effect.Halt(Given.STORE, Given.BUILD);
        Action action =
                Action.planned(new ActionId(Given.TRACK, 0), halt, "hold", NOW).sending(NOW, NOW.plusSeconds(60));
        Resolution.Refused refused = new Resolution.Refused(Remedy.NEEDS_PERSON, "no rights", NOW);
        scene.track(t -> Confirmations.refused(t, action, halt, refused));
        assertThat(scene.give(new Command.Resume("go on")).decide().go()).isPresent();
    }

    @Test
    void inReviewAtAStoreThatWaitsForUsAPauseKeepsTheReview() {
        Decided decided = Scene.inReview().give(new Command.Pause("")).decide();
        assertThat(decided.stop()).isEmpty();
        assertThat(decided.state()).isInstanceOf(DestinationState.InReview.class);
    }

    @Test
    void cancellingMeansByStageNothingWithdrawDeclineOrHalt() {
        Command.OfTrack cancel = new Command.Cancel("enough is enough");
        assertThat(Scene.branched().give(cancel).decide().stop()).isEmpty();
        assertThat(Scene.inReview().give(cancel).decide().stop()).containsInstanceOf(Effect.Withdraw.class);
        assertThat(Scene.approved().give(cancel).decide().stop()).containsInstanceOf(Effect.Withdraw.class);
        assertThat(Scene.rollingOut().give(cancel).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void cancellingIsForGood() {
        Scene scene = Scene.candidate().give(new Command.Cancel("enough is enough"));
        assertThat(scene.decide().go()).isEmpty();
        assertThat(scene.applied(new Command.Resume("once more"), Scene.MANAGER))
                .isInstanceOf(Applied.Refused.class);
        assertThat(scene.applied(new Command.Cancel("once more"), Scene.MANAGER))
                .isInstanceOf(Applied.Refused.class);
    }

    @Test
    void whatEveryoneHasIsNotCancelledButCanStillBePaused() {
        Scene scene = Scene.at(
                Stage.RELEASED,
                new DestinationState.Everyone(COMMIT, Motion.RUNNING, NOW),
                new StoreReading.Live(Exposure.EVERYONE, false, Optional.empty()));
        assertThat(scene.applied(new Command.Cancel("too late"), Scene.MANAGER)).isInstanceOf(Applied.Refused.class);
        assertThat(scene.give(new Command.Pause("")).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void aCancelledVersionThatIsReleasedInTheConsoleIsHalted() {
        Scene scene = Scene.inReview().give(new Command.Cancel("enough is enough"));
        assertThat(scene.shows(RUNNING).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @ParameterizedTest
    @MethodSource("notOut")
    void aPauseHaltsWhatTheStoreOffersWhateverIsOnRecord(Stage stage, DestinationState onRecord) {
        Scene scene = Scene.at(stage, onRecord, RUNNING).give(new Command.Pause(""));
        assertThat(scene.decide().stop()).containsInstanceOf(Effect.Halt.class);
        Decided after = done(scene, STOPPED);
        assertThat(after.unresolved()).as("halted, and seen to be").isEmpty();
    }

    static Stream<Arguments> notOut() {
        Instant since = NOW.minus(Duration.ofHours(1));
        return Stream.of(
                Arguments.of(Stage.CANDIDATE, new DestinationState.Unsent(since)),
                Arguments.of(
                        Stage.SUBMITTED,
                        new DestinationState.Refused(StoreReading.Rejection.METADATA, "link", COMMIT, 0, since)),
                Arguments.of(Stage.SUBMITTED, new DestinationState.InReview(COMMIT, 0, since)),
                Arguments.of(Stage.SUBMITTED, new DestinationState.Approved(COMMIT, since)));
    }

    @Test
    void aPauseHaltsWhatTheStoreOffersThoughNoCandidateIsNamed() {
        Scene scene = Scene.upcoming().shows(RUNNING).give(new Command.Pause(""));
        assertThat(scene.decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void aPauseHaltsTheBuildThatIsAtTheStoreAndNotTheOneThatShouldBe() {
        Scene scene = Scene.rollingOut().shows(RUNNING, BUILD.value() + 1).give(new Command.Pause(""));
        assertThat(scene.decide().stop())
                .hasValueSatisfying(stop -> assertThat(stop)
                        .isInstanceOfSatisfying(
                                Effect.Halt.class,
                                h -> assertThat(h.build()).isEqualTo(new BuildNumber(BUILD.value() + 1))));
    }

    @Test
    void aStopOfWhichNothingIsHeardIsSentAgainThoughTheStoreCannotBeRead() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Unknown(NOW, NOW.plusSeconds(60), "connection reset")));
        assertThat(scene.inSilence(Duration.ofSeconds(59)).decide().unresolved())
                .singleElement()
                .satisfies(a -> assertThat(a.state()).isInstanceOf(ActionState.Unknown.class));
        Decided again = scene.inSilence(Duration.ofSeconds(1)).decide();
        assertThat(again.unresolved()).singleElement().satisfies(a -> {
            assertThat(a.state()).isInstanceOf(ActionState.Planned.class);
            assertThat(a.effect()).isInstanceOf(Effect.Halt.class);
        });
    }

    @Test
    void stoppingWorksOnARecordOnWhichNothingCanBeConcluded() {
        Actor member = new Actor("Mei", Role.TEAM_MEMBER, Optional.empty());
        Scene broken = Scene.rollingOut()
                .guardedBy(new Criterion.StoreSeen())
                .release(r -> new Release(
                        r.id(),
                        r.plan(),
                        r.policy(),
                        r.previous(),
                        List.of(),
                        r.approvals(),
                        r.lateChanges(),
                        r.confirmations(),
                        r.cutAnyway(),
                        r.cancelled(),
                        r.closedAt(),
                        r.memory()));
        assertThatThrownBy(broken::decide).isInstanceOf(IllegalArgumentException.class);
        assertThat(broken.applied(new Command.Pause(""), member)).isInstanceOf(Applied.Accepted.class);
    }
}
