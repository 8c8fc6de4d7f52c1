package io.signalbox.testkit.storage;

import static io.signalbox.testkit.storage.Scene.IOS;
import static io.signalbox.testkit.storage.Scene.LATER;
import static io.signalbox.testkit.storage.Scene.NOW;
import static io.signalbox.testkit.storage.Scene.RELEASE;
import static io.signalbox.testkit.storage.Scene.TRACK;
import static io.signalbox.testkit.storage.Scene.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Memory;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import io.signalbox.testkit.values.Variants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read is what was kept, and all that a decision needs. */
public interface ReadContract extends StorageUnderTest {
    Version BEFORE = new Version("8.9.1");
    Version NEXT = new Version("8.10.0");

    private static TrackId android(Version version) {
        return new TrackId(Given.APP, version, Given.PLATFORM);
    }

    @Test
    default void nothingIsReadOfWhatIsNotThere() {
        assertThat(storage().read(TRACK)).isEmpty();
        assertThat(storage().readApp(Given.APP)).isEmpty();
        storage().ensureTrain(Given.APP, NOW);
        assertThat(storage().read(TRACK)).isEmpty();
        assertThat(storage().readApp(new AppKey("other"))).isEmpty();
        assertThat(storage().readApp(Given.APP)).hasValueSatisfying(app -> {
            assertThat(app.tracks()).isEmpty();
            assertThat(app.releases()).isEmpty();
        });
    }

    @Test
    default void aTrackIsReadWithAllThatItsDecisionNeeds() {
        Scene scene = Scene.ofOneRelease(storage());
        TrackId before = android(BEFORE);
        scene.open(Scene.release(BEFORE), Scene.track(before), Scene.release(NEXT), Scene.ended(android(NEXT)));
        Action go = Scene.go(TRACK, 0, "store");
        Action over = Scene.go(TRACK, 1, "feed").in(new ActionState.Confirmed(NOW));
        Action theirs = Scene.stop(before, 0, "store");
        scene.done(scene.change(TRACK).acting(go, over).reporting(Scene.bugs(TRACK, NOW, "T")));
        scene.done(scene.change(before).acting(theirs).reporting(Scene.bugs(before, NOW, "B")));
        scene.done(scene.change(RELEASE).reporting(Scene.bugs(RELEASE, NOW, "R")));
        scene.done(scene.change(TRAIN).noting("switched"));

        Snapshot.OfTrack read = (Snapshot.OfTrack) scene.read(TRACK);
        assertThat(read.row().id()).isEqualTo(TRACK);
        assertThat(read.track()).isEqualTo(Scene.trackOf(TRACK));
        assertThat(read.release()).isEqualTo(Scene.of(Given.VERSION));
        assertThat(read.train().train().id()).isEqualTo(TRAIN);
        assertThat(read.train().revision()).isEqualTo(scene.revision(TRAIN)).isEqualTo(3);
        assertThat(read.signals().all())
                .extracting(s -> s.about().text())
                .containsExactly(RELEASE.text(), TRACK.text());
        assertThat(read.actions()).containsExactly(go);
        assertThat(read.others()).containsExactly(new Snapshot.Other.Known(Scene.trackOf(before), List.of(theirs)));
    }

    @Test
    default void aReleaseIsReadWithThePreviousOneAndItsTracks() {
        Scene scene = Scene.ofOneRelease(storage());
        assertThat(((Snapshot.OfRelease) scene.read(RELEASE)).previous()).isEmpty();
        scene.open(Scene.endedRelease(BEFORE), Scene.track(android(BEFORE)));
        Action go = Scene.go(RELEASE, 0, "main");
        scene.done(scene.change(RELEASE).acting(go).reporting(Scene.bugs(RELEASE, NOW, "R")));
        scene.done(scene.change(TRACK).acting(Scene.go(TRACK, 0, "store")).reporting(Scene.bugs(TRACK, NOW, "T")));

        Snapshot.OfRelease read = (Snapshot.OfRelease) scene.read(RELEASE);
        assertThat(read.release()).isEqualTo(Scene.of(Given.VERSION));
        assertThat(read.previous()).contains(Scene.of(BEFORE).closed(NOW));
        assertThat(read.tracks()).containsExactly(Scene.trackOf(TRACK), Scene.trackOf(IOS));
        assertThat(read.signals().all()).extracting(s -> s.about().text()).containsExactly(RELEASE.text());
        assertThat(read.actions()).containsExactly(go);
        assertThat(read.train().revision()).isEqualTo(2);
    }

