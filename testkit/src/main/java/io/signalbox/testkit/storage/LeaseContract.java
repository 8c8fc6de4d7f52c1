package io.signalbox.testkit.storage;

import static io.signalbox.testkit.storage.Scene.IOS;
import static io.signalbox.testkit.storage.Scene.LATER;
import static io.signalbox.testkit.storage.Scene.LEASE;
import static io.signalbox.testkit.storage.Scene.NOW;
import static io.signalbox.testkit.storage.Scene.RELEASE;
import static io.signalbox.testkit.storage.Scene.TRACK;
import static io.signalbox.testkit.storage.Scene.TRAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who looks at what, and when. */
public interface LeaseContract extends StorageUnderTest {

    @Test
    default void aTrainIsMadeOnceAndDueAtOnce() {
        storage().ensureTrain(Given.APP, NOW);
        storage().ensureTrain(Given.APP, LATER);
        assertThat(storage().claim("a", NOW, 10, LEASE)).containsExactly(new Claim(TRAIN, 1, NOW));
    }

    @Test
    default void nothingIsDueBeforeItsTime() {
        storage().ensureTrain(Given.APP, NOW.plusNanos(1000));
        assertThat(storage().claim("a", NOW, 10, LEASE)).isEmpty();
        assertThat(storage().claim("a", NOW.plusNanos(1000), 10, LEASE)).hasSize(1);
    }

