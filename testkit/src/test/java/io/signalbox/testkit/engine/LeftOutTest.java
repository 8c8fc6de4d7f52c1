package io.signalbox.testkit.engine;

import static io.signalbox.testkit.engine.Railway.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.Board.TrackRow;
import io.signalbox.engine.board.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken out of the configuration while a version of it is open: it is named, and keeps nothing else from going on. */
class LeftOutTest {
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

    private static Railway withoutTablet() {
        Railway railway = rollingOut();
        return railway.restartWith(
                railway.app.repositories(), railway.app.platforms().subList(0, 1));
    }

    private static TrackRow row(Railway railway, TrackId track) {
        return railway.board().sections().stream()
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.track().equals(track.text()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlatformThatIsNotConfiguredAnyMoreIsNamedAndTheOthersGoOn() {
        Railway railway = withoutTablet();
        railway.world.asked.clear();
        railway.armed(Move.values()).until("2024-09-28T12:00:00Z");
        assertThat(railway.world.effects).contains("player/8.9.2/android 10 % running");
        assertThat(railway.world.effects).doesNotContain("player/8.9.2/tablet 10 % running");
        assertThat(railway.world.asked).noneMatch(t -> t.about().equals(TABLET));
        assertThat(row(railway, ANDROID).status()).isNotEqualTo(Status.NEEDS);
        assertThat(row(railway, TABLET).status()).isEqualTo(Status.NEEDS);
        Board.Need need = railway.board().needs().getFirst();
        assertThat(need.track()).isEqualTo("player/8.9.2/tablet");
        assertThat(need.text()).isEqualTo("Its platform is not configured any more: nothing is done for it.");
        assertThat(need.evidence()).isEqualTo("On record: store: 1 %.");
        assertThat(need.act()).contains(new Board.Act("cancel", ""));
    }

    @Test
    void aTrackWithoutPlatformIsStoppedOnRecordAndEndsOnceItIsCancelled() {
        Railway railway = withoutTablet();
        railway.accepted(TABLET, new Command.Pause(""));
        railway.accepted(TABLET, new Command.Cancel("the tablet app is given up"));
        railway.until("2024-09-27T07:45:00Z");
        assertThat(railway.board().needs()).extracting(Board.Need::track).containsOnly("player/8.9.3/tablet");
        railway.until("2024-10-05T12:00:00Z");
        assertThat(railway.track(TABLET).course().closedAt()).isPresent();
    }

    @Test
    void aPlatformThatComesBackGoesOnWhereItWas() {
        Railway railway = withoutTablet().until("2024-09-27T07:45:00Z");
        railway.withPlatform("tablet").restart().armed(Move.values()).until("2024-09-28T12:00:00Z");
        assertThat(railway.world.effects).contains("player/8.9.2/tablet 10 % running");
        assertThat(railway.board().needs()).isEmpty();
    }

    @Test
    void aDestinationThatIsNotConfiguredAnyMoreIsNamedWhileAVersionIsOnItsWayOutThere() {
        Railway railway = rollingOut();
        Platform android = railway.app.platforms().getFirst();
        Destination store = android.destinations().getFirst();
        Destination other =
                new Destination(new DestinationKey("other"), "Other", store.capabilities(), store.artifact());
        Platform moved = new Platform(android.key(), android.name(), android.repository(), List.of(other));
        railway.restartWith(
                railway.app.repositories(),
                List.of(moved, railway.app.platforms().get(1)));
        railway.until("2024-09-27T08:00:00Z");
        assertThat(row(railway, ANDROID).status()).isEqualTo(Status.NEEDS);
        assertThat(row(railway, ANDROID).sentence())
                .isEqualTo("store is not configured any more: nothing is read or stopped there.");
        assertThat(row(railway, TABLET).status()).isNotEqualTo(Status.NEEDS);
    }

    @Test
    void whatNothingCanBeConcludedForIsNamedAndDoesNotHideTheOverview() {
        Railway railway = rollingOut();
        RepositoryKey elsewhere = new RepositoryKey("elsewhere");
        List<Platform> moved = railway.app.platforms().stream()
                .map(p -> new Platform(p.key(), p.name(), elsewhere, p.destinations()))
                .toList();
        railway.restartWith(List.of(new Repository(elsewhere, "main", "r/{version}", "v{version}", true)), moved);
        railway.until("2024-09-27T08:00:00Z");
        Board board = railway.board();
        assertThat(board.needs())
                .extracting(Board.Need::track)
                .contains("player/8.9.2", "player/8.9.2/android", "player/8.9.2/tablet");
        assertThat(board.statement()).isEqualTo("Four tracks need you.");
        railway.accepted(ANDROID, new Command.Pause(""));
    }

    @Test
    void aSourceThatCannotSayWhatToAskFailsByItself() {
        Railway railway = rollingOut();
        railway.world.confused = true;
        railway.until("2024-09-27T08:00:00Z");
        assertThat(store(railway))
                .isInstanceOfSatisfying(
                        Evidence.Broken.class,
                        e -> assertThat(e.failure().message()).isEqualTo("it cannot say what to ask: no idea"));
        assertThat(railway.track(ANDROID).stage()).isEqualTo(Stage.ROLLING_OUT);
        railway.world.confused = false;
        railway.until("2024-09-27T08:10:00Z");
        assertThat(store(railway)).isInstanceOf(Evidence.Fresh.class);
    }

    private static Evidence<StoreReading> store(Railway railway) {
        return railway.read(ANDROID)
                .signals()
                .look(
                        ANDROID,
                        new SignalKey(SignalKind.STORE, Given.STORE.value()),
                        StoreReading.class,
                        Duration.ofHours(1),
                        railway.time.instant());
    }
}
