package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.REPOSITORY;
import static io.signalbox.domain.Given.START;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.app.PathPrefix;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.LargeChange;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.release.LateChange;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Large and infrastructure changes are welcome on the first day of a cycle; each later one is a warning, once. */
@Requirement("R12")
class LateChangeTest {
    private static final Instant WEDNESDAY = START.plus(Duration.ofDays(5));

    private static Commit change(Instant at, int lines, String path) {
        return new Commit(commit('c'), "Mei", at, "A change", List.of(), List.of(path), true, lines, Optional.empty());
    }

    private static Decision<Release> decide(Release release, Commit onMain) {
        Line main = new Line("main", onMain.id(), commit('0'), List.of(onMain), true);
        RepositoryReading reading =
                new RepositoryReading(main, Optional.of(Given.VERSION), Optional.empty(), false, Optional.empty());
        Signals signals = new Signals(List.of(Given.read(Given.RELEASE, Scene.repositoryKey(), reading, WEDNESDAY)));
        return ReleaseRobot.decide(
                new ReleasePicture(
                        Given.app(Given.feed()),
                        Given.policy(Given.process(Mode.AUTOMATIC, new Criterion.StoreSeen())),
                        release,
                        Given.armed(),
                        signals,
                        List.of(),
                        Optional.empty(),
                        List.of()),
                WEDNESDAY);
    }

    private static Release uncut() {
        Release given = Given.release();
        return Release.opened(given.id(), given.plan(), given.policy(), given.previous(), List.of(REPOSITORY));
    }

    private static List<LateChange> late(Commit onMain) {
        return decide(uncut(), onMain).next().lateChanges();
    }

    @Test
    void aLargeOneOfTheFirstDayIsWelcome() {
        assertThat(late(change(START.plus(Duration.ofHours(14)), 5000, "a"))).isEmpty();
    }

    @Test
    void aLargeOneOfWednesdayIsAWarning() {
        assertThat(late(change(WEDNESDAY, 500, "a"))).singleElement().satisfies(l -> {
            assertThat(l.author()).isEqualTo("Mei");
            assertThat(l.lines()).isEqualTo(500);
        });
        assertThat(late(change(WEDNESDAY, 499, "a"))).isEmpty();
    }

    @Test
    void theWarningIsSaidOnce() {
        Commit large = change(WEDNESDAY, 500, "a");
        Release warned = decide(uncut(), large).next();
        assertThat(decide(warned, large).happenings()).noneMatch(h -> h instanceof Happening.LargeChangeLate);
    }

    @Test
    void infrastructureIsLargeWhateverItsSize() {
        LargeChange rule = new LargeChange(500, List.of(new PathPrefix("build/")));
        assertThat(rule.is(change(WEDNESDAY, 1, "build/gradle"))).isTrue();
        assertThat(rule.is(change(WEDNESDAY, 1, "player/build/x"))).isFalse();
    }
}
