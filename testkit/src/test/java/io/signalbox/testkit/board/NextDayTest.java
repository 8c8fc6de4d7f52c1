package io.signalbox.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.board.Board.Next;
import io.signalbox.engine.board.Board.Next.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said to come within a day. The soak of the first step ends in twelve hours. */
class NextDayTest {
    private static final Instant SOAKED = Given.NOW.plus(Duration.ofHours(12));

    private static Scene soaking(Criterion... guard) {
        return Scene.at(
                        Stage.ROLLING_OUT,
                        new DestinationState.Exposed(
                                Given.COMMIT, 0, Given.ONE_PERCENT, Motion.RUNNING, SOAKED.minus(Duration.ofHours(24))),
                        new StoreReading.Live(Given.ONE_PERCENT, false, Optional.empty()))
                .guardedBy(guard);
    }

    private static Next next(List<String> after, Certainty certainty) {
        return new Next(SOAKED, Given.TRACK.text(), "Android", "raises the rollout", after, certainty);
    }

    @Test
    void whatTimeAloneLetsHappenWillHappen() {
        assertThat(Shown.board(soaking(new Criterion.Soaked())).next())
                .containsExactly(next(List.of(), Certainty.WILL));
    }

    @Test
    void aSoakThatEndsWhileSomethingElseIsNotMetIsShownWithWhatElseItWaitsFor() {
        Scene scene = soaking(new Criterion.Soaked(), new Criterion.SignedOff(), new Criterion.CheckPassed("legal"))
                .teams(Given.team("search"));
        assertThat(Shown.board(scene).next())
                .containsExactly(next(List.of("all teams signed off", "legal check passed"), Certainty.DEPENDS));
    }

    @Test
    void whatAPersonMustDoOrConfirmIsNotSaidToHappenByItself() {
        Scene scene = soaking(new Criterion.Soaked());
        assertThat(Shown.board(scene.mode(Move.NEXT_STEP, Mode.CONFIRM, 1)).next())
                .containsExactly(next(List.of("a person's word"), Certainty.DEPENDS));
        assertThat(Shown.board(scene.mode(Move.NEXT_STEP, Mode.OBSERVE, 1)).next())
                .containsExactly(next(List.of("a person, as the Robot only observes"), Certainty.DEPENDS));
    }

    @Test
    void whatIsHeldSaysSo() {
        Scene scene = soaking(new Criterion.Soaked(), new Criterion.SignedOff())
                .teams(Given.team("search"))
                .give(new Command.TurnRobotOff(""));
        assertThat(Shown.board(scene).next()).containsExactly(next(List.of("all teams signed off"), Certainty.HELD));
    }

    @Test
    void nothingComesOfWhatIsCancelled() {
        Scene scene = soaking(new Criterion.Soaked()).give(new Command.Cancel("enough is enough"));
        assertThat(Shown.board(scene).next()).isEmpty();
    }

    @Test
    void whatWaitsForNoTimeHasNoPlaceInTheDay() {
        Scene scene = soaking(new Criterion.SignedOff()).teams(Given.team("search"));
        assertThat(Shown.board(scene).next()).isEmpty();
    }
}
