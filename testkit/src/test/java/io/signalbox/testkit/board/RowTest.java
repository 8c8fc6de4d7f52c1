package io.signalbox.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.CheckReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.board.Status;
import io.signalbox.engine.board.TrackPage.Condition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the row of a track says of what it waits for. */
class RowTest {
    private static final SignalKey SCAN = new SignalKey(SignalKind.CHECK, "compliance");

    private static Scene awaitingScan() {
        return Scene.rollingOut()
                .guard(Move.NEXT_STEP, new Criterion.Soaked(), new Criterion.CheckPassed(SCAN.scope()));
    }

    private static TrackRow row(Scene scene) {
        return Shown.page(scene).row();
    }

    @Test
    void theRobotLineSaysThatItWaitsForMoreThanItNames() {
        Scene scene = Scene.rollingOut()
                .guard(
                        Move.NEXT_STEP,
                        new Criterion.CheckPassed("legal"),
                        new Criterion.CheckPassed("export"),
                        new Criterion.CheckPassed("privacy"),
                        new Criterion.CheckPassed("music"),
                        new Criterion.CheckPassed("ads"));
        assertThat(row(scene).robotLine())
                .isEqualTo("Raises the rollout after: legal check passed, export check passed and 3 more.");
    }

    @Test
    @Requirement({"R41", "R71"})
    void aCheckThatNobodyHasReportedIsOwedByItsServiceAndNoSourceIsSilent() {
        TrackRow row = row(awaitingScan());
        assertThat(row.status()).isEqualTo(Status.WAITING);
        assertThat(row.sentence()).isEqualTo("Nobody has reported the compliance check yet: its service must.");
        Cell rollout = Shown.cell(awaitingScan(), Column.ROLLOUT);
        assertThat(rollout.status()).isEqualTo(Status.WAITING);
        assertThat(rollout.second()).isEqualTo("no check yet");
        assertThat(rollout.title()).contains("Compliance check passed");
        assertThat(Shown.board(awaitingScan()).counts().noData()).isZero();
        assertThat(Shown.page(awaitingScan()).moves())
                .flatExtracting(m -> m.conditions())
                .filteredOn(c -> c.key().equals("check-compliance"))
                .allSatisfy(c -> {
                    assertThat(c.verdict()).isEqualTo("MISSING");
                    assertThat(c.turn()).isEqualTo("the service that reports compliance");
                })
                .extracting(Condition::status)
                .containsOnly(Status.WAITING);
    }

    @Test
    @Requirement("R41")
    void aCheckWhoseReportIsTooOldIsNotKnown() {
        Scene scene = awaitingScan()
                .says(SCAN, new CheckReading(Given.COMMIT, Scene.check(CheckState.RUNNING)))
                .inSilence(Duration.ofDays(30));
        assertThat(Shown.page(scene).moves())
                .flatExtracting(m -> m.conditions())
                .filteredOn(c -> c.key().equals("check-compliance"))
                .extracting(Condition::status)
                .containsOnly(Status.NO_DATA);
    }
}
