package io.signalbox.testkit.storage;

import static io.signalbox.testkit.storage.Scene.BUGS;
import static io.signalbox.testkit.storage.Scene.IOS;
import static io.signalbox.testkit.storage.Scene.LATER;
import static io.signalbox.testkit.storage.Scene.NOW;
import static io.signalbox.testkit.storage.Scene.RELEASE;
import static io.signalbox.testkit.storage.Scene.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Merge;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.testkit.values.Variants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which source is asked when, and what becomes of its answers. */
public interface WatchContract extends StorageUnderTest {
    Duration LEASE = Duration.ofSeconds(60);

    private List<WatchClaim> claim(String replica, Instant now) {
        return storage().claimWatches(replica, now, 10, LEASE);
    }

    private static WatchClaim watch(String source, int failures) {
        return new WatchClaim(Given.APP, source, failures, false);
    }

    private static WatchClaim wanted(String source) {
        return new WatchClaim(Given.APP, source, 0, true);
    }

    private void observe(Observed... answers) {
        storage().observe(Given.APP, "tracker", List.of(answers), NOW, LATER, 0);
    }

    private Signal bugsOf(SubjectId subject) {
        Snapshot snapshot = storage().read(subject).orElseThrow();
        Signals signals = switch (snapshot) {
            case Snapshot.OfTrack of -> of.signals();
            case Snapshot.OfRelease of -> of.signals();
            case Snapshot.OfTrain _ -> new Signals(List.of());
        };
        return signals.find(subject, BUGS).orElseThrow();
    }

    @Test
    default void aNewSourceIsAskedAtOnceAndAnOldOneNoMore() {
        storage().ensureWatches(Given.APP, List.of("git", "tracker"), NOW);
        storage().observe(Given.APP, "git", List.of(), NOW, LATER, 3);
        storage().ensureWatches(Given.APP, List.of("git", "ci"), NOW);
        assertThat(claim("a", NOW)).containsExactly(watch("ci", 0));
        assertThat(claim("a", LATER)).containsExactly(watch("git", 3));
        storage().ensureWatches(Given.APP, List.of(), NOW);
        leasesAge(LEASE);
        assertThat(claim("a", LATER)).isEmpty();
        assertThat(storage().nextDue()).isEmpty();
    }

    @Test
    default void aSourceIsAskedByOneAtATime() {
        storage().ensureWatches(Given.APP, List.of("git", "ci"), NOW);
        assertThat(storage().claimWatches("a", NOW, 1, LEASE)).hasSize(1);
        assertThat(claim("b", NOW)).hasSize(1);
        assertThat(claim("c", NOW)).isEmpty();
        leasesAge(LEASE);
        assertThat(claim("c", NOW)).hasSize(2);
    }

    @Test
    default void whoTakesLongToAskKeepsASourceAndWhoIsGoneDoesNot() {
        Duration most = LEASE.multipliedBy(2).dividedBy(3);
        storage().ensureWatches(Given.APP, List.of("git"), NOW);
        claim("a", NOW);
        leasesAge(most);
        storage().keepWatch("a", Given.APP, "git", LEASE);
        leasesAge(most);
        assertThat(claim("b", NOW)).isEmpty();
        leasesAge(most);
        assertThat(claim("b", NOW)).hasSize(1);
        storage().keepWatch("a", Given.APP, "git", LEASE.multipliedBy(9));
        leasesAge(LEASE);
        assertThat(claim("c", NOW)).as("another has it").hasSize(1);
        storage().observe(Given.APP, "git", List.of(), NOW, NOW, 0);
        storage().keepWatch("c", Given.APP, "git", LEASE);
        assertThat(claim("d", NOW)).as("it was answered").hasSize(1);
    }

    @Test
    default void onceAnsweredASourceIsFreeAndAskedAgainInItsTime() {
        storage().ensureWatches(Given.APP, List.of("git"), NOW);
        claim("a", NOW);
        storage().observe(Given.APP, "git", List.of(), NOW, LATER, 2);
        assertThat(claim("b", LATER.minusNanos(1000))).isEmpty();
        assertThat(claim("b", LATER)).containsExactly(watch("git", 2));
    }

    @Test
    default void aSourceCanBeAskedSooner() {
        storage().ensureWatches(Given.APP, List.of("git"), LATER);
        storage().askNow(Given.APP, "git", NOW);
        storage().askNow(Given.APP, "unknown", NOW);
        assertThat(claim("a", NOW)).containsExactly(wanted("git"));
    }

    @Test
    default void aSourceThatIsBeingAskedIsAskedOnceMoreIfSomebodyWantsIt() {
        storage().ensureWatches(Given.APP, List.of("git"), NOW);
        claim("a", NOW);
        storage().askNow(Given.APP, "git", NOW.plusSeconds(1));
        assertThat(claim("b", NOW.plusSeconds(1))).as("one at a time").isEmpty();
        storage().observe(Given.APP, "git", List.of(), NOW.plusSeconds(2), LATER, 0);
        assertThat(claim("a", NOW.plusSeconds(2))).containsExactly(wanted("git"));
        storage().observe(Given.APP, "git", List.of(), NOW.plusSeconds(3), LATER, 0);
        assertThat(claim("a", NOW.plusSeconds(3))).as("once").isEmpty();
    }

    @Test
    default void aWishStandsUntilAnAnswerIsKept() {
        storage().ensureWatches(Given.APP, List.of("git"), LATER);
        storage().askNow(Given.APP, "git", NOW);
        assertThat(claim("a", NOW)).containsExactly(wanted("git"));
        leasesAge(LEASE);
        assertThat(claim("b", NOW)).as("nothing came of it").containsExactly(wanted("git"));
        storage().observe(Given.APP, "git", List.of(), NOW, LATER, 0);
        assertThat(claim("a", LATER)).containsExactly(watch("git", 0));
    }

