package io.signalbox.domain.criterion;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.track.BugNote.Ruling;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Closed is not fixed. */
@Requirement("R31")
class BlockersTest {
    private static final Criterion NO_BLOCKERS = new Criterion.NoOpenBlockers(Duration.ZERO);
    private static final Commit FIX = Scene.commit(commit('f'), "AND-1: fix the crash", "AND-1");

    private static Finding find(Scene scene) {
        return TrackJudge.find(NO_BLOCKERS, scene.picture(), Optional.empty(), scene.now());
    }

    private static Scene closed(RepositoryReading repository) {
        return Scene.candidate().bugs(Scene.bug("AND-1", false)).repositoryIs(repository);
    }

    private static Reason.Blockers blockers(Scene scene) {
        return (Reason.Blockers) find(scene).reason();
    }

    @Test
    void anOpenOneIsRedAndNamesItsOwner() {
        Scene scene = Scene.candidate().bugs(Scene.bug("AND-1", true));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.RED);
        assertThat(find(scene).turn().names()).containsExactly("playback");
    }

    @Test
    void aFixThatIsOnlyOnMainDoesNotClearIt() {
        Scene scene = closed(Scene.repository(Scene.branch(Scene.commit(COMMIT, "Other")), FIX));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.RED);
        assertThat(blockers(scene).fixMissing()).hasSize(1);
    }

    @Test
    void aPickOfTheFixIntoTheCandidateClearsIt() {
        Scene scene = closed(Scene.repository(Scene.branch(Scene.pick(COMMIT, FIX)), FIX));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.GREEN);
        assertThat(blockers(scene).cleared()).isEqualTo(1);
    }

    @Test
    void aPickAfterTheCandidateDoesNotClearIt() {
        Line branch = Scene.branch(Scene.pick(commit('c'), FIX), Scene.commit(COMMIT, "Other"));
        assertThat(find(closed(Scene.repository(branch, FIX))).verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void everyFixOfItMustBeInTheCandidate() {
        Commit second = Scene.commit(commit('9'), "AND-1: and the other half", "AND-1");
        Scene scene = closed(Scene.repository(Scene.branch(Scene.pick(COMMIT, FIX)), second, FIX));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.RED);
    }

    @Test
    void onePickMayClearTwo() {
        Commit both = Scene.commit(commit('f'), "AND-1, AND-2: fix the crash", "AND-1", "AND-2");
        Scene scene = Scene.candidate()
                .bugs(Scene.bug("AND-1", false), Scene.bug("AND-2", false))
                .repositoryIs(Scene.repository(Scene.branch(Scene.pick(COMMIT, both)), both));
        assertThat(blockers(scene).cleared()).isEqualTo(2);
    }

    @Test
    void withoutAKnownFixThePersonWhoKnowsMustSayThatNoCodeWasNeeded() {
        Scene scene = closed(Scene.repository(Scene.branch(Scene.commit(COMMIT, "Other"))))
                .guardedBy(NO_BLOCKERS);
        assertThat(blockers(scene).fixUnknown()).hasSize(1);
        scene.give(new Command.RuleOnBug("AND-1", Ruling.NO_CODE_NEEDED, "a server change"));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void aFixThatMayHideAmongCommitsThatWereNotListedIsUnknown() {
        RepositoryReading whole = Scene.repository(Scene.branch(Scene.pick(COMMIT, FIX)), FIX);
        Line cutShort = new Line(
                "main", whole.main().head(), commit('0'), whole.main().commits().subList(0, 1), false);
        Scene scene =
                closed(new RepositoryReading(cutShort, whole.mainVersion(), whole.branch(), false, Optional.empty()));
        assertThat(blockers(scene).fixUnknown()).hasSize(1);
    }

    @Test
    void beforeTheBranchWhatMainHasWillBeInIt() {
        RepositoryReading whole = Scene.repository(Scene.branch(), FIX);
        Scene scene = Scene.upcoming()
                .bugs(Scene.bug("AND-1", false))
                .repositoryIs(new RepositoryReading(
                        whole.main(), whole.mainVersion(), Optional.empty(), false, Optional.empty()));
        assertThat(find(scene).verdict()).isEqualTo(Verdict.GREEN);
    }

    @Test
    void theTrackerMustSayItForSomeTimeByItsOwnClock() {
        Criterion settled = new Criterion.NoOpenBlockers(Duration.ofMinutes(2));
        Scene scene = Scene.candidate().guardedBy(settled);
        assertThat(scene.decide().verdict("no-open-blockers")).isEqualTo(Verdict.PENDING);
        assertThat(scene.inSilence(Duration.ofMinutes(3)).decide().verdict("no-open-blockers"))
                .as("a source that is silent never ripens")
                .isEqualTo(Verdict.PENDING);
        assertThat(scene.later(Duration.ZERO).decide().verdict("no-open-blockers"))
                .isEqualTo(Verdict.GREEN);
    }

    @Test
    @Requirement("R42")
    void acceptingBlockersCoversThoseThatWereKnownAndNoOthers() {
        Command.OfTrack accept = new Command.AcceptCriterion(new CriterionKey("no-open-blockers"), "known, harmless");
        Scene scene = Scene.candidate().guardedBy(NO_BLOCKERS).bugs(Scene.bug("AND-1", true));
        assertThat(scene.give(accept).decide().outlook(Move.SUBMIT).guardLets()).isTrue();
        scene.bugs(Scene.bug("AND-1", true), Scene.bug("AND-2", true));
        assertThat(scene.decide().outlook(Move.SUBMIT).guardLets()).isFalse();
    }

    @Test
    @Requirement({"R41", "R42"})
    void blockersThatCannotBeReadCannotBeAccepted() {
        Command.OfTrack accept = new Command.AcceptCriterion(new CriterionKey("no-open-blockers"), "surely none");
        Scene scene = Scene.candidate().guardedBy(NO_BLOCKERS).inSilence(Duration.ofMinutes(20));
        assertThat(scene.applied(accept, Scene.MANAGER)).isInstanceOf(Applied.Refused.class);
    }
}
