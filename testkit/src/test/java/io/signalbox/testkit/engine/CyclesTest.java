package io.signalbox.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.RepositoryReading.Earlier;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.Cycle;
import io.signalbox.engine.board.Status;
import io.signalbox.engine.perform.Reply;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The overview of an app of which nothing is known but its repository. Its cycle begins on Fri 20 Sep 2024, its cut is a week later. */
class CyclesTest {
    private static final Instant CUT = Instant.parse("2024-09-27T07:00:00Z");

    private static Cycle only(Board board) {
        assertThat(board.cycles()).hasSize(1);
        return board.cycles().getFirst();
    }

    @Test
    void itTellsTheLastReleaseWhatHasMergedSinceAndWhenTheBranchIsCut() {
        Railway railway = new Railway().withoutPlatforms();
        Earlier last = new Earlier(new Version("8.9.1"), "v8.9.1", Instant.parse("2024-09-18T10:00:00Z"));
        railway.world.earlier = Optional.of(last);
        railway.world.merge("One");
        railway.world.merge("Two");
        Cycle cycle = only(railway.until("2024-09-23T12:00:00Z").board());
        assertThat(cycle.version()).isEqualTo("8.9.2");
        assertThat(cycle.last()).contains(new Board.Last("8.9.1", "v8.9.1", last.at()));
        assertThat(cycle.commits()).isEqualTo(2);
        assertThat(cycle.authors()).containsExactly("Mei");
        assertThat(cycle.newest()).extracting(c -> c.subject()).containsExactly("Two", "One");
        assertThat(cycle.due()).isEqualTo(CUT);
        assertThat(cycle.robotLine()).isEqualTo("Only observes.");
    }

    @Test
    void whatOnlyAPersonCanMendIsNeverNothing() {
        Railway railway = new Railway().withoutPlatforms().armed(Move.BUMP);
        railway.world.reachable = false;
        railway.world.reply = _ -> new Reply.Refused(Remedy.NEEDS_PERSON, "main is checked out");
        Board board = railway.until("2024-09-20T09:00:00Z").board();
        assertThat(only(board).status()).isEqualTo(Status.NEEDS);
        assertThat(board.statement()).isEqualTo("One release needs you.");
        assertThat(board.needs()).singleElement().satisfies(need -> {
            assertThat(need.track()).isEqualTo(Given.RELEASE.text());
            assertThat(need.text()).contains("main is checked out");
            assertThat(need.act()).contains(new Board.Act("try-repository-again", Given.REPOSITORY.value()));
        });
    }

    @Test
    void theCutIsAnnouncedADayAheadAndShownOnceItIsMade() {
        Railway railway =
                new Railway().withoutPlatforms().armed(Move.BUMP, Move.CUT).until("2024-09-26T12:00:00Z");
        railway.world.merge("Work");
        assertThat(railway.board().cycles().getFirst().branch()).isEmpty();
        Board after = railway.until("2024-09-27T07:05:00Z").board();
        assertThat(after.cycles()).extracting(Cycle::version).containsExactly("8.9.3", "8.9.2");
        assertThat(after.cycles().getLast().branch()).contains("release/8.9.2");
        assertThat(after.cycles().getLast().status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void aReleaseWithoutTracksIsOverWhenItIsTagged() {
        Railway railway =
                new Railway().withoutPlatforms().armed(Move.BUMP, Move.CUT).until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        railway.until("2024-09-27T08:00:00Z");
        assertThat(railway.release("8.9.2").ended()).isFalse();
        railway.world.tagged.add(new Version("8.9.2"));
        assertThat(railway.until("2024-09-28T08:00:00Z").release("8.9.2").ended())
                .isTrue();
        assertThat(railway.board().cycles()).extracting(Cycle::version).containsExactly("8.9.3");
    }

    @Test
    void aReleaseWithoutTracksThatNobodyTagsIsOverAWeekAfterItsLastGoal() {
        Railway railway =
                new Railway().withoutPlatforms().armed(Move.BUMP, Move.CUT).until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        railway.until("2024-10-09T09:59:00Z");
        assertThat(railway.release("8.9.2").ended()).isFalse();
        railway.until("2024-10-09T10:01:00Z");
        assertThat(railway.release("8.9.2").ended()).isTrue();
        railway.world.asked.clear();
        railway.until("2024-10-11T10:00:00Z");
        assertThat(railway.world.asked).isNotEmpty().noneMatch(t -> t.about().equals(Given.RELEASE));
    }

    @Test
    void aReleaseThatTheRobotMayStillCutIsNotOverHoweverLateItIs() {
        Railway railway =
                new Railway().withoutPlatforms().armed(Move.BUMP, Move.CUT).until("2024-09-27T06:55:00Z");
        railway.world.turnRed(railway.world.merge("Work"));
        assertThat(railway.until("2024-10-20T10:00:00Z").release("8.9.2").ended())
                .isFalse();
        railway.world.merge("Mended");
        railway.until("2024-10-20T11:00:00Z");
        assertThat(railway.repository("8.9.2").cut()).isPresent();
        assertThat(railway.release("8.9.2").ended()).isFalse();
        railway.until("2024-10-27T11:00:00Z");
        assertThat(railway.release("8.9.2").ended()).isTrue();
    }

    @Test
    void aReleaseThatNobodyCutsIsOverThenTooWhereTheRobotOnlyObserves() {
        Railway railway = new Railway().withoutPlatforms().until("2024-10-11T10:00:00Z");
        assertThat(railway.release("8.9.2").ended()).isTrue();
        assertThat(railway.board().cycles()).extracting(Cycle::version).containsExactly("8.9.5", "8.9.4", "8.9.3");
    }
}