    @Test
    default void whatSaysNothingNewWakesNobody() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        observe(Scene.bugs(TRACK, NOW, "AND-1"));
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(TRACK));
        scene.settle();
        observe(Scene.bugs(TRACK, NOW.plusSeconds(5), "AND-1"));
        assertThat(scene.due(LATER)).isEmpty();
        observe(Scene.bugs(TRACK, NOW.plusSeconds(6), "AND-1", "AND-2"));
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRACK));
    }

    @Test
    default void whoWantsEveryReadingIsWokenByEveryReading() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        scene.done(scene.change(TRACK).following(new Attention(List.of(), true)));
        observe(Scene.bugs(RELEASE, NOW, "AND-1"));
        scene.settle();
        observe(Scene.bugs(RELEASE, NOW.plusSeconds(5), "AND-1"));
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRACK));
    }

    @Test
    default void aReadingOfAReleaseConcernsItsTracksButNotTheOtherWayRound() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        observe(Scene.bugs(RELEASE, NOW, "AND-1"));
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(RELEASE, TRACK, IOS));
        scene.settle();
        observe(Scene.bugs(IOS, NOW, "AND-1"));
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(IOS));
    }

    @Test
    default void whatIsSaidDuringALookIsLookedAtAtOnce() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        ChangeOf look = scene.change(TRACK).dueAt(LATER);
        observe(Scene.bugs(TRACK, NOW, "AND-1"));
        scene.done(look);
        assertThat(scene.due(NOW)).isEqualTo(Scene.texts(TRACK));
        scene.done(scene.change(TRACK).dueAt(LATER));
        assertThat(scene.due(NOW)).isEmpty();
        assertThat(scene.due(LATER)).isEqualTo(Scene.texts(TRACK));
    }

    @Test
    default void whatWakesTheAppDuringALookIsLookedAtAtOnce() {
        Scene scene = Scene.ofOneRelease(storage());
        scene.settle();
        ChangeOf look = scene.change(TRACK).dueAt(LATER);
        scene.done(scene.change(IOS).noting("loud").wakingApp());
        scene.done(look);
        assertThat(scene.due(NOW)).contains(TRACK.text());
    }

    @Test
    default void observingRaisesNoRevision() {
        Scene scene = Scene.ofOneRelease(storage());
        observe(Scene.bugs(TRACK, NOW, "AND-1"));
        assertThat(scene.revision(TRACK)).isZero();
    }

    @Test
    default void answersAreMergedInTheirOrder() {
        Scene.ofOneRelease(storage());
        Observed first = Scene.bugs(TRACK, NOW, "AND-1");
        Observed older = Scene.bugs(TRACK, NOW.minusSeconds(60), "AND-0");
        Failure away = new Failure(Failure.Kind.UNREACHABLE, "no answer\0");
        Observed failed = new Observed("tracker", new Answer.Failed(new Topic(TRACK, BUGS), away), NOW.plusSeconds(9));
        observe(first, older);
        Signal afterFirst = Merge.merged(Optional.empty(), first);
        assertThat(bugsOf(TRACK)).isEqualTo(afterFirst);
        observe(failed);
        assertThat(bugsOf(TRACK).latest()).isInstanceOfSatisfying(Observation.Failed.class, latest -> {
            assertThat(latest.since()).isEqualTo(NOW.plusSeconds(9));
            assertThat(latest.failure().message()).startsWith("no answer");
            assertThat(latest.last()).isEqualTo(afterFirst.latest().lastRead());
        });
    }

    @Test
    default void theNewestOfSeveralAnswersAtOnceWins() {
        Scene.ofOneRelease(storage());
        AtOnce.run(6, i -> {
            for (int n = 0; n < 5; n++) {
                observe(Scene.bugs(RELEASE, NOW.plusSeconds(6L * n + i), "B-" + (6 * n + i)));
            }
            return i;
        });
        assertThat(bugsOf(RELEASE).latest().lastRead().orElseThrow().asOf()).isEqualTo(NOW.plusSeconds(29));
    }

    @Test
    default void answersAreKeptThoughTheSourceIsWatchedNoMore() {
        Scene.ofOneRelease(storage());
        storage().observe(Given.APP, "gone", List.of(Scene.bugs(TRACK, NOW, "AND-1")), NOW, LATER, 0);
        assertThat(bugsOf(TRACK).source()).isEqualTo("tracker");
        assertThat(storage().claimWatches("a", LATER, 10, LEASE)).isEmpty();
    }

    @Test
    default void everyShapeOfAReadingComesBackAsItWas() {
        Scene.ofOneRelease(storage());
        int second = 0;
        for (Signal signal : Variants.of(Signal.class)) {
            if (!(signal.latest() instanceof Observation.Read read)) {
                continue;
            }
            Topic topic = new Topic(TRACK, signal.key());
            Instant asOf = NOW.plusSeconds(second++);
            observe(new Observed("source", new Answer.Said(topic, read.reading(), asOf, read.link()), asOf));
            Snapshot.OfTrack track = (Snapshot.OfTrack) storage().read(TRACK).orElseThrow();
            Observation.Read kept = track.signals()
                    .find(TRACK, signal.key())
                    .orElseThrow()
                    .latest()
                    .lastRead()
                    .orElseThrow();
            assertThat(kept.reading()).isEqualTo(read.reading());
            assertThat(kept.link()).isEqualTo(read.link());
        }
        assertThat(second).isGreaterThan(10);
    }
}
