package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static io.signalbox.domain.Given.STOCKHOLM;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.train.Arming;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From approval to the first step. */
@Requirement("R66")
class ApprovalTest {
    private static final Criterion NO_BLOCKERS = new Criterion.NoOpenBlockers(Duration.ZERO);

    private static final Hours WORKING_DAYS = new Hours.Weekly(
            STOCKHOLM,
            Arrays.stream(DayOfWeek.values())
                    .filter(d -> d != DayOfWeek.SATURDAY && d != DayOfWeek.SUNDAY)
                    .map(d -> new Hours.Span(d, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                    .toList());

    @Test
    void anApprovalIsTakenInAndTheFirstStepPlannedInTheSameLook() {
        Decided decided = Scene.inReview()
                .guardedBy(new Criterion.StoreApproved(), NO_BLOCKERS)
                .shows(new StoreReading.Approved())
                .decide();
        assertThat(decided.state()).isInstanceOf(DestinationState.Approved.class);
        assertThat(decided.go())
                .hasValueSatisfying(go -> assertThat(go).isInstanceOfSatisfying(Effect.Expose.class, expose -> {
                    assertThat(expose.exposure()).isEqualTo(ONE_PERCENT);
                    assertThat(expose.rung()).isZero();
                }));
    }

    @Test
    @Requirement("R119")
    void whereNobodyIsOnCallItWaitsForThemAndSaysSo() {
        Scene scene = Scene.approved()
                .guardedBy(new Criterion.StoreApproved(), new Criterion.Staffed(WORKING_DAYS))
                .later(Duration.ofHours(11));
        Decided atNight = scene.decide();
        Instant nineTomorrow = Instant.parse("2024-10-02T07:00:00Z");
        assertThat(atNight.go()).isEmpty();
        assertThat(atNight.finding("staffed").reason()).isEqualTo(new Reason.Staffed(false, Optional.of(nineTomorrow)));
        assertThat(scene.later(Duration.between(scene.now(), nineTomorrow))
                        .decide()
                        .go())
                .containsInstanceOf(Effect.Expose.class);
    }

    /** A store that goes live the moment it approves: the submission is the first step. */
    @Nested
    class OfAStoreThatGoesLive {
        private static Scene inReview() {
            return Scene.inReview()
                    .store(Given.play(GoLive.ON_APPROVAL))
                    .guardedBy(new Criterion.StoreApproved(), NO_BLOCKERS);
        }

        private static Scene candidate() {
            return Scene.candidate()
                    .store(Given.play(GoLive.ON_APPROVAL))
                    .guard(Move.FIRST_STEP, new Criterion.StoreApproved(), NO_BLOCKERS);
        }

        @Test
        void theSubmissionCarriesTheFirstStep() {
            assertThat(candidate().decide().go())
                    .hasValueSatisfying(go -> assertThat(go)
                            .isInstanceOfSatisfying(
                                    Effect.Submit.class,
                                    s -> assertThat(s.opening()).contains(ONE_PERCENT)));
        }

        @Test
        void theGuardOfTheFirstStepGuardsTheSubmission() {
            assertThat(candidate().bugs(Scene.bug("AND-1", true)).decide().go()).isEmpty();
        }

        @Test
        @Requirement("R116")
        void itIsNotSubmittedWhileOnlySubmittingIsArmed() {
            Scene scene =
                    candidate().switches(s -> s.with(new Arming(Move.FIRST_STEP, Mode.OBSERVE, "Ana", "not yet", NOW)));
            assertThat(scene.decide().go()).isEmpty();
        }

        @Test
        void aBlockerDuringTheReviewWithdrawsIt() {
            assertThat(inReview().bugs(Scene.bug("AND-1", true)).decide().stop())
                    .containsInstanceOf(Effect.Withdraw.class);
        }

        @Test
        void aShortBlindnessDoesNotWithdrawItALongOneDoes() {
            Scene scene = inReview().withoutSignal(SignalKey.of(SignalKind.BUGS));
            assertThat(scene.decide().stop()).isEmpty();
            assertThat(scene.later(Duration.ofMinutes(30)).decide().stop()).containsInstanceOf(Effect.Withdraw.class);
        }

        @Test
        void blindnessOfChangingKindsIsOneBlindness() {
            SignalKey bugs = SignalKey.of(SignalKind.BUGS);
            Scene scene = inReview().withoutSignal(bugs);
            scene.decide();
            scene.later(Duration.ofMinutes(20)).bugs().inSilence(Duration.ofMinutes(15));
            assertThat(scene.decide().stop()).as("stale now, missing before").isPresent();
        }

        @Test
        void aFreezeThatBeginsDuringTheReviewWithdrawsIt() {
            Freeze holidays = new Freeze(NOW, NOW.plus(Duration.ofDays(7)), "holidays");
            Scene scene =
                    inReview().guardedBy(new Criterion.StoreApproved(), new Criterion.NoFreeze(List.of(holidays)));
            assertThat(scene.decide().stop()).isEmpty();
            assertThat(scene.later(Duration.ofMinutes(30)).decide().stop()).containsInstanceOf(Effect.Withdraw.class);
        }

        @Test
        void aGuardThatIsMetAgainBeforeTheCallLetsTheReviewGoOn() {
            Scene scene = inReview().bugs(Scene.bug("AND-1", true));
            scene.decide();
            assertThat(scene.bugs().decide().unresolved()).isEmpty();
        }

        @Test
        void goingLiveWithTheGuardMetIsTheFirstStep() {
            Decided decided = inReview()
                    .shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()))
                    .decide();
            assertThat(decided.stage()).isEqualTo(Stage.ROLLING_OUT);
            assertThat(decided.holds()).isEmpty();
        }

        @Test
        void goingLiveWithTheGuardNotMetIsHaltedAtOnceAndLeftToPeople() {
            Decided decided = inReview()
                    .bugs(Scene.bug("AND-1", true))
                    .shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()))
                    .decide();
            assertThat(decided.holds()).singleElement().isInstanceOf(Hold.Guarded.class);
            assertThat(decided.stop()).containsInstanceOf(Effect.Halt.class);
        }

        @Test
        void goingLiveUnseenIsJudgedUntilItIsFoundMet() {
            SignalKey bugs = SignalKey.of(SignalKind.BUGS);
            Scene scene = inReview();
            scene.decide();
            scene.withoutSignal(bugs).shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()));
            assertThat(scene.decide().stop()).as("blind, and not for long").isEmpty();
            Decided later = scene.later(Duration.ofMinutes(5))
                    .bugs(Scene.bug("AND-1", true))
                    .decide();
            assertThat(later.holds()).singleElement().isInstanceOf(Hold.Guarded.class);
            assertThat(later.stop()).containsInstanceOf(Effect.Halt.class);
        }

        @Test
        void stayingBlindAfterGoingLiveStopsIt() {
            Scene scene = inReview();
            scene.decide();
            scene.withoutSignal(SignalKey.of(SignalKind.BUGS))
                    .shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()))
                    .decide();
            Decided later = scene.later(Duration.ofHours(1)).decide();
            assertThat(later.holds()).singleElement().isInstanceOf(Hold.Guarded.class);
        }

        @Test
        void aBlockerAfterTheGuardWasFoundMetHoldsTheNextStepAndStopsNothing() {
            Scene scene = inReview().shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()));
            scene.decide();
            Decided later = scene.later(Duration.ofHours(1))
                    .bugs(Scene.bug("AND-1", true))
                    .decide();
            assertThat(later.holds()).isEmpty();
            assertThat(later.go()).isEmpty();
        }
    }
}
