package io.signalbox.world.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2024-09-20T07:00:00Z");
    private final Timeline timeline = new Timeline(START);
    private final List<String> ran = new ArrayList<>();

    @Test
    void timeStandsStillUntilItIsMoved() {
        timeline.at(START, () -> ran.add("due at once"));

        assertThat(timeline.now()).isEqualTo(START);
        assertThat(ran).isEmpty();
        assertThat(timeline.nextEvent()).contains(START);
    }

    @Test
    void whatIsDueRunsInOrderOfInstantThenOfPlanning() {
        timeline.at(after(20), () -> ran.add("late at " + timeline.now()));
        timeline.at(after(10), () -> ran.add("first"));
        timeline.at(after(10), () -> ran.add("second"));
        timeline.at(after(40), () -> ran.add("never"));

        timeline.advanceTo(after(30));

        assertThat(ran).containsExactly("first", "second", "late at " + after(20));
        assertThat(timeline.now()).isEqualTo(after(30));
        assertThat(timeline.nextEvent()).contains(after(40));
    }

    @Test
    void anActMayPlanAnotherThatRunsInTheSameAdvance() {
        timeline.at(after(10), () -> timeline.at(after(15), () -> ran.add("planned on the way")));

        timeline.advanceTo(after(20));

        assertThat(ran).containsExactly("planned on the way");
        assertThat(timeline.nextEvent()).isEmpty();
    }

    @Test
    void aCancelledActDoesNotRun() {
        Timeline.Planned planned = timeline.at(after(10), () -> ran.add("cancelled"));

        planned.cancel();
        timeline.advanceTo(after(20));

        assertThat(ran).isEmpty();
    }

    @Test
    void timeNeverMovesBackwards() {
        timeline.advanceTo(after(10));

        assertThatThrownBy(() -> timeline.advanceTo(after(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Time moves forward only");
    }

    @Test
    void aHistoryAnswersAsOfAnyInstant() {
        History<String> history = new History<>(START, "first");
        history.set(after(10), "second");

        assertThat(history.at(after(-5))).isEqualTo("first");
        assertThat(history.at(after(9))).isEqualTo("first");
        assertThat(history.at(after(10))).isEqualTo("second");
        assertThat(history.current()).isEqualTo("second");
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
