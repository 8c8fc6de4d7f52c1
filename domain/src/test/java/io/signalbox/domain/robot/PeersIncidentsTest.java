package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.BETA;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What went wrong in other systems of this kind, done to our decision. */
class PeersIncidentsTest {
    private static final SignalKey HEALTH = new SignalKey(SignalKind.HEALTH, BETA.value());
    private static final Criterion CRASHES = new Criterion.CrashRate(BETA, 2.5, 1000, Duration.ZERO);
    private static final Failure FAILURE = new Failure(Failure.Kind.NONSENSE, "not JSON");

    /** Approved, and nothing but the crash rate stands before the first step. */
    private static Scene approved() {
        return Scene.approved().guard(Move.FIRST_STEP, CRASHES).mode(Move.FIRST_STEP, Mode.AUTOMATIC, 1);
    }

    private static Optional<Verdict> crashes(Scene scene) {
        return scene.decide().decision().outlooks().stream()
                .flatMap(o -> o.guard().stream())
                .filter(f -> f.criterion().equals(CRASHES))
                .map(Finding::verdict)
                .findFirst();
    }

    @Test
    void goodCrashRatesLetItGo() {
        Scene scene = approved().says(HEALTH, Scene.health(10_000, 1));
        assertThat(scene.decide().go()).containsInstanceOf(Effect.Expose.class);
    }

    /** Argo Rollouts #4479: every measurement failed, and the analysis was successful. */
    @Test
    void argo4479MeasurementsThatAllFailAreNoSuccess() {
        Scene scene = approved();
        Observation failing = new Observation.Failed(FAILURE, NOW, NOW, Optional.empty());
        for (int times = 0; times < 5; times++) {
            failing = failing.then(FAILURE, NOW);
        }
        scene.observed(HEALTH, failing);
        assertThat(crashes(scene)).contains(Verdict.ERROR);
        assertThat(scene.decide().go()).isEmpty();
    }

    /** Argo Rollouts #3850: an inconclusive analysis let the rollout go on to everyone. */
    @Test
    void argo3850TooLittleUseToJudgeByIsNoSuccess() {
        Scene scene = approved().says(HEALTH, Scene.health(999, 0));
        assertThat(crashes(scene)).contains(Verdict.PENDING);
        assertThat(scene.decide().go()).isEmpty();
    }

    /** Argo Rollouts #1360: it was over before a metric that begins late had been measured at all. */
    @Test
    void argo1360AMetricThatWasNeverMeasuredIsNoSuccess() {
        Scene scene = approved().withoutSignal(HEALTH);
        assertThat(crashes(scene)).contains(Verdict.MISSING);
        assertThat(scene.decide().go()).isEmpty();
        assertThat(scene.later(Duration.ofDays(7)).decide().go())
                .as("no time that passes makes it one")
                .isEmpty();
    }

    static List<UnaryOperator<Scene>> whateverIsUnderWay() {
        return List.of(
                scene -> scene,
                scene -> scene.sentInto(a -> a.sending(NOW, NOW.plusSeconds(60))),
                scene -> scene.sentInto(a -> a.accepted(NOW, NOW.plusSeconds(60))),
                scene -> scene.sentInto(a -> a.in(new ActionState.Unknown(NOW, NOW.plusSeconds(60), "no reply"))));
    }

    /** Argo Rollouts #1152: an abort was ignored while something else was under way. */
    @ParameterizedTest
    @MethodSource("whateverIsUnderWay")
    void argo1152AStopIsTakenWhateverIsUnderWay(UnaryOperator<Scene> become) {
        Scene scene = approved().says(HEALTH, Scene.health(10_000, 1));
        assertThat(scene.decide().go()).isPresent();
        var _ = become.apply(scene);
        scene.give(new Command.Pause(""));
        assertThat(scene.decide().go().filter(go -> go instanceof Effect.Expose))
                .as("what was planned and not sent is planned no more")
                .isEmpty();
        scene.later(Duration.ofMinutes(1)).shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()));
        assertThat(scene.decide().stop()).as("whatever arrives is stopped").containsInstanceOf(Effect.Halt.class);
    }

    /** Tramline, PR #763: a rollout for which no rules were set was healthy, "a bit of a runaway train". */
    @Test
    void tramline763WhereNoRulesAreSetNothingGoes() {
        Scene scene = Scene.approved().guard(Move.FIRST_STEP).mode(Move.FIRST_STEP, Mode.AUTOMATIC, 1);
        assertThat(scene.decide().go()).isEmpty();
        assertThat(scene.later(Duration.ofDays(7)).decide().go()).isEmpty();
    }

    /** Tramline: a halt was one call, and was lost if that failed. */
    @Test
    void tramlineAHaltIsSentAgainUntilTheStoreShowsIt() {
        Scene scene = Scene.rollingOut().give(new Command.Pause(""));
        for (int times = 0; times < 20; times++) {
            assertThat(scene.decide().stop()).as("try %d", times).containsInstanceOf(Effect.Halt.class);
            scene.sentInto(a -> a.in(new ActionState.Unknown(NOW, scene.now(), "no reply")))
                    .later(Duration.ofMinutes(2))
                    .shows(new StoreReading.Live(ONE_PERCENT, false, Optional.empty()));
        }
        scene.shows(new StoreReading.Live(ONE_PERCENT, true, Optional.empty()));
        assertThat(scene.decide().stop()).isEmpty();
    }

    /** Tramline: a stop waited for the same conditions as a go. */
    @Test
    void tramlineAStopNeedsNoSignalNoConsentAndNoRobot() {
        Scene scene = Scene.rollingOut()
                .mode(Move.NEXT_STEP, Mode.OBSERVE, 5)
                .give(new Command.TurnRobotOff(""))
                .inSilence(Duration.ofDays(2));
        for (SignalKind kind : SignalKind.values()) {
            scene.withoutSignal(SignalKey.of(kind));
        }
        scene.withoutSignal(new SignalKey(SignalKind.STORE, Given.STORE.value()));
        assertThat(scene.give(new Command.Pause("")).decide().stop()).containsInstanceOf(Effect.Halt.class);
    }
}
