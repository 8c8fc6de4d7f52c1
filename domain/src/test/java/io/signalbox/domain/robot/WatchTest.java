package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a track is looked at after nothing is left to be done. */
class WatchTest {
    private static final Criterion RATE = new Criterion.CrashRate(Scene.PRODUCTION, 2.5, 1000, Duration.ZERO);

    private static Scene watched(Scene scene) {
        TrackPolicy process = scene.picture().process();
        return scene.process(
                new TrackPolicy(process.ladder(), process.moves(), List.of(), List.of(RATE), process.asks()));
    }

    @Test
    @Requirement("R79")
    void whatEveryoneHasIsWatchedForAWeek() {
        Scene scene = watched(Scene.at(
                Stage.RELEASED,
                new DestinationState.Everyone(COMMIT, Motion.RUNNING, NOW.minus(Duration.ofDays(1))),
                new StoreReading.Live(Exposure.EVERYONE, false, Optional.empty())));
        assertThat(scene.decide().decision().watched()).hasSize(1);
        assertThat(scene.later(Duration.ofDays(6)).decide().track().course().closedAt())
                .isPresent();
    }

    @Test
    @Requirement("R68")
    void whatWasCancelledIsWatchedForThosePeopleWhoHaveIt() {
        Scene scene = watched(Scene.rollingOut()).give(new Command.Cancel("enough is enough"));
        assertThat(scene.decide().decision().watched()).hasSize(1);
        scene.sentInto(a -> a.accepted(NOW, NOW.plusSeconds(60)))
                .later(Duration.ofMinutes(1))
                .shows(new StoreReading.Live(ONE_PERCENT, true, Optional.empty()))
                .decide();
        assertThat(scene.later(Duration.ofDays(6)).decide().track().course().closedAt())
                .isEmpty();
        assertThat(scene.later(Duration.ofDays(1)).decide().track().course().closedAt())
                .isPresent();
    }

    @Test
    @Requirement("R68")
    void whatWasCancelledBeforeAnythingWasSentIsOverAtOnce() {
        Scene scene = Scene.branched().give(new Command.Cancel("enough is enough"));
        assertThat(scene.decide().track().course().closedAt()).contains(NOW);
    }

    @Test
    @Requirement("R121")
    void aVersionThatANewerOneReplacedOnItsWayIsOverAWeekLater() {
        Scene scene = Scene.rollingOut().shows(new StoreReading.Replaced());
        assertThat(scene.decide().track().course().closedAt()).isEmpty();
        assertThat(scene.later(Duration.ofDays(8)).decide().track().course().closedAt())
                .isPresent();
    }
}
