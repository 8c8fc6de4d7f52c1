package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.command.Envelope;
import io.signalbox.engine.command.Handled;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.UnreadableRecord;
import io.signalbox.testkit.storage.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A record that cannot be understood stops what needs it, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {
    private static final TrackId OTHER = new TrackId(Given.APP, new Version("8.9.1"), Given.PLATFORM);

    private Stores stores;

    @BeforeAll
    void open() {
        stores = Stores.open();
    }

    @AfterAll
    void close() {
        stores.close();
    }

    @BeforeEach
    void begin() {
        stores.empty();
        Scene.ofOneRelease(stores.database().storage());
        stores.sql()
                .sql(
                        "UPDATE subject SET state = '{\"v\":1,\"value\":{\"no\":\"track\"}}' WHERE id = 'player/8.9.2/ios'")
                .update();
    }

    private Storage storage() {
        return stores.database().storage();
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> storage().read(Scene.IOS))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("player/8.9.2/ios: a stored track cannot be read: ");
    }

    @Test
    void theOthersAreReadAndClaimedAsEver() {
        assertThat(storage().read(Scene.TRACK)).isPresent();
        assertThat(storage().read(Scene.TRAIN)).isPresent();
        assertThat(storage().claim("a", Scene.NOW, 10, Scene.LEASE))
                .extracting(Claim::subject)
                .contains(Scene.TRACK, Scene.IOS);
    }

    @Test
    void itIsSetAsideByTheEngineAndTheOthersGoOn() {
        Engine engine = engine();
        for (Claim claim : engine.reconciler().claim(10)) {
            engine.reconciler().look(claim);
        }
        List<String> parked = stores.sql()
                .sql("SELECT id FROM subject WHERE parked LIKE '%cannot be read%' ORDER BY id")
                .query((row, _) -> row.getString("id"))
                .list();
        // The release is seen with its tracks.
        assertThat(parked).containsExactly("player/8.9.2", "player/8.9.2/ios");
        assertThat(storage().nextDue().orElseThrow()).isAfter(Scene.NOW);
    }

    @Test
    void theOverviewNamesItAndShowsTheOthers() {
        AppSnapshot app = storage().readApp(Given.APP).orElseThrow();
        assertThat(app.tracks()).extracting(t -> t.track().id()).containsExactly(Scene.TRACK);
        assertThat(app.unreadable())
                .extracting(u -> u.subject().text())
                .containsExactly("player/8.9.2", "player/8.9.2/ios");
        assertThat(app.unreadable()).allSatisfy(u -> assertThat(u.why()).contains("cannot be read"));
        Board board = new BoardBuilder(engine().pictures()).build(app, Scene.NOW);
        assertThat(board.needs()).extracting(Board.Need::track).contains("player/8.9.2/ios");
    }

    @Test
    void theOthersAreFollowedAsEver() {
        Pursuit pursuit = storage().pursuit(Given.APP);
        assertThat(pursuit.tracks()).extracting(f -> f.track().id()).containsExactly(Scene.TRACK);
        assertThat(pursuit.releases()).hasSize(1);
    }

    @Test
    void aSignalThatCannotBeUnderstoodIsReplacedByTheNextAnswer() {
        storage()
                .observe(
                        Given.APP,
                        "tracker",
                        List.of(Scene.bugs(Scene.TRACK, Scene.NOW, "A")),
                        Scene.NOW,
                        Scene.LATER,
                        0);
        stores.sql().sql("UPDATE signal SET body = '{}'").update();
        assertThat(bugs())
                .isInstanceOfSatisfying(
                        Evidence.Unreadable.class,
                        e -> assertThat(e.why())
                                .contains("signal player/8.9.2/android bugs: a stored signal cannot be read: "));
        assertThat(pause()).isInstanceOf(Handled.Accepted.class);
        storage()
                .observe(
                        Given.APP,
                        "tracker",
                        List.of(Scene.bugs(Scene.TRACK, Scene.NOW, "B")),
                        Scene.NOW,
                        Scene.LATER,
                        0);
        assertThat(bugs()).isInstanceOf(Evidence.Fresh.class);
    }

    @Test
    void aVersionThatCannotBeUnderstoodKeepsNobodyFromStoppingAnother() {
        besideAnotherVersion();
        stores.sql()
                .sql("UPDATE subject SET state = '{}' WHERE id = 'player/8.9.1/android'")
                .update();
        assertThat(track().others()).containsExactly(new Snapshot.Other.Unreadable(OTHER));
        assertThat(pause()).isInstanceOf(Handled.Accepted.class);
        assertThat(storage().readApp(Given.APP).orElseThrow().tracks())
                .extracting(t -> t.track().id())
                .containsExactly(Scene.TRACK);
    }

    @Test
    void aVersionIsInTheWayIfWhatIsUnderWayForItCannotBeUnderstood() {
        besideAnotherVersion();
        storage().commit(go(OTHER));
        stores.sql().sql("UPDATE action SET body = '{}'").update();
        assertThat(track().others()).containsExactly(new Snapshot.Other.Unreadable(OTHER));
        assertThatThrownBy(() -> storage().read(OTHER)).isInstanceOf(UnreadableRecord.class);
    }

    @Test
    void aVersionThatHasEndedIsInNobodysWay() {
        besideAnotherVersion();
        stores.sql()
                .sql("UPDATE subject SET state = '{}', ended = true WHERE id = 'player/8.9.1/android'")
                .update();
        assertThat(track().others()).isEmpty();
    }

    private void besideAnotherVersion() {
        new Scene(storage()).open(Scene.release(OTHER.version()), Scene.track(OTHER));
    }

    private Change go(TrackId track) {
        Snapshot.Row row = storage().read(track).orElseThrow().row();
        return new Change(
                track,
                row.revision(),
                row.wakes(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(Scene.go(track, 0, "store")),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Scene.LATER,
                false,
                Scene.NOW);
    }

    private Snapshot.OfTrack track() {
        return (Snapshot.OfTrack) storage().read(Scene.TRACK).orElseThrow();
    }

    private Evidence<BugsReading> bugs() {
        SignalKey key = SignalKey.of(SignalKind.BUGS);
        return track().signals().look(Scene.TRACK, key, BugsReading.class, Duration.ofHours(1), Scene.NOW);
    }

    private Handled pause() {
        Actor ana = new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty());
        return engine().desk()
                .handle(new Envelope("p", Scene.TRACK, ana, "api", Optional.empty(), new Command.Pause("")));
    }

    private Engine engine() {
        return new Engine(
                storage(), configuration(), noConnectors(), () -> Scene.NOW, System::nanoTime, Settings.standard("a"));
    }

    private static Configuration configuration() {
        App app = Given.app(Given.play(GoLive.BY_CALL));
        Policy policy = Given.policy(Given.process(Mode.OBSERVE));
        return new Configuration() {
            @Override
            public List<AppKey> apps() {
                return List.of(app.key());
            }

            @Override
            public Optional<App> app(AppKey key) {
                return Optional.of(app);
            }

            @Override
            public Optional<Policy> policy(AppKey key) {
                return Optional.of(policy);
            }

            @Override
            public Optional<Policy> policy(String hash) {
                return Optional.of(policy);
            }
        };
    }

    private static Connectors noConnectors() {
        return new Connectors() {
            @Override
            public List<Source> sources(AppKey app) {
                return List.of();
            }

            @Override
            public Optional<Performer> performer(AppKey app, String place) {
                return Optional.empty();
            }

            @Override
            public Optional<String> readerOf(AppKey app, String place) {
                return Optional.empty();
            }
        };
    }
}
