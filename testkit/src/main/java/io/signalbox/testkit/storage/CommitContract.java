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
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is kept, whole or not at all. */
public interface CommitContract extends StorageUnderTest {

    /** The track with a hold, so that it differs from what was there. */
    private static SubjectState held() {
        Track track = Scene.trackOf(TRACK);
        return new SubjectState.OfTrack(
                track.with(Said.NOTHING.holding(new Hold.Paused("Ana", "a look at crashes", NOW))));
    }

    private static Snapshot.OfTrack track(Scene scene) {
        return (Snapshot.OfTrack) scene.read(TRACK);
    }

    @Test
    default void aChangeIsKeptWhole() {
        Scene scene = Scene.ofOneRelease(storage());
        Action go = Scene.go(TRACK, 0, "store");
        Commit commit = scene.commit(scene.change(TRACK)
                .to(held())
                .acting(go)
                .reporting(Scene.bugs(TRACK, NOW, "AND-1"))
                .noting("kept")
                .asCommand("c1")
                .dueAt(LATER));
        assertThat(commit).isEqualTo(new Commit.Done(1));
        Snapshot.OfTrack kept = track(scene);
        assertThat(new SubjectState.OfTrack(kept.track())).isEqualTo(held());
        assertThat(kept.row().revision()).isEqualTo(1);
        assertThat(kept.actions()).containsExactly(go);
        assertThat(kept.signals().all()).hasSize(1);
        assertThat(storage().journal(Given.APP, 0, 10)).hasSize(1);
        assertThat(storage().wasHandled(Given.APP, "c1")).isTrue();
    }

