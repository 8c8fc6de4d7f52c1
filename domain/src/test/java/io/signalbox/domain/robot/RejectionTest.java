package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store's no means. */
@Requirement("R74")
class RejectionTest {
    private static final StoreReading.State WORDS = new StoreReading.Rejected(Rejection.METADATA, "The link is dead.");
    private static final StoreReading.State BINARY = new StoreReading.Rejected(Rejection.BINARY, "Crashes at start.");
    private static final TeamKey TEAM = new TeamKey("playback");
    private static final Command.OfTrack NEW_NOTES =
            new Command.WritePackage(List.of(new SubmissionPackage.Note("en-US", "Better")), List.of());

    private static Scene inReview() {
        Actor member = new Actor("Mei", Role.TEAM_MEMBER, Optional.of(TEAM));
        return Scene.inReview()
                .teams(Given.team("playback"))
                .guard(Move.SUBMIT, new Criterion.SignedOff())
                .give(new Command.SignOff(TEAM, Command.SignOff.Result.PASSED, "", Optional.empty()), member);
    }

    @Test
    void aRejectionOfWordsKeepsCandidateAndSignOffsAndWaitsForBetterWords() {
        Decided decided = inReview().shows(WORDS).decide();
        assertThat(decided.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(decided.track().candidate()).contains(Given.candidate());
        assertThat(decided.verdict("signed-off")).isEqualTo(Verdict.GREEN);
        assertThat(decided.go()).isEmpty();
        assertThat(decided.inTheWay())
                .containsExactly(new Reason.RefusedByStore(
                        Rejection.METADATA, "The link is dead.", decided.state().since()));
    }

    @Test
    void mendedWordsAreSentAgainWithTheSameCandidate() {
        Scene scene = inReview().shows(WORDS);
        scene.decide();
        assertThat(scene.give(NEW_NOTES).decide().go())
                .hasValueSatisfying(go -> assertThat(go)
                        .isInstanceOfSatisfying(
                                Effect.Submit.class,
                                s -> assertThat(s.candidate()).isEqualTo(COMMIT)));
    }

    @Test
    void theOldNoIsNotTheAnswerToTheSecondSubmission() {
        Scene scene = inReview().shows(WORDS);
        scene.decide();
        scene.give(NEW_NOTES).decide();
        scene.sentInto(a -> a.accepted(NOW, NOW.plusSeconds(60)));
        Decided before = scene.later(Duration.ofSeconds(20)).decide();
        assertThat(before.unresolved()).as("the store still shows its first no").hasSize(1);
        Decided after = scene.later(Duration.ofSeconds(20))
                .shows(new StoreReading.InReview())
                .decide();
        assertThat(after.state())
                .isInstanceOfSatisfying(
                        DestinationState.InReview.class,
                        in -> assertThat(in.packageRevision()).isEqualTo(1));
    }

    @Test
    void anAppealThatIsGrantedIsAnApproval() {
        Scene scene = inReview().shows(WORDS);
        scene.decide();
        assertThat(scene.shows(new StoreReading.Approved()).decide().state())
                .isInstanceOf(DestinationState.Approved.class);
    }

    @Test
    void aRejectionOfTheBuildGoesBackToCandidateAndNeedsANewOne() {
        Decided decided = inReview().shows(BINARY).decide();
        assertThat(decided.stage()).isEqualTo(Stage.CANDIDATE);
        assertThat(decided.go()).isEmpty();
        assertThat(decided.inTheWay()).containsExactly(new Reason.NewCandidateNeeded(COMMIT));
    }

    @Test
    void aNewCandidateIsSubmittedInItsPlace() {
        Scene scene = Scene.inReview().shows(BINARY);
        scene.decide();
        fix(scene);
        Decided decided = scene.decide();
        assertThat(decided.track().candidate().orElseThrow().ordinal()).isEqualTo(4);
        assertThat(decided.go())
                .hasValueSatisfying(go -> assertThat(go)
                        .isInstanceOfSatisfying(
                                Effect.Submit.class,
                                s -> assertThat(s.candidate()).isEqualTo(commit('c'))));
    }

    private static void fix(Scene scene) {
        scene.repositoryIs(Scene.repository(
                        Scene.branch(Scene.commit(commit('c'), "Fix the crash"), Scene.commit(COMMIT, "Fix"))))
                .says(
                        SignalKey.of(SignalKind.BUILDS),
                        new BuildsReading(List.of(Scene.build(
                                commit('c'),
                                Given.BUILD.value() + 1,
                                Scene.check(CheckState.PASSED),
                                Scene.check(CheckState.PASSED),
                                CheckState.PASSED))));
    }

    @Test
    void aStoreThatNowObjectsToTheBuildIsHeard() {
        Scene scene = inReview().shows(WORDS);
        scene.decide();
        assertThat(scene.shows(BINARY).decide().stage()).isEqualTo(Stage.CANDIDATE);
    }

    @Test
    void aBuildThatTheStoreWillNeverTakeStandsInTheWayOnlyUntilThereIsAnother() {
        Scene scene = Scene.candidate();
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Rejected(Remedy.NEEDS_BUILD, "wrong signature", NOW)));
        assertThat(scene.decide().go()).isEmpty();
        fix(scene);
        assertThat(scene.decide().go()).isPresent();
    }
}
