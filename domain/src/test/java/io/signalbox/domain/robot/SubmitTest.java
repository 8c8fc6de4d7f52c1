package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The submit rule: sign-offs complete, no open blocker, automated tests green on the newest commit of the branch. */
@Requirement("R65")
class SubmitTest {
    private static final TeamKey PLAYBACK = new TeamKey("playback");
    private static final Actor MEMBER = new Actor("Mei", Role.TEAM_MEMBER, Optional.of(PLAYBACK));

    private static Scene unsigned() {
        return Scene.candidate()
                .teams(Given.team("playback"))
                .guardedBy(
                        new Criterion.NoOpenBlockers(Duration.ZERO),
                        new Criterion.TestsGreen(),
                        new Criterion.SignedOff());
    }

    private static Scene ready() {
        return unsigned().give(signs(Command.SignOff.Result.PASSED), MEMBER);
    }

    private static Command.SignOff signs(Command.SignOff.Result result) {
        return new Command.SignOff(PLAYBACK, result, "", Optional.empty());
    }

    @Test
    @Requirement({"R40", "R64"})
    void isDoneByItselfOnceEverythingIsGreen() {
        Decided decided = ready().decide();
        assertThat(decided.outlook(Move.SUBMIT).guardLets()).isTrue();
        assertThat(decided.go()).containsInstanceOf(Effect.Submit.class);
    }

    @Test
    void isPlannedOnceHoweverOftenItIsLookedAt() {
        Scene scene = ready();
        scene.decide();
        Decided again = scene.decide();
        assertThat(again.decision().actions()).isEmpty();
        assertThat(again.unresolved()).hasSize(1);
    }

    @Test
    void waitsForATeam() {
        Decided decided = unsigned().decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("signed-off")).isEqualTo(Verdict.PENDING);
    }

    @Test
    void waitsForABlocker() {
        assertThat(ready().bugs(Scene.bug("AND-1", true)).decide().go()).isEmpty();
    }

    @Test
    void waitsForRedTests() {
        Scene scene = ready().says(
                        SignalKey.of(SignalKind.BUILDS),
                        new BuildsReading(List.of(Scene.build(COMMIT, CheckState.FAILED))));
        assertThat(scene.decide().go()).isEmpty();
    }

    @Test
    void isTakenBackBeforeItIsSentIfABlockerComesUp() {
        Scene scene = ready();
        scene.decide();
        assertThat(scene.bugs(Scene.bug("AND-1", true)).decide().unresolved()).isEmpty();
    }

    @ParameterizedTest
    @Requirement({"R41", "R64"})
    @EnumSource(
            value = SignalKind.class,
            names = {"BUGS", "BUILDS"})
    void neverGoesOnASourceThatSaysNothing(SignalKind kind) {
        Decided decided = ready().withoutSignal(SignalKey.of(kind)).decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.outlook(Move.SUBMIT).unmet()).allMatch(f -> f.verdict() == Verdict.MISSING);
    }

    @Test
    @Requirement({"R41", "R64"})
    void neverGoesOnWhatWasTrueTooLongAgo() {
        Decided decided = ready().inSilence(Duration.ofMinutes(15)).decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("tests-green")).isEqualTo(Verdict.STALE);
        assertThat(decided.verdict("store-seen")).isEqualTo(Verdict.STALE);
    }

    @Test
    void anEmptyGuardLetsNothingThrough() {
        assertThat(ready().guard(Move.SUBMIT).decide().go()).isEmpty();
    }
}