    @Test
    default void aLookThatChangesNothingMovesOnlyTheNextLook() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        Attention attention = new Attention(List.of(new Attention.Wish(SignalKind.BUGS, Attention.Pace.FAST)), true);
        assertThat(scene.commit(scene.change(TRACK).following(attention).dueAt(LATER)))
                .isEqualTo(new Commit.Done(0));
        assertThat(scene.read(TRACK).row().attention()).isEqualTo(attention);
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRACK));
        scene.done(scene.change(TRACK));
        assertThat(scene.read(TRACK).row().attention()).isEqualTo(attention);
    }

    @Test
    default void aChangeOfAnOldRevisionConflictsAndKeepsNothing() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.done(scene.change(TRACK).noting("first"));
        ChangeOf old = ChangeOf.subject(TRACK, 0, NOW)
                .to(held())
                .acting(Scene.go(TRACK, 0, "store"))
                .opening(Scene.track(new SubjectId.TrackId(Given.APP, Given.VERSION, Given.PLATFORM)))
                .reporting(Scene.bugs(TRACK, NOW, "AND-1"))
                .noting("second")
                .asCommand("c1");
        assertThat(scene.commit(old)).isInstanceOf(Commit.Conflict.class);
        assertThat(track(scene).track()).isEqualTo(Scene.trackOf(TRACK));
        assertThat(track(scene).actions()).isEmpty();
        assertThat(track(scene).signals().all()).isEmpty();
        assertThat(storage().journal(Given.APP, 0, 10)).hasSize(1);
        assertThat(storage().wasHandled(Given.APP, "c1")).isFalse();
    }

    @Test
    default void aChangeThatReliesOnWhatHasMovedConflicts() {
        Scene scene = Scene.ofOneRelease(storage());
        long train = scene.revision(TRAIN);
        scene.done(scene.change(TRAIN).noting("switched"));
        assertThat(scene.commit(scene.change(TRACK).relyingOn(TRAIN, train).noting("too late")))
                .isInstanceOf(Commit.Conflict.class);
        scene.done(scene.change(TRACK).relyingOn(TRAIN, train + 1).noting("in time"));
        assertThat(scene.commit(scene.change(TRACK).relyingOn(new TrainId(new AppKey("unknown")), 0)))
                .isInstanceOf(Commit.Conflict.class);
    }

    @Test
    default void whatIsNotOnRecordCannotChange() {
        Scene scene = new Scene(storage());
        assertThat(scene.commit(ChangeOf.subject(TRACK, 0, NOW).noting("of nothing")))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(storage().journal(Given.APP, 0, 10)).isEmpty();
    }

    @Test
    default void aRepeatedCommandIsToldFromAConflict() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.done(ChangeOf.subject(TRACK, 0, NOW).noting("once").asCommand("c1"));
        assertThat(scene.commit(ChangeOf.subject(TRACK, 0, NOW).noting("twice").asCommand("c1")))
                .isEqualTo(new Commit.Repeated());
        assertThat(scene.commit(ChangeOf.subject(IOS, 7, NOW).under(7).asCommand("c1")))
                .isEqualTo(new Commit.Repeated());
        assertThat(storage().journal(Given.APP, 0, 10)).hasSize(1);
        assertThat(storage().wasHandled(new AppKey("other"), "c1")).isFalse();
    }

    @Test
    default void aCommandIdIsUniqueWithinItsApp() {
        Scene scene = Scene.ofOneRelease(storage());
        AppKey other = new AppKey("other");
        storage().ensureTrain(other, NOW);
        scene.done(scene.change(TRAIN).noting("here").asCommand("c1"));
        scene.done(scene.change(new TrainId(other)).noting("there").asCommand("c1"));
    }

    @Test
    default void aLaneHoldsOneUnresolvedAction() {
        Scene scene = Scene.ofOneRelease(storage());
        Action first = Scene.go(TRACK, 0, "store");
        scene.done(scene.change(TRACK).acting(first));
        assertThat(scene.commit(
                        scene.change(TRACK).acting(Scene.go(TRACK, 1, "store")).noting("crowded")))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(track(scene).actions()).containsExactly(first);
        assertThat(storage().journal(Given.APP, 0, 10)).isEmpty();
        scene.done(scene.change(TRACK).acting(Scene.stop(TRACK, 1, "store"), Scene.go(TRACK, 2, "feed")));
        scene.done(scene.change(IOS).acting(Scene.go(IOS, 0, "store")));
        assertThat(track(scene).actions()).extracting(a -> a.id().number()).containsExactly(0, 1, 2);
    }

    @Test
    default void twoForTheSameLaneInOneChangeConflict() {
        Scene scene = Scene.ofOneRelease(storage());
        assertThat(scene.commit(scene.change(TRACK).acting(Scene.go(TRACK, 0, "store"), Scene.go(TRACK, 1, "store"))))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(track(scene).actions()).isEmpty();
    }

    @Test
    default void anActionThatEndsMakesRoomInTheSameChange() {
        Scene scene = Scene.ofOneRelease(storage());
        Action first = Scene.go(TRACK, 0, "store");
        scene.done(scene.change(TRACK).acting(first));
        Action second = Scene.go(TRACK, 1, "store");
        Action ended = first.in(new ActionState.Superseded("changed mind", NOW));
        scene.done(scene.change(TRACK).acting(second, ended));
        assertThat(track(scene).actions()).containsExactly(second);
    }

    @Test
    default void anActionKeepsItsNewestState() {
        Scene scene = Scene.ofOneRelease(storage());
        Action planned = Scene.go(TRACK, 10, "store");
        Action other = Scene.go(TRACK, 9, "feed");
        scene.done(scene.change(TRACK).acting(planned, other));
        Action sending = planned.sending(NOW, LATER);
        scene.done(scene.change(TRACK).acting(sending));
        assertThat(track(scene).actions()).containsExactly(other, sending);
    }

    @Test
    default void whatIsOnRecordIsNotOpenedAgain() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.done(scene.change(TRACK).to(held()));
        assertThat(scene.commit(scene.change(TRAIN).opening(Scene.track(TRACK))))
                .isInstanceOf(Commit.Conflict.class);
        assertThat(new SubjectState.OfTrack(track(scene).track())).isEqualTo(held());
    }

    @Test
    default void whatIsOpenedIsDueAtOnce() {
        Scene scene = Scene.ofOneRelease(storage());
        assertThat(scene.due(NOW.minusNanos(1000))).isEmpty();
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(RELEASE, TRACK, IOS));
        assertThat(scene.revision(TRACK)).isZero();
        assertThat(scene.revision(TRAIN)).isEqualTo(1);
    }

    @Test
    default void onlyAChangeThatWakesTheAppWakesIt() {
        Scene scene = Scene.ofOneRelease(storage());
        storage().ensureTrain(new AppKey("other"), LATER.plusSeconds(1));
        scene.settle();
        scene.done(scene.change(TRACK).noting("quiet"));
        assertThat(scene.due(LATER)).isEmpty();
        scene.done(scene.change(TRACK).noting("loud").wakingApp());
        assertThat(scene.due(NOW.minusNanos(1000))).isEmpty();
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRAIN, RELEASE, TRACK, IOS));
    }

    @Test
    default void wakingDoesNotPutOffWhatIsDueAlready() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        scene.done(scene.change(IOS).dueAt(NOW.minusSeconds(9)));
        scene.done(scene.change(TRACK).dueAt(LATER).wakingApp());
        assertThat(storage().claim("a", NOW, 1, Scene.LEASE)).singleElement().satisfies(c -> {
            assertThat(c.subject()).isEqualTo(IOS);
            assertThat(c.due()).isEqualTo(NOW.minusSeconds(9));
        });
    }

    @Test
    default void whatAReportSaysWakesTheTracksOfItsRelease() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        scene.done(scene.change(RELEASE).reporting(Scene.bugs(RELEASE, NOW, "AND-1")));
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(TRACK, IOS));
        assertThat(track(scene).signals().all()).hasSize(1);
    }

    @Test
    default void whatHasEndedIsNeverDueAgain() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.done(scene.change(IOS).to(Scene.ended(IOS)).dueAt(NOW));
        scene.done(scene.change(TRACK).noting("loud").wakingApp());
        storage().sweep(NOW);
        storage().observe(Given.APP, "tracker", List.of(Scene.bugs(IOS, NOW, "AND-1")), NOW, LATER, 0);
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRAIN, RELEASE, TRACK));
    }

    @Test
    default void ofSeveralChangesOfOneRevisionOneIsKept() {
        Scene scene = Scene.ofOneRelease(storage());
        List<Commit> commits = AtOnce.run(
                8,
                i -> scene.commit(
                        ChangeOf.subject(TRACK, 0, NOW).noting("by " + i).wakingApp()));
        assertThat(commits).filteredOn(c -> c instanceof Commit.Done).hasSize(1);
        assertThat(commits).filteredOn(c -> c instanceof Commit.Conflict).hasSize(7);
        assertThat(storage().journal(Given.APP, 0, 100)).hasSize(1);
    }

    @Test
    default void ofSeveralRepeatsOfOneCommandOneIsKept() {
        Scene scene = Scene.ofOneRelease(storage());
        List<SubjectId> subjects = List.of(TRAIN, RELEASE, TRACK, IOS);
        List<Commit> commits = AtOnce.run(
                4,
                i -> scene.commit(
                        scene.change(subjects.get(i)).noting("by " + i).asCommand("c1")));
        assertThat(commits).filteredOn(c -> c instanceof Commit.Done).hasSize(1);
        assertThat(commits).filteredOn(c -> c instanceof Commit.Repeated).hasSize(3);
        assertThat(storage().journal(Given.APP, 0, 100)).hasSize(1);
    }

    @Test
    default void changesOfDifferentSubjectsDoNotStandInEachOthersWay() {
        Scene scene = Scene.ofOneRelease(storage());
        List<SubjectId> subjects = List.of(RELEASE, TRACK, IOS, TRAIN);
        int rounds = 10;
        List<Integer> kept = AtOnce.run(subjects.size(), i -> {
            SubjectId mine = subjects.get(i);
            for (int round = 0; round < rounds; round++) {
                scene.done(scene.change(mine).noting(mine + " " + round).wakingApp());
                storage()
                        .observe(
                                Given.APP,
                                "tracker",
                                List.of(Scene.bugs(mine, NOW.plusSeconds(round), "B-" + round)),
                                NOW,
                                LATER,
                                0);
            }
            return rounds;
        });
        assertThat(kept).hasSize(4);
        assertThat(storage().journal(Given.APP, 0, 1000))
                .extracting(Kept::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 4L * rounds).boxed().toList());
    }
}
