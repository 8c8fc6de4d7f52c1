package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store that raises the share by itself, day by day, unless it is paused. */
@Requirement("R102")
class SelfAdvanceTest {
    private static final Instant SINCE = NOW.minus(Duration.ofHours(23));
    private static final Instant NEXT_STEP = SINCE.plus(Duration.ofDays(1));
    private static final Criterion CHECK = new Criterion.CheckPassed("compliance");

    private static StoreReading.State live(boolean stopped) {
        return new StoreReading.Live(ONE_PERCENT, stopped, stopped ? Optional.empty() : Optional.of(NEXT_STEP));
    }

    /** On day 1; everyone waits for a check that nobody has reported. */
    private static Scene phased() {
        Scene scene = Scene.at(
                        Stage.ROLLING_OUT,
                        new DestinationState.Exposed(COMMIT, 0, ONE_PERCENT, Motion.RUNNING, SINCE),
                        live(false))
                .store(Given.appStore());
        TrackPolicy process = scene.picture().process();
        List<Rung> twoSteps =
                List.of(new Rung(ONE_PERCENT, Duration.ofHours(22)), new Rung(Exposure.EVERYONE, Duration.ZERO));
        return scene.process(new TrackPolicy(twoSteps, process.moves(), List.of(), List.of(), List.of()))
                .guard(Move.EVERYONE, CHECK);
    }

    @Test
    void isPausedHalfAnHourBeforeItWouldAdvanceUnguarded() {
        Scene scene = phased();
        Decided early = scene.decide();
        assertThat(early.stop()).isEmpty();
        assertThat(early.decision().lookAgainAt())
                .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(NEXT_STEP.minus(Duration.ofMinutes(30))));
        assertThat(scene.later(Duration.ofMinutes(30)).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void isPausedToTheSameMinuteWhenNothingCanBeRead() {
        Scene scene = phased().observed(
                        new SignalKey(SignalKind.STORE, Given.STORE.value()),
                        new Observation.Failed(
                                new Failure(Failure.Kind.UNREACHABLE, "no answer"), NOW, NOW, Optional.empty()));
        assertThat(scene.inSilence(Duration.ofMinutes(30)).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }

    @Test
    void itsNextForwardMoveSetsItGoingAgain() {
        Scene scene = phased().later(Duration.ofMinutes(30));
        scene.decide();
        Decided frozen = scene.sentInto(a -> a.accepted(scene.now(), scene.now().plusSeconds(60)))
                .later(Duration.ofMinutes(1))
                .shows(live(true))
                .decide();
        assertThat(((DestinationState.Exposed) frozen.state()).motion()).isEqualTo(Motion.FROZEN);
        assertThat(frozen.go()).isEmpty();
        Decided everyone = scene.guard(Move.EVERYONE, new Criterion.Soaked()).decide();
        assertThat(everyone.go()).containsInstanceOf(Effect.Expose.class);
    }

    @Test
    void isLeftAloneWhileAForwardMoveIsOnItsWay() {
        Scene scene = phased().guard(Move.EVERYONE, new Criterion.Soaked()).later(Duration.ofMinutes(30));
        Decided decided = scene.decide();
        assertThat(decided.go()).isPresent();
        assertThat(decided.stop()).isEmpty();
    }

    @Test
    @Requirement("R116")
    void isLeftAloneWhereTheRobotOnlyObserves() {
        Scene scene = phased().mode(Move.EVERYONE, Mode.OBSERVE, 1).later(Duration.ofMinutes(50));
        assertThat(scene.decide().stop()).isEmpty();
    }

    @Test
    void aStepThatItTookByItselfIsTheStoresDoingAndNoDrift() {
        Exposure two = Exposure.of(Share.percent(2));
        Decided decided = phased().shows(
                        new StoreReading.Live(two, false, Optional.of(NEXT_STEP.plus(Duration.ofDays(1)))))
                .decide();
        assertThat(decided.holds()).isEmpty();
        assertThat(((DestinationState.Exposed) decided.state()).exposure()).isEqualTo(two);
    }

    /** "Release to all users", pressed on day 2. */
    @Test
    void aShareThatTheStoreCannotHaveReachedByItselfYetIsAPersonsDoing() {
        Scene scene = phased().later(Duration.ofHours(2));
        Decided decided = scene.shows(new StoreReading.Live(Exposure.EVERYONE, false, Optional.empty()))
                .decide();
        assertThat(decided.holds()).singleElement().isInstanceOf(Hold.Drift.class);
        assertThat(decided.stage()).isEqualTo(Stage.ROLLING_OUT);
    }
}
