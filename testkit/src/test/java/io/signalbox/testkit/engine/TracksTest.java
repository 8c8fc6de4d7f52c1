package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import org.junit.jupiter.api.Test;

/** Two tracks of one release, from the branch to people. */
class TracksTest {
    private static final TrackId ANDROID = track("8.9.2", "android");
    private static final TrackId TABLET = track("8.9.2", "tablet");

    /** Both at 1 %. */
    private static Railway rollingOut() {
        Railway railway = new Railway()
                .withPlatform("tablet")
                .armed(Move.BUMP, Move.CUT, Move.SUBMIT, Move.FIRST_STEP)
                .until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        return railway.until("2024-09-27T07:30:00Z");
    }

    @Test
    @Requirement("R5")
    void pausingOneChangesNoOther() {
        Railway railway = rollingOut();
        Track before = railway.track(TABLET);
        assertThat(before.stage()).isEqualTo(Stage.ROLLING_OUT);
        railway.accepted(ANDROID, new Command.Pause(""));
        railway.until("2024-09-27T07:40:00Z");
        assertThat(railway.track(ANDROID).said().stopped()).isTrue();
        assertThat(railway.track(TABLET)).isEqualTo(before);
        assertThat(railway.world.effects).contains("player/8.9.2/android 1 % stopped");
        assertThat(railway.world.effects).doesNotContain("player/8.9.2/tablet 1 % stopped");
    }

    @Test
    @Requirement("R68")
    void theStopOfACancelledTrackIsSeenThrough() {
        Railway railway = rollingOut();
        railway.accepted(ANDROID, new Command.Cancel("enough is enough"));
        railway.accepted(TABLET, new Command.Cancel("enough is enough"));
        railway.until("2024-09-27T07:45:00Z");
        assertThat(railway.world.effects)
                .contains("player/8.9.2/android 1 % stopped", "player/8.9.2/tablet 1 % stopped");
        assertThat(railway.read(ANDROID).actions())
                .as("nothing is left in the air")
                .isEmpty();
        assertThat(railway.release("8.9.2").ended()).isFalse();
        railway.until("2024-10-05T12:00:00Z");
        assertThat(railway.track(ANDROID).course().closedAt()).isPresent();
        assertThat(railway.release("8.9.2").ended()).isTrue();
    }

    @Test
    @Requirement("R2")
    void aVersionThatIsCancelledBeforeItsCutDoesNotHoldUpTheNext() {
        Railway railway = new Railway().armed(Move.values()).until("2024-09-27T06:55:00Z");
        railway.accepted(Given.TRACK, new Command.Cancel("nothing worth shipping"));
        railway.world.merge("Work");
        railway.until("2024-09-27T07:30:00Z");
        assertThat(railway.world.branches()).isEmpty();
        assertThat(railway.world.effects).containsExactly("bump 8.9.2", "bump 8.9.3");
    }
}
