package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.act.Refusal.Why;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Turn;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.StageEntry;
import io.signalbox.domain.track.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way of a track, and why it does not move. */
class StagesTest {
    private static Scene built(Scene scene) {
        return scene.guard(Move.CANDIDATE, new Criterion.NewestCommitBuilt());
    }

    @Test
    @Requirement("R63")
    void aTrackIsBranchedWhenTheCutOfItsReleaseIsOnRecord() {
        Decided decided = Scene.upcoming().decide();
        assertThat(decided.track().course().path())
                .extracting(StageEntry::stage)
                .startsWith(Stage.UPCOMING, Stage.BRANCHED);
    }

    @Test
    @Requirement("R63")
    void theNewestCommitBuiltVerifiedAndUploadedMakesACandidate() {
        Decided decided = built(Scene.branched()).decide();
        assertThat(decided.stage()).isEqualTo(Stage.CANDIDATE);
    }

    @Test
    @Requirement("R63")
    void aNewCommitOnTheBranchMakesItBranchedAgain() {
        Scene scene = built(Scene.candidate())
                .repositoryIs(Scene.repository(
                        Scene.branch(Scene.commit(commit('c'), "One more"), Scene.commit(Given.COMMIT, "Fix"))));
        Decided decided = scene.decide();
        assertThat(decided.stage()).isEqualTo(Stage.BRANCHED);
        assertThat(decided.track().course().path())
                .extracting(StageEntry::stage)
                .contains(Stage.CANDIDATE);
    }

    /** A store that holds one build while another is the candidate leads nowhere. */
    @Test
    @Requirement("R63")
    void noOtherCandidateIsNamedWhileACallAboutThisOneIsUnderWay() {
        Scene scene = built(Scene.candidate());
        assertThat(scene.decide().go()).containsInstanceOf(Effect.Submit.class);
        scene.sentInto(a -> a.accepted(scene.now(), scene.now().plusSeconds(60)))
                .repositoryIs(Scene.repository(
                        Scene.branch(Scene.commit(commit('c'), "One more"), Scene.commit(Given.COMMIT, "Fix"))))
                .says(
                        SignalKey.of(SignalKind.BUILDS),
                        new BuildsReading(List.of(Scene.build(
                                commit('c'),
                                Given.BUILD.value() + 1,
                                Scene.check(CheckState.PASSED),
                                Scene.check(CheckState.PASSED),
                                CheckState.PASSED))));
        assertThat(candidate(scene.decide())).isEqualTo(Given.COMMIT);
        scene.later(Duration.ofMinutes(1)).shows(new StoreReading.InReview());
        Decided arrived = scene.decide();
        assertThat(arrived.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(candidate(arrived)).isEqualTo(Given.COMMIT);
    }

    private static CommitId candidate(Decided decided) {
        return decided.track().candidate().orElseThrow().commit();
    }

    @Test
    @Requirement("R41")
    void notKnowingMovesNothingEitherWay() {
        SignalKey builds = SignalKey.of(SignalKind.BUILDS);
        assertThat(built(Scene.candidate()).withoutSignal(builds).decide().stage())
                .isEqualTo(Stage.CANDIDATE);
        assertThat(built(Scene.branched()).withoutSignal(builds).decide().stage())
                .isEqualTo(Stage.BRANCHED);
    }

    @Test
    @Requirement("R63")
    void whatCannotBeIsRefusedWithAReason() {
        assertThat(Scene.candidate().applied(new Command.Resume("go on"), Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Why.NOT_PAUSED)));
        assertThat(Scene.candidate().give(new Command.Pause("")).applied(new Command.Pause("again"), Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Why.ALREADY_PAUSED)));
        assertThat(Scene.upcoming()
                        .track(t ->
                                new Track(t.id(), t.course(), Optional.empty(), t.destinations(), t.said(), t.memory()))
                        .applied(new Command.Ask("may it go out?"), Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Why.NO_CANDIDATE)));
    }

    @Test
    @Requirement("R71")
    void whyItDoesNotMoveNamesEveryUnmetConditionSinceWhenAndWhoseTurnItIs() {
        Scene scene = Scene.candidate()
                .teams(Given.team("playback"))
                .guardedBy(
                        new Criterion.NoOpenBlockers(Duration.ZERO),
                        new Criterion.SignedOff(),
                        new Criterion.CheckPassed("legal"))
                .bugs(Scene.bug("AND-1", true));
        var since = scene.now();
        scene.decide();
        Decided later = scene.later(Duration.ofHours(3)).decide();
        assertThat(later.outlook(Move.SUBMIT).unmet())
                .hasSize(3)
                .allSatisfy(f -> assertThat(f.since()).isEqualTo(since))
                .extracting(f -> f.turn().whose())
                .containsExactly(Turn.Whose.TEAM, Turn.Whose.TEAM, Turn.Whose.SERVICE);
    }

    @Test
    @Requirement("R71")
    void whyItMovedIsToldWithEveryConditionAndItsEvidence() {
        Decided decided = Scene.candidate()
                .guardedBy(new Criterion.NoOpenBlockers(Duration.ZERO))
                .decide();
        assertThat(decided.decision().happenings())
                .filteredOn(h -> h instanceof Happening.ActionPlanned)
                .singleElement()
                .satisfies(h -> assertThat(((Happening.ActionPlanned) h).guard())
                        .extracting(f -> f.source().isPresent())
                        .startsWith(true));
    }
}
