package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.MANAGER;
import static io.signalbox.testkit.engine.Railway.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Move;
import io.signalbox.engine.board.Board.Goal;
import io.signalbox.engine.board.ReleasePages;
import io.signalbox.engine.storage.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plan against actual. */
@Requirement("R4")
class PlanTest {
    private static List<Goal> goals(Railway railway) {
        Snapshot.OfRelease of =
                (Snapshot.OfRelease) railway.storage.read(Given.RELEASE).orElseThrow();
        return new ReleasePages(railway.current().pictures())
                .page(of, List.of(), MANAGER, railway.time.instant())
                .head()
                .goals();
    }

    @Test
    void everyMilestoneHasAPlannedTimeAndTheOneAtWhichItWasReached() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-27T10:00:00Z");
        railway.world.merge("Work, three hours late");
        List<Goal> goals = goals(railway.until("2024-09-27T10:20:00Z"));
        assertThat(goals).hasSize(6);
        Goal start = goals.get(0);
        assertThat(start.planned()).isEqualTo(Given.START);
        assertThat(Duration.between(start.planned(), start.actual().orElseThrow()))
                .isLessThan(Duration.ofMinutes(5));
        Goal cut = goals.get(1);
        assertThat(cut.planned()).isEqualTo(Instant.parse("2024-09-27T07:00:00Z"));
        assertThat(Duration.between(cut.planned(), cut.actual().orElseThrow()))
                .isBetween(Duration.ofHours(3), Duration.ofHours(4));
        assertThat(goals.get(5).actual()).as("everyone").isEmpty();
    }

    @Test
    void movingOneReleaseMovesNoOther() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-20T07:05:00Z");
        List<Goal> before = goals(railway);
        Instant monday = Instant.parse("2024-09-30T08:00:00Z");
        railway.accepted(TRAIN, new Command.Postpone(LocalDate.of(2024, 9, 27), monday, "public holiday"));
        assertThat(goals(railway.until("2024-09-30T09:00:00Z")))
                .extracting(Goal::planned)
                .isEqualTo(before.stream().map(Goal::planned).toList());
    }
}