    @Test
    default void aTrainIsReadWithEveryVersionThatEverWas() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.open(Scene.endedRelease(BEFORE), Scene.release(NEXT));
        Snapshot.OfTrain read = (Snapshot.OfTrain) scene.read(TRAIN);
        assertThat(read.versions()).containsExactlyInAnyOrder(BEFORE, Given.VERSION, NEXT);
        assertThat(read.train().createdAt()).isEqualTo(NOW);
    }

    @Test
    default void anAppIsReadWithWhatHasNotEndedAndTheNewestThatHas() {
        Scene scene = Scene.ofOneRelease(storage());
        Version old = new Version("8.9");
        Version newestEnded = new Version("8.10");
        scene.open(
                Scene.endedRelease(BEFORE),
                Scene.track(android(BEFORE)),
                Scene.endedRelease(newestEnded),
                Scene.ended(android(newestEnded)),
                Scene.endedRelease(old),
                Scene.ended(android(old)));
        Action go = Scene.go(TRACK, 0, "store");
        scene.done(scene.change(TRACK).acting(go).reporting(Scene.bugs(TRACK, NOW, "T")));

        AppSnapshot app = storage().readApp(Given.APP).orElseThrow();
        assertThat(app.train()).isEqualTo(scene.read(TRAIN));
        assertThat(app.releases())
                .extracting(r -> r.release().id().version())
                .containsExactlyInAnyOrder(Given.VERSION, newestEnded);
        assertThat(app.tracks())
                .extracting(t -> t.track().id())
                .containsExactlyInAnyOrder(TRACK, IOS, android(newestEnded));
        assertThat(app.tracks())
                .allSatisfy(t -> assertThat(t).isEqualTo(scene.read(t.row().id())));
        assertThat(app.releases())
                .allSatisfy(r -> assertThat(r).isEqualTo(scene.read(r.row().id())));
        assertThat(app.tracks().stream().filter(t -> t.track().id().equals(TRACK)))
                .singleElement()
                .satisfies(t -> assertThat(t.others()).hasSize(1));
    }

    /** A writer changes a track and its action together, again and again; no reader may see one without the other. */
    @Test
    default void aReadIsOfOneInstant() {
        Scene scene = Scene.ofOneRelease(storage());
        int rounds = 40;
        AtOnce.run(3, who -> {
            for (int round = 1; round <= rounds; round++) {
                if (who == 0) {
                    Action ended = Scene.go(TRACK, round - 1, "store").in(new ActionState.Confirmed(NOW));
                    scene.done(scene.change(TRACK)
                            .to(new SubjectState.OfTrack(remembering(round)))
                            .acting(ended, Scene.go(TRACK, round, "store")));
                } else {
                    Snapshot.OfTrack read = who == 1 ? (Snapshot.OfTrack) scene.read(TRACK) : inItsApp();
                    int planned = read.track().memory().actionsPlanned();
                    assertThat(read.row().revision()).isEqualTo(planned);
                    assertThat(read.actions())
                            .extracting(a -> a.id().number())
                            .isEqualTo(planned == 0 ? List.of() : List.of(planned));
                }
            }
            return who;
        });
    }

    private static Track remembering(int actionsPlanned) {
        return Scene.trackOf(TRACK).with(new Memory(List.of(), List.of(), List.of(), actionsPlanned));
    }

    private Snapshot.OfTrack inItsApp() {
        return storage().readApp(Given.APP).orElseThrow().tracks().stream()
                .filter(t -> t.track().id().equals(TRACK))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void everyShapeOfATrackComesBackAsItWas() {
        Scene scene = Scene.ofOneRelease(storage());
        for (Track track : Variants.of(Track.class)) {
            Track mine = new Track(
                    TRACK, track.course(), track.candidate(), track.destinations(), track.said(), track.memory());
            scene.done(scene.change(TRACK).to(new SubjectState.OfTrack(mine)));
            assertThat(((Snapshot.OfTrack) scene.read(TRACK)).track()).isEqualTo(mine);
        }
    }

    @Test
    default void everyShapeOfAnActionComesBackAsItWas() {
        Scene scene = Scene.ofOneRelease(storage());
        int number = 0;
        for (Action action : Variants.of(Action.class)) {
            Action mine = new Action(
                    Scene.go(TRACK, number++, "store").id(),
                    action.effect(),
                    action.decision(),
                    action.plannedAt(),
                    action.sentAt(),
                    action.acceptedAt(),
                    action.state());
            scene.done(scene.change(TRACK).acting(mine));
            List<Action> unresolved = ((Snapshot.OfTrack) scene.read(TRACK)).actions();
            assertThat(unresolved).isEqualTo(mine.unresolved() ? List.of(mine) : List.of());
            scene.done(scene.change(TRACK).acting(mine.in(new ActionState.Confirmed(NOW))));
        }
    }

    @Test
    default void everyShapeOfAPolicyComesBackAsItWas() {
        assertThat(storage().policy("unknown")).isEmpty();
        int count = 0;
        for (Policy policy : Variants.of(Policy.class)) {
            Policy mine = policy.hashed("hash-" + count++);
            storage().keepPolicy(mine);
            storage().keepPolicy(mine);
            assertThat(storage().policy(mine.hash())).contains(mine);
        }
    }

    @Test
    default void whatIsFollowedIsWhatHasNotEnded() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.open(Scene.endedRelease(BEFORE), Scene.ended(android(BEFORE)));
        Attention attention = new Attention(List.of(), true);
        scene.done(scene.change(IOS).following(attention).dueAt(LATER));
        scene.done(scene.change(RELEASE).reporting(Scene.bugs(RELEASE, NOW, "R")));
        scene.done(scene.change(new ReleaseId(Given.APP, BEFORE))
                .reporting(Scene.bugs(new ReleaseId(Given.APP, BEFORE), NOW, "B")));
        Pursuit pursuit = storage().pursuit(Given.APP);
        assertThat(pursuit.tracks())
                .containsExactly(
                        new Pursuit.Followed(Scene.trackOf(TRACK), Attention.NONE),
                        new Pursuit.Followed(Scene.trackOf(IOS), attention));
        Release release = Scene.of(Given.VERSION);
        assertThat(pursuit.releases()).containsExactly(new Pursuit.FollowedRelease(release, Attention.NONE));
        assertThat(pursuit.repositories().all())
                .extracting(s -> s.about().text())
                .containsExactly(RELEASE.text());
        assertThat(storage().pursuit(new AppKey("other")))
                .isEqualTo(new Pursuit(List.of(), List.of(), new Signals(List.of())));
    }
}
