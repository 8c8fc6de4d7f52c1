package io.signalbox.domain.criterion;

import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.CommitApproval;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.NumberScheme;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCriteriaTest {
    private static Finding find(Scene scene, Criterion criterion) {
        return TrackJudge.find(criterion, scene.picture(), Optional.empty(), scene.now());
    }

    private static Scene built(Build... builds) {
        return Scene.candidate().says(SignalKey.of(SignalKind.BUILDS), new BuildsReading(List.of(builds)));
    }

    private static Scene pushed(Scene scene) {
        Line branch = Scene.branch(Scene.commit(commit('c'), "One more"), Scene.commit(COMMIT, "Fix"));
        return scene.repositoryIs(Scene.repository(branch));
    }

    private static Verdict newest(Scene scene) {
        return find(scene, new Criterion.NewestCommitBuilt()).verdict();
    }

    private static Build next(long number, CheckState verified, CheckState uploaded) {
        return Scene.build(commit('c'), number, Scene.check(verified), Scene.check(uploaded), CheckState.PASSED);
    }

    @Test
    @Requirement("R20")
    void aPushedCommitIsNotCoveredUntilABuildOfThatVeryCommitPasses() {
        assertThat(newest(Scene.candidate())).isEqualTo(Verdict.GREEN);
        assertThat(newest(pushed(Scene.candidate()))).isEqualTo(Verdict.PENDING);
        Build ofTheNew = next(BUILD.value() + 1, CheckState.PASSED, CheckState.PASSED);
        assertThat(newest(pushed(built(ofTheNew)))).isEqualTo(Verdict.GREEN);
    }

    @Test
    @Requirement("R3")
    void aBuildIsNumberedByItsPlatformsOwnScheme() {
        Build usual = next(BUILD.value() + 1, CheckState.PASSED, CheckState.PASSED);
        Build own = next(80_921, CheckState.PASSED, CheckState.PASSED);
        NumberScheme small = new NumberScheme(List.of(10_000L, 100L, 10L), 10);
        assertThat(newest(pushed(built(own)))).isNotEqualTo(Verdict.GREEN);
        assertThat(BuildRule.mayShip(Scene.upcoming().numbered(small).picture(), commit('c'), new BuildNumber(80_921)))
                .isTrue();
        assertThat(BuildRule.mayShip(Scene.upcoming().numbered(small).picture(), commit('c'), new BuildNumber(80_930)))
                .isFalse();
        assertThat(newest(pushed(built(usual)).numbered(small))).isNotEqualTo(Verdict.GREEN);
    }

    @ParameterizedTest
    @Requirement("R21")
    @CsvSource({
        "RUNNING, ABSENT, PENDING",
        "PASSED, RUNNING, PENDING",
        "PASSED, ABSENT, PENDING",
        "FAILED, ABSENT, RED",
        "PASSED, FAILED, RED",
        "PASSED, PASSED, GREEN"
    })
    void aCandidateIsMergedBuiltVerifiedAndUploaded(CheckState verified, CheckState uploaded, Verdict verdict) {
        Finding finding =
                find(pushed(built(next(BUILD.value() + 1, verified, uploaded))), new Criterion.NewestCommitBuilt());
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.reason()).isInstanceOfSatisfying(Reason.Readiness.class, r -> {
            assertThat(r.newest()).isEqualTo(commit('c'));
            assertThat(r.verified()).isEqualTo(verified);
            assertThat(r.uploaded()).isEqualTo(uploaded);
        });
    }

    @Test
    @Requirement("R3")
    void aBuildUnderANumberOfAnotherVersionIsRed() {
        assertThat(newest(pushed(built(next(80_903_000, CheckState.PASSED, CheckState.PASSED)))))
                .isEqualTo(Verdict.RED);
    }

    @Test
    @Requirement("R3")
    void aBuildUnderTheNumberOfTheLastCandidateIsRedAndNoCandidate() {
        Scene scene = pushed(built(next(BUILD.value(), CheckState.PASSED, CheckState.PASSED)));
        assertThat(newest(scene)).isEqualTo(Verdict.RED);
        assertThat(scene.decide().track().candidate().orElseThrow().commit()).isEqualTo(COMMIT);
    }

    @ParameterizedTest
    @Requirement("R19")
    @CsvSource({"ABSENT, MISSING", "QUEUED, PENDING", "RUNNING, PENDING", "FAILED, RED", "PASSED, GREEN"})
    void testsThatFailRunOrWereNeverStartedAreToldApart(CheckState tests, Verdict verdict) {
        Finding finding = find(built(Scene.build(COMMIT, tests)), new Criterion.TestsGreen());
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(((Reason.Tests) finding.reason()).state()).isEqualTo(tests);
    }

    @Test
    @Requirement("R10")
    void aCommitOnTheBranchWithoutLeaveIsRedAndWithItIsTiedToItsBug() {
        Scene scene = Scene.branched();
        Finding flagged = find(scene, new Criterion.OnlyApprovedCommits());
        assertThat(flagged.verdict()).isEqualTo(Verdict.RED);
        assertThat(((Reason.Commits) flagged.reason()).unapproved())
                .singleElement()
                .satisfies(c -> assertThat(c.commit()).isEqualTo(COMMIT));
        scene.release(r -> r.with(new CommitApproval(COMMIT, "AND-1", "Ana", "crash on start", NOW)));
        assertThat(find(scene, new Criterion.OnlyApprovedCommits()).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    @Requirement("R10")
    void aListOfCommitsThatIsCutShortIsNotGreen() {
        Line branch = Scene.branch();
        Line part = new Line(branch.name(), branch.head(), branch.base(), branch.commits(), false);
        Scene scene = Scene.branched().repositoryIs(Scene.repository(part));
        assertThat(find(scene, new Criterion.OnlyApprovedCommits()).verdict()).isEqualTo(Verdict.ERROR);
    }
}
