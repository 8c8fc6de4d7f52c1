package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.CheckReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From step to step. The ladder of these tests is 1, 10, 100 %, with 24 h of soak on each step. */
class RolloutTest {
    private static final Exposure TEN_PERCENT = Exposure.of(Share.percent(10));
    private static final Criterion COMPLIANCE = new Criterion.CheckPassed("compliance");

    private static Scene atTenPercent() {
        return Scene.at(
                Stage.ROLLING_OUT,
                new DestinationState.Exposed(COMMIT, 1, TEN_PERCENT, Motion.RUNNING, NOW.minus(Duration.ofHours(25))),
                new StoreReading.Live(TEN_PERCENT, false, Optional.empty()));
    }

    @Test
    @Requirement("R75")
    void climbsTheLadderOneRungAtATime() {
        Scene scene = Scene.rollingOut().guardedBy(new Criterion.Soaked());
        assertThat(scene.decide().go())
                .hasValueSatisfying(go -> assertThat(exposure(go)).isEqualTo(TEN_PERCENT));
        assertThat(atTenPercent().guardedBy(new Criterion.Soaked()).decide().go())
                .hasValueSatisfying(go -> assertThat(exposure(go)).isEqualTo(Exposure.EVERYONE));
    }

    private static Exposure exposure(Effect effect) {
        return effect instanceof Effect.Expose expose ? expose.exposure() : Exposure.of(Share.NOBODY);
    }

    @Test
    @Requirement("R67")
    void waitsForTheSoakToTheMinute() {
        Scene scene = Scene.at(
                        Stage.ROLLING_OUT,
                        new DestinationState.Exposed(
                                COMMIT, 0, Given.ONE_PERCENT, Motion.RUNNING, NOW.minus(Duration.ofHours(23))),
                        new StoreReading.Live(Given.ONE_PERCENT, false, Optional.empty()))
                .guardedBy(new Criterion.Soaked());
        var early = scene.decide();
        assertThat(early.verdict("soaked")).isEqualTo(Verdict.PENDING);
        assertThat(early.go()).isEmpty();
        assertThat(scene.later(Duration.ofHours(1)).decide().go()).isPresent();
    }

    @Test
    @Requirement("R109")
    void soakStartsAgainWhenItIsResumed() {
        Scene scene = Scene.rollingOut().guardedBy(new Criterion.StoreSeen());
        scene.give(new Command.Pause("")).decide();
        scene.sentInto(a -> a.accepted(scene.now(), scene.now().plusSeconds(60)))
                .later(Duration.ofMinutes(1))
                .shows(new StoreReading.Live(Given.ONE_PERCENT, true, Optional.empty()))
                .decide();
        scene.later(Duration.ofHours(1)).give(new Command.Resume("looks fine")).decide();
        scene.sentInto(a -> a.accepted(scene.now(), scene.now().plusSeconds(60)))
                .later(Duration.ofMinutes(1))
                .shows(new StoreReading.Live(Given.ONE_PERCENT, false, Optional.empty()));
        DestinationState.Exposed resumed = (DestinationState.Exposed)
                scene.guardedBy(new Criterion.Soaked()).decide().state();
        assertThat(resumed.step()).isZero();
        assertThat(resumed.motion()).isEqualTo(Motion.RUNNING);
        assertThat(resumed.since()).isAfter(NOW.plus(Duration.ofHours(1)));
        assertThat(scene.decide().verdict("soaked")).isEqualTo(Verdict.PENDING);
    }

    @Test
    @Requirement("R67")
    void anAbsentComplianceCheckBlocksEveryoneButNotTheFirstStep() {
        Scene first = Scene.approved().guard(Move.EVERYONE, COMPLIANCE);
        assertThat(first.decide().go()).containsInstanceOf(Effect.Expose.class);
        Scene last = atTenPercent().guard(Move.EVERYONE, COMPLIANCE);
        var decided = last.decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("check-compliance")).isEqualTo(Verdict.MISSING);
    }

    @Test
    @Requirement("R67")
    void anotherSystemReportsTheCheckAndAFailedOneBlocks() {
        Scene scene = atTenPercent().guard(Move.EVERYONE, COMPLIANCE);
        assertThat(report(scene, CheckState.FAILED).decide().verdict("check-compliance"))
                .isEqualTo(Verdict.RED);
        assertThat(report(scene, CheckState.PASSED).decide().go()).isPresent();
    }

    private static Scene report(Scene scene, CheckState state) {
        return scene.says(new SignalKey(SignalKind.CHECK, "compliance"), new CheckReading(COMMIT, Scene.check(state)));
    }

    @Test
    @Requirement("R67")
    void aCheckOfAnotherCandidateDoesNotCount() {
        Scene scene = atTenPercent().guard(Move.EVERYONE, COMPLIANCE);
        scene.says(
                new SignalKey(SignalKind.CHECK, "compliance"),
                new CheckReading(Given.commit('e'), Scene.check(CheckState.PASSED)));
        assertThat(scene.decide().verdict("check-compliance")).isEqualTo(Verdict.PENDING);
    }

    @Test
    @Requirement("R67")
    void onlyAServiceReportsChecks() {
        Command.OfTrack report = new Command.ReportCheck("compliance", COMMIT, Scene.check(CheckState.PASSED));
        Actor bot = new Actor("compliance-bot", Role.SERVICE, Optional.empty());
        assertThat(atTenPercent().applied(report, bot)).isInstanceOf(Applied.Accepted.class);
        assertThat(atTenPercent().applied(report, Scene.MANAGER)).isInstanceOf(Applied.Refused.class);
    }

    @Test
    void aShareThatWasSetByHandAboveTheLadderStillMeetsTheGuardOfEveryone() {
        Exposure everybodyInOneCountry = new Exposure(Share.EVERYONE, new Markets.Only(List.of("SE")));
        Scene scene = Scene.rollingOut()
                .guard(Move.EVERYONE, COMPLIANCE)
                .shows(new StoreReading.Live(everybodyInOneCountry, false, Optional.empty()));
        scene.decide();
        scene.give(new Command.Adopt(Given.STORE, "that was us"));
        assertThat(scene.decide().outlook(Move.EVERYONE).unmet()).isNotEmpty();
    }
}
