package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bump and cut, in a repository in memory. The first cycle begins on Fri 20 Sep 2024 at 07:00 UTC; its cut is a week later. */
class RepositoryTest {
    private static final String BEFORE_CUT = "2024-09-27T06:55:00Z";
    private static final String AFTER_CUT = "2024-09-27T07:05:00Z";
    private static final String BRANCH = "release/8.9.2";

    private static Railway armed() {
        return new Railway().armed(Move.BUMP, Move.CUT);
    }

    /** Shortly before the cut, with a commit on main that is green. */
    private static Railway ready() {
        Railway railway = armed().until(BEFORE_CUT);
        railway.world.merge("Work");
        return railway;
    }

    @Test
    @Requirement({"R2", "R3"})
    void mainIsBumpedAtTheStartOfTheCycleAndOnce() {
        Railway railway = armed().until("2024-09-20T07:05:00Z");
        assertThat(railway.world.effects).containsExactly("bump 8.9.2");
        assertThat(railway.repository("8.9.2").bumpedAt())
                .hasValueSatisfying(at -> assertThat(at).isBefore(Instant.parse("2024-09-20T07:02:00Z")));
        assertThat(railway.restart().until(BEFORE_CUT).world.effects).hasSize(1);
    }

    @Test
    @Requirement("R2")
    void thePreviousVersionIsCutBeforeMainIsBumpedToTheNext() {
        Railway railway = ready().until(AFTER_CUT);
        assertThat(railway.world.effects).containsExactly("bump 8.9.2", "cut release/8.9.2", "bump 8.9.3");
        assertThat(railway.track(Railway.track("8.9.2", "android")).stage()).isNotEqualTo(Stage.UPCOMING);
        assertThat(railway.track(Railway.track("8.9.3", "android")).stage()).isEqualTo(Stage.UPCOMING);
    }

    @Test
    @Requirement("R3")
    void aBumpWhoseReplyIsLostIsNotMadeAgain() {
        Railway railway = armed();
        railway.world.reply = _ -> new Reply.Silent("connection reset");
        railway.until("2024-09-20T08:00:00Z");
        assertThat(railway.world.effects).containsExactly("bump 8.9.2");
        assertThat(railway.repository("8.9.2").bumpedAt()).isPresent();
    }

    @Test
    @Requirement("R3")
    void aBumpThatFailsIsVisibleAndCanBeTriedAgain() {
        Railway railway = armed();
        railway.world.reachable = false;
        railway.world.reply = _ -> new Reply.Refused(Remedy.NEEDS_PERSON, "no right to push to main");
        railway.until("2024-09-20T09:00:00Z");
        assertThat(railway.repository("8.9.2").trouble())
                .hasValueSatisfying(t -> assertThat(t.text()).isEqualTo("no right to push to main"));
        railway.world.reachable = true;
        railway.world.reply = r -> r;
        railway.accepted(Given.RELEASE, new Command.TryRepositoryAgain(Given.REPOSITORY));
        assertThat(railway.until("2024-09-20T09:05:00Z").world.version()).isEqualTo(new Version("8.9.2"));
    }

    @Test
    @Requirement("R9")
    void theBranchIsMadeOfTheNewestGreenCommit() {
        Railway railway = armed().until(BEFORE_CUT);
        CommitId green = railway.world.merge("Green");
        railway.world.turnRed(railway.world.merge("Red"));
        railway.until(AFTER_CUT);
        assertThat(railway.world.branches()).containsEntry(BRANCH, green);
        assertThat(railway.repository("8.9.2").cut().orElseThrow().by()).isEqualTo("Robot");
    }

    @Test
    @Requirement("R9")
    void aCutWhoseReplyIsLostGivesOneBranch() {
        Railway railway = ready();
        railway.world.reply = _ -> new Reply.Silent("connection reset");
        railway.until("2024-09-27T09:00:00Z");
        assertThat(railway.world.effects)
                .filteredOn("cut release/8.9.2"::equals)
                .hasSize(1);
        assertThat(railway.repository("8.9.2").cut()).isPresent();
    }

    @Test
    @Requirement("R9")
    void aGreenCommitThatIsTooOldIsAQuestionToTheReleaseManager() {
        Railway railway = armed().until(AFTER_CUT);
        assertThat(railway.world.branches())
                .as("the newest green commit is a week old")
                .isEmpty();
        railway.accepted(Given.RELEASE, new Command.CutAnyway("a quiet week"));
        assertThat(railway.until("2024-09-27T07:10:00Z").world.branches()).containsKey(BRANCH);
    }

    @Test
    @Requirement("R9")
    void aCutThatFailsLeavesTheReleaseWithoutABranchAndSaysWhy() {
        Railway railway = ready();
        railway.world.reachable = false;
        railway.world.reply = _ -> new Reply.Refused(Remedy.NEEDS_PERSON, "the branch is protected");
        railway.until("2024-09-27T09:00:00Z");
        assertThat(railway.repository("8.9.2").cut()).isEmpty();
        assertThat(railway.repository("8.9.2").trouble().orElseThrow().text()).isEqualTo("the branch is protected");
        assertThat(railway.track(Given.TRACK).stage()).isEqualTo(Stage.UPCOMING);
    }

    @Test
    @Requirement("R9")
    void aCutThatComesDaysLateStillComes() {
        Railway railway = armed().until(BEFORE_CUT);
        railway.world.turnRed(railway.world.merge("Red"));
        railway.until("2024-10-02T12:00:00Z");
        railway.world.merge("Green again");
        assertThat(railway.until("2024-10-02T12:15:00Z").world.branches()).containsKey(BRANCH);
    }

    @Test
    @Requirement("R116")
    void nothingIsDoneInARepositoryUntilPeopleArmIt() {
        Railway railway = new Railway().until("2024-10-12T12:00:00Z");
        assertThat(railway.world.effects).isEmpty();
        assertThat(railway.storage.journal(Given.APP, 0, 1000))
                .filteredOn(k -> k.entry().fact() instanceof Fact.Happened h
                        && h.what() instanceof Happening.WouldAct would
                        && would.move() == Move.BUMP)
                .as("the first bump, said once")
                .hasSize(1);
    }

    @Test
    @Requirement({"R70", "R116"})
    void armingAMoveIsRecordedAndLetsThatMoveAloneGo() {
        Railway railway = new Railway().armed(Move.BUMP).until(BEFORE_CUT);
        railway.world.merge("Work");
        assertThat(railway.until(AFTER_CUT).world.effects).containsExactly("bump 8.9.2");
        assertThat(railway.train().switches().arming()).singleElement().satisfies(a -> {
            assertThat(a.by()).isEqualTo("Ana");
            assertThat(a.reason()).isEqualTo("trusted");
        });
        railway.accepted(TRAIN, new Command.Arm(Move.CUT, Mode.AUTOMATIC, "trusted"));
        assertThat(railway.until("2024-09-27T07:10:00Z").world.branches()).containsKey(BRANCH);
    }

    @Test
    @Requirement("R70")
    void switchedOffForTheWholeAppNothingGoesForward() {
        Railway railway = ready();
        railway.accepted(TRAIN, new Command.SwitchOff(""));
        assertThat(railway.until("2024-09-29T12:00:00Z").world.branches()).isEmpty();
        railway.world.merge("Work");
        railway.accepted(TRAIN, new Command.SwitchOn("go on"));
        assertThat(railway.until(railway.world.now().plus(Duration.ofMinutes(10)))
                        .world
                        .branches())
                .containsKey(BRANCH);
    }
}
