package io.signalbox.testkit.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import io.signalbox.engine.board.Status;
import io.signalbox.engine.board.TrackPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The review is told by what is on record and by what the store itself shows, whichever is worse. */
class ReviewCellTest {
    private static final SignalKey STORE_SIGNAL = new SignalKey(SignalKind.STORE, Given.STORE.value());
    private static final Instant LONG_AGO = Given.NOW.minus(Duration.ofDays(3));
    private static final long ANOTHER_BUILD = 80902999;

    private static Scene released() {
        return Scene.at(
                Stage.RELEASED,
                new DestinationState.Everyone(Given.COMMIT, Motion.RUNNING, LONG_AGO),
                new StoreReading.Live(Exposure.EVERYONE, false, Optional.empty()));
    }

    private static Scene withoutReview() {
        return released().store(Given.feed());
    }

    static Stream<Scene> sent() {
        return Stream.of(Scene.inReview(), Scene.approved(), Scene.rollingOut(), released(), withoutReview());
    }

    private static Cell review(Scene scene) {
        return Shown.cell(scene, Column.REVIEW);
    }

    private static Scene failing(Scene scene) {
        Failure down = new Failure(Failure.Kind.UNREACHABLE, "no answer in 10 s");
        return scene.observed(STORE_SIGNAL, new Observation.Failed(down, LONG_AGO, Given.NOW, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("sent")
    @Requirement("R41")
    void aStoreThatFailsLeavesNothingKnown(Scene scene) {
        assertThat(review(failing(scene)).status()).isEqualTo(Status.NO_DATA);
        assertThat(Shown.page(failing(scene)).row().status()).isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @MethodSource("sent")
    @Requirement("R41")
    void aStoreThatIsSilentLeavesNothingKnown(Scene scene) {
        assertThat(review(scene.inSilence(Duration.ofHours(1))).status()).isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @MethodSource("sent")
    @Requirement("R41")
    void aBuildAtTheStoreThatIsNotTheCandidatesNeedsSomebody(Scene scene) {
        TrackPage before = Shown.page(scene);
        StoreReading.State state = scene.picture()
                .signals()
                .find(Given.TRACK, STORE_SIGNAL)
                .flatMap(s -> s.latest().lastRead())
                .map(r -> ((StoreReading) r.reading()).state())
                .orElseThrow();
        scene.shows(state, ANOTHER_BUILD);
        assertThat(before.row().status()).isNotEqualTo(Status.NEEDS);
        assertThat(review(scene).status()).isEqualTo(Status.NEEDS);
        assertThat(review(scene).title()).contains("build " + ANOTHER_BUILD);
    }

    @Test
    void whatWentWellSaysSoWithTheTimeOfTheReading() {
        for (Scene scene : new Scene[] {Scene.approved(), Scene.rollingOut(), released()}) {
            assertThat(review(scene).status()).isEqualTo(Status.READY);
            assertThat(review(scene).value()).isEqualTo("approved");
            assertThat(review(scene).asOf()).contains(Given.NOW.minusSeconds(10));
        }
        assertThat(review(Scene.inReview()).asOf()).contains(Given.NOW.minusSeconds(10));
    }

    @Test
    void aStoreWithoutReviewHasNoneToShow() {
        assertThat(review(withoutReview()).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void theShareThatIsOutIsNotKnownEitherWhileItsStoreIsNotSeen() {
        Cell rollout = Shown.cell(failing(released()), Column.ROLLOUT);
        assertThat(rollout.status()).isEqualTo(Status.NO_DATA);
        assertThat(rollout.value()).isEqualTo("100 %");
        assertThat(rollout.second()).isEqualTo("no data");
        assertThat(Shown.cell(released(), Column.ROLLOUT).status()).isEqualTo(Status.READY);
    }

    @Test
    void whatIsWatchedOfAReleasedVersionIsItsStoreToo() {
        assertThat(Shown.page(failing(released())).watched())
                .extracting(TrackPage.Condition::key, TrackPage.Condition::status)
                .contains(tuple("store-seen", Status.NO_DATA));
    }

    @Test
    void whatIsWatchedNoMoreShowsNothingAsGreen() {
        Scene closed = released().track(t -> t.with(t.course().closed(Given.NOW.minusSeconds(60))));
        Scene cancelled = Scene.rollingOut()
                .track(t -> t.with(t.course().cancelled(new Cancellation("Ana", "no", Given.NOW.minusSeconds(60)))));
        for (Scene scene : new Scene[] {closed, cancelled}) {
            assertThat(Shown.page(scene).row().cells()).extracting(Cell::status).containsOnly(Status.NOT_APPLICABLE);
        }
    }
}
