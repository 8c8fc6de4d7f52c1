package io.signalbox.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import io.signalbox.engine.board.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A build and its tests are green where they were seen to be, and nowhere else. */
class BuildCellsTest {
    private static Cell tests(Scene scene) {
        return Shown.cell(scene, Column.TESTS);
    }

    private static Scene failed(Scene scene) {
        return scene.says(
                SignalKey.of(SignalKind.BUILDS),
                new BuildsReading(List.of(Scene.build(Given.COMMIT, CheckState.FAILED))));
    }

    @Test
    @Requirement("R41")
    void onceItIsSentTestsThatNobodyAsksForAreNotGreen() {
        for (Scene scene : List.of(Scene.inReview(), Scene.approved(), failed(Scene.rollingOut()))) {
            assertThat(tests(scene).status()).isEqualTo(Status.NOT_APPLICABLE);
            assertThat(tests(scene).title()).contains("until it is sent");
        }
    }

    @Test
    void aProcessThatAsksForThemLaterHasThemJudged() {
        Scene scene = Scene.rollingOut().guard(Move.NEXT_STEP, new Criterion.TestsGreen());
        assertThat(tests(scene).status()).isEqualTo(Status.READY);
        assertThat(tests(failed(scene)).status()).isEqualTo(Status.NEEDS);
    }

    @Test
    @Requirement("R41")
    void aCandidateOfWhichCiTellsNoMoreIsNotGreen() {
        Scene scene = Scene.candidate().guard(Move.CANDIDATE, new Criterion.NewestCommitBuilt());
        assertThat(Shown.cell(scene, Column.BUILD).status()).isEqualTo(Status.READY);
        Cell build = Shown.cell(scene.withoutSignal(SignalKey.of(SignalKind.BUILDS)), Column.BUILD);
        assertThat(build.status()).isEqualTo(Status.NO_DATA);
        assertThat(build.value()).isEqualTo("RC 3");
    }

    @Test
    void beforeItIsSentTheyAreWhatCiSays() {
        Scene scene = Scene.candidate().guard(Move.SUBMIT, new Criterion.TestsGreen());
        assertThat(tests(scene).status()).isEqualTo(Status.READY);
        assertThat(tests(failed(scene)).status()).isEqualTo(Status.NEEDS);
    }
}
