package io.signalbox.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.board.Board.SourceState;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Observed;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How often what is asked. */
class WatchingTest {
    private static final TrackId NEXT = new TrackId(Given.APP, new Version("8.9.3"), Given.TRACK.platform());

    private static long asked(Railway railway, TrackId track, SignalKind kind) {
        return railway.world.asked.stream()
                .filter(t -> t.about().equals(track) && t.key().kind() == kind)
                .count();
    }

    private static Railway underWay() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-27T06:55:00Z");
        railway.world.merge("Work");
        railway.until("2024-09-27T09:00:00Z");
        assertThat(railway.track(Given.TRACK).stage()).isEqualTo(Stage.CANDIDATE);
        assertThat(railway.track(NEXT).stage()).isEqualTo(Stage.UPCOMING);
        railway.world.asked.clear();
        return railway;
    }

    @Test
    @Requirement("R53")
    void whatComesNextIsNotAskedForAsOftenAsWhatIsReleasedNow() {
        Railway railway = underWay().until("2024-09-27T13:00:00Z");
        long now = asked(railway, Given.TRACK, SignalKind.STORE);
        long next = asked(railway, NEXT, SignalKind.STORE);
        assertThat(now).isBetween(20L, 30L);
        assertThat(next).isBetween(6L, 10L);
    }

    @Test
    void aReadBackIsAskedOutOfTurnAndForEverything() {
        Railway railway = underWay().armed(Move.SUBMIT, Move.FIRST_STEP);
        railway.until("2024-09-27T09:01:00Z");
        assertThat(railway.world.effects).contains("player/8.9.2/android 1 % running");
        assertThat(asked(railway, NEXT, SignalKind.STORE)).isPositive();
    }

    @Test
    void whatIsSeldomAskedBecauseNothingNeedsItIsNotCalledStale() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-22T10:00:00Z");
        for (int minute = 5; minute < 60; minute += 5) {
            railway.until("2024-09-22T10:%02d:00Z".formatted(minute));
            assertThat(sources(railway)).extracting(SourceState::state).containsOnly(SourceState.State.FRESH);
        }
    }

    @Test
    void whatIsNotAskedAnyMoreBecomesStaleThoughNothingNeedsIt() {
        Railway railway = new Railway().armed(Move.BUMP, Move.CUT).until("2024-09-22T10:00:00Z");
        railway.time.by(Duration.ofHours(1));
        assertThat(sources(railway)).extracting(SourceState::state).containsOnly(SourceState.State.STALE);
    }

    @Test
    void answersThatCouldNotBeKeptAreAskedForAgain() {
        Railway railway = underWay();
        AtomicBoolean away = new AtomicBoolean();
        railway.restartOver(real -> new ForwardingStorage(real) {
            @Override
            public void observe(
                    AppKey app, String source, List<Observed> answers, Instant now, Instant next, int failures) {
                if (away.get()) {
                    throw new IllegalStateException("the database is away");
                }
                super.observe(app, source, answers, now, next, failures);
            }
        });
        railway.until("2024-09-27T09:07:00Z");
        away.set(true);
        railway.world.asked.clear();
        assertThatThrownBy(() -> railway.until("2024-09-27T09:20:00Z")).hasMessage("the database is away");
        List<Topic> lost = List.copyOf(railway.world.asked);
        railway.time.by(Duration.ofSeconds(61));
        away.set(false);
        railway.world.asked.clear();
        railway.until(railway.time.instant());
        assertThat(lost).isNotEmpty();
        assertThat(railway.world.asked).containsAll(lost);
    }

    private static List<SourceState> sources(Railway railway) {
        return new BoardBuilder(railway.current().pictures())
                .build(railway.storage.readApp(Given.APP).orElseThrow(), railway.time.instant())
                .sources();
    }
}
