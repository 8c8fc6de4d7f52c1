package io.signalbox.domain.criterion;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Command.SignOff.Result;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What teams say, and what it is worth after a late fix. */
class SignOffTest {
    private static final TeamKey PLAYBACK = new TeamKey("playback");
    private static final TeamKey SEARCH = new TeamKey("search");

    private static Scene scene() {
        return Scene.candidate().teams(Given.team("playback", "player/"), Given.team("search", "search/"));
    }

    private static Actor member(TeamKey team) {
        return new Actor("member of " + team, Role.TEAM_MEMBER, Optional.of(team));
    }

    private static Command.OfTrack says(TeamKey team, Result result) {
        return new Command.SignOff(team, result, "", Optional.empty());
    }

    private static Scene bothPassed() {
        return scene().give(says(PLAYBACK, Result.PASSED), member(PLAYBACK))
                .give(says(SEARCH, Result.PASSED), member(SEARCH));
    }

    private static Finding find(Scene scene) {
        return TrackJudge.find(new Criterion.SignedOff(), scene.picture(), Optional.empty(), scene.now());
    }

    private static Reason.SignOffs reason(Scene scene) {
        return (Reason.SignOffs) find(scene).reason();
    }

    /** A later commit on the branch becomes the candidate; it touches what playback owns. */
    private static Scene fixed(Scene scene) {
        scene.repositoryIs(Scene.repository(
                        Scene.branch(Scene.touching(commit('c'), "player/Seek.kt"), Scene.commit(COMMIT, "Fix"))))
                .says(
                        SignalKey.of(SignalKind.BUILDS),
                        new BuildsReading(List.of(Scene.build(
                                commit('c'),
                                Given.BUILD.value() + 1,
                                Scene.check(CheckState.PASSED),
                                Scene.check(CheckState.PASSED),
                                CheckState.PASSED))))
                .decide();
        return scene;
    }

    private static Policy carrying(Policy p, CarryOver.Rule rule) {
        return new Policy(
                p.name(),
                p.hash(),
                p.rings(),
                p.plan(),
                p.bounds(),
                p.patience(),
                new CarryOver(rule, CarryOver.Rule.KEEP, CarryOver.Rule.START_AGAIN),
                p.largeChange(),
                p.releaseMoves(),
                p.track(),
                p.tracks());
    }

    @Test
    @Requirement({"R36", "R38"})
    void itIsCompleteWhenEveryTeamHasPassedAndNamesThoseThatAreMissing() {
        Scene scene = scene().give(says(PLAYBACK, Result.PASSED), member(PLAYBACK));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.PENDING);
        assertThat(reason(scene).passed()).isEqualTo(1);
        assertThat(reason(scene).missing()).containsExactly(SEARCH);
        assertThat(find(bothPassed()).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    @Requirement("R36")
    void aTeamThatFailedIsRedAndOneThatIsAtItIsPending() {
        Scene failed = bothPassed().give(says(SEARCH, Result.FAILED), member(SEARCH));
        assertThat(find(failed).verdict()).isEqualTo(Verdict.RED);
        Scene running = bothPassed().give(says(SEARCH, Result.RUNNING), member(SEARCH));
        assertThat(reason(running).running()).containsExactly(SEARCH);
        assertThat(find(running).verdict()).isEqualTo(Verdict.PENDING);
    }

    @Test
    @Requirement("R36")
    void theReleaseManagerWaivesOneTeamForThisCandidateWithAReason() {
        Scene scene = scene().give(says(PLAYBACK, Result.PASSED), member(PLAYBACK));
        assertThat(scene.applied(new Command.WaiveTeam(SEARCH, ""), Scene.MANAGER))
                .isInstanceOf(Applied.Refused.class);
        scene.give(new Command.WaiveTeam(SEARCH, "team is on holiday"));
        assertThat(reason(scene).waived()).isEqualTo(1);
        assertThat(find(scene).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(reason(fixed(scene)).stale()).contains(SEARCH);
    }

    @Test
    @Requirement("R37")
    void anOptOutCountsUntilItExpiresAndIsToldApartFromAPass() {
        Scene scene = scene().give(says(PLAYBACK, Result.PASSED), member(PLAYBACK));
        scene.give(new Command.OptOut(SEARCH, scene.now().plus(Duration.ofDays(30)), "trusted automation"));
        assertThat(reason(scene).optedOut()).isEqualTo(1);
        assertThat(reason(scene).passed()).isEqualTo(1);
        assertThat(find(scene).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(find(scene.later(Duration.ofDays(30))).verdict()).isEqualTo(Verdict.PENDING);
    }

    @Test
    @Requirement("R37")
    void whoAllowedAnOptOutMayTakeItBack() {
        Scene scene = scene().give(says(PLAYBACK, Result.PASSED), member(PLAYBACK));
        scene.give(new Command.OptOut(SEARCH, scene.now().plus(Duration.ofDays(30)), "trusted automation"))
                .give(says(SEARCH, Result.WITHDRAWN));
        assertThat(reason(scene).missing()).containsExactly(SEARCH);
    }

    @Test
    @Requirement("R39")
    void aLateFixVoidsTheWordOfTheTeamWhosePathsItTouches() {
        Scene scene = fixed(bothPassed());
        assertThat(reason(scene).stale()).containsExactly(PLAYBACK);
        assertThat(reason(scene).passed()).isEqualTo(1);
    }

    @Test
    @Requirement("R39")
    void thePolicyMayKeepEveryWordOrStartAgain() {
        Scene kept = fixed(bothPassed()).policy(p -> carrying(p, CarryOver.Rule.KEEP));
        assertThat(find(kept).verdict()).isEqualTo(Verdict.GREEN);
        Scene again = fixed(bothPassed()).policy(p -> carrying(p, CarryOver.Rule.START_AGAIN));
        assertThat(reason(again).stale()).containsExactlyInAnyOrder(PLAYBACK, SEARCH);
    }

    @Test
    @Requirement({"R39", "R41"})
    void aBranchThatCannotBeReadCarriesNothingOver() {
        Scene scene = fixed(bothPassed()).withoutSignal(Scene.repositoryKey());
        assertThat(reason(scene).stale()).containsExactlyInAnyOrder(PLAYBACK, SEARCH);
    }
}