    @Test
    default void theLongestDueIsClaimedFirst() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        scene.done(scene.change(IOS).dueAt(NOW.minusSeconds(3)));
        scene.done(scene.change(TRACK).dueAt(NOW.minusSeconds(1)));
        scene.done(scene.change(RELEASE).dueAt(NOW.minusSeconds(1)));
        List<Claim> first = storage().claim("a", NOW, 2, LEASE);
        assertThat(first).extracting(Claim::subject).containsExactly(IOS, RELEASE);
        assertThat(first).extracting(Claim::due).containsExactly(NOW.minusSeconds(3), NOW.minusSeconds(1));
        assertThat(storage().claim("a", NOW, 2, LEASE))
                .extracting(Claim::subject)
                .containsExactly(TRACK);
    }

    @Test
    default void whatIsClaimedIsClaimedByNobodyElse() {
        Scene scene = Scene.ofOneRelease(storage());
        assertThat(scene.claim("a", NOW)).hasSize(3);
        assertThat(scene.claim("b", NOW)).isEmpty();
        assertThat(scene.claim("a", NOW)).isEmpty();
    }

    @Test
    default void aLeaseThatRanOutIsTakenOverWithAHigherEpoch() {
        storage().ensureTrain(Given.APP, NOW);
        Scene scene = new Scene(storage());
        assertThat(scene.claim("a", NOW)).extracting(Claim::epoch).containsExactly(1L);
        leasesAge(LEASE.minusSeconds(2));
        assertThat(scene.claim("b", NOW)).isEmpty();
        leasesAge(Duration.ofSeconds(3));
        assertThat(scene.claim("b", NOW)).extracting(Claim::epoch).containsExactly(2L);
        assertThat(scene.read(TRAIN).row().epoch()).isEqualTo(2);
    }

    @Test
    default void whoClaimsAgainWhatWasItsOwnKeepsTheEpoch() {
        storage().ensureTrain(Given.APP, NOW);
        Scene scene = new Scene(storage());
        scene.claim("a", NOW);
        scene.done(scene.change(TRAIN).under(1).dueAt(NOW));
        assertThat(scene.claim("a", NOW)).extracting(Claim::epoch).containsExactly(1L);
        leasesAge(LEASE);
        assertThat(scene.claim("a", NOW)).extracting(Claim::epoch).containsExactly(1L);
        leasesAge(LEASE);
        assertThat(scene.claim("b", NOW)).extracting(Claim::epoch).containsExactly(2L);
    }

    @Test
    default void aCommitGivesUpTheLease() {
        storage().ensureTrain(Given.APP, NOW);
        Scene scene = new Scene(storage());
        scene.claim("a", NOW);
        scene.done(scene.change(TRAIN).under(1).dueAt(NOW));
        assertThat(scene.claim("b", NOW)).extracting(Claim::epoch).containsExactly(2L);
    }

    @Test
    default void whoLostItsLeaseIsFencedAndKeepsNothing() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.claim("a", NOW);
        leasesAge(LEASE);
        scene.claim("b", NOW);
        ChangeOf late = scene.change(TRACK)
                .under(1)
                .to(Scene.ended(TRACK))
                .noting("late")
                .asCommand("late");
        assertThat(scene.commit(late)).isEqualTo(new Commit.Fenced());
        assertThat(scene.revision(TRACK)).isZero();
        assertThat(storage().journal(Given.APP, 0, 10)).isEmpty();
        assertThat(storage().wasHandled(Given.APP, "late")).isFalse();
        scene.done(scene.change(TRACK).under(2).noting("in time"));
    }

    @Test
    default void aLeaseThatRanOutButWasNotTakenStillHolds() {
        storage().ensureTrain(Given.APP, NOW);
        Scene scene = new Scene(storage());
        scene.claim("a", NOW);
        leasesAge(LEASE.multipliedBy(5));
        scene.done(scene.change(TRAIN).under(1).noting("nobody was faster"));
    }

    @Test
    default void aLookThatConflictsGivesUpItsLeaseToo() {
        storage().ensureTrain(Given.APP, NOW);
        Scene scene = new Scene(storage());
        long epoch = scene.claim("a", NOW).getFirst().epoch();
        ChangeOf looked = scene.change(TRAIN).under(epoch).noting("looked at");
        scene.done(scene.change(TRAIN).noting("changed meanwhile").dueAt(NOW));
        scene.claim("a", NOW);
        assertThat(scene.commit(looked)).isInstanceOf(Commit.Conflict.class);
        assertThat(scene.claim("b", NOW)).hasSize(1);
    }

    @Test
    default void replicasThatClaimAtTheSameTimeShare() {
        IntStream.range(0, 60).forEach(i -> storage().ensureTrain(new AppKey("app-" + i), NOW));
        List<List<Claim>> claimed = AtOnce.run(6, replica -> {
            List<Claim> mine = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                mine.addAll(storage().claim("replica-" + replica, NOW, 3, LEASE));
            }
            return mine;
        });
        assertThat(claimed.stream().flatMap(List::stream).map(Claim::subject)).doesNotHaveDuplicates();
        List<Claim> rest = storage().claim("last", NOW, 100, LEASE);
        assertThat(claimed.stream().mapToInt(List::size).sum() + rest.size()).isEqualTo(60);
    }

    @Test
    default void theNextDueIsTheEarliestOfSubjectsAndSources() {
        assertThat(storage().nextDue()).isEmpty();
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        assertThat(storage().nextDue()).isEmpty();
        scene.done(scene.change(IOS).dueAt(LATER));
        assertThat(storage().nextDue()).contains(LATER);
        storage().ensureWatches(Given.APP, List.of("git"), LATER.minusNanos(1000));
        assertThat(storage().nextDue()).contains(LATER.minusNanos(1000));
    }

    @Test
    default void whatIsLeasedOrDueLongAgoIsStillTheNextDue() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.claim("a", NOW);
        assertThat(storage().nextDue()).contains(NOW);
    }

    @Test
    default void aSweepMakesEverythingDueThatHasNotEnded() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.done(scene.change(IOS).to(Scene.ended(IOS)));
        scene.settle();
        assertThat(scene.due(LATER)).isEmpty();
        storage().sweep(LATER);
        assertThat(scene.due(LATER.minusNanos(1000))).isEmpty();
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRAIN, RELEASE, TRACK));
    }

    @Test
    default void theOldestWaitIsThatOfTheLongestDue() {
        assertThat(storage().oldestWait(NOW)).isZero();
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        assertThat(storage().oldestWait(LATER)).isZero();
        scene.done(scene.change(IOS).dueAt(NOW.plusSeconds(5)));
        scene.done(scene.change(TRACK).dueAt(LATER.plusSeconds(5)));
        assertThat(storage().oldestWait(NOW)).isZero();
        assertThat(storage().oldestWait(LATER)).isEqualTo(Duration.between(NOW.plusSeconds(5), LATER));
    }

    @Test
    default void whatIsParkedIsLeftAloneForAWhileAndSaysWhy() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.claim("a", NOW);
        storage().park(TRACK, "nonsense: \0", NOW, LATER);
        assertThat(scene.read(TRACK).row().parked())
                .hasValueSatisfying(why -> assertThat(why).startsWith("nonsense: "));
        assertThat(scene.revision(TRACK)).isZero();
        assertThat(scene.claim("b", LATER.minusSeconds(1))).isEmpty();
        assertThat(scene.claim("b", LATER)).extracting(Claim::subject).containsExactly(TRACK);
        scene.done(scene.change(TRACK).under(2));
        assertThat(scene.read(TRACK).row().parked()).isEmpty();
    }

    @Test
    default void parkingWhatIsNotThereDoesNothing() {
        storage().park(TRACK, "why", NOW, LATER);
        assertThat(storage().read(TRACK)).isEmpty();
    }

    @Test
    default void appsDoNotShareATrain() {
        AppKey other = new AppKey("other");
        storage().ensureTrain(Given.APP, NOW);
        storage().ensureTrain(other, LATER);
        Scene scene = new Scene(storage());
        assertThat(scene.due(NOW)).containsExactly("player");
        assertThat(scene.due(LATER)).containsExactly("other", "player");
        Snapshot.OfTrain train = (Snapshot.OfTrain) scene.read(new TrainId(other));
        assertThat(train.train().createdAt()).isEqualTo(LATER);
        assertThat(train.row())
                .isEqualTo(new Snapshot.Row(new TrainId(other), 0, 0, 1, Attention.NONE, Optional.empty()));
    }
}
