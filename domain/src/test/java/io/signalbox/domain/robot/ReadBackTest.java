package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Trouble.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An action is ended by what can be read back, and by nothing else. */
@Requirement("R72")
class ReadBackTest {
    private static final SignalKey AT_STORE = new SignalKey(SignalKind.STORE, STORE.value());

    /** The submission was sent at {@code NOW}, with a minute to answer. */
    private static Scene submitting() {
        Scene scene = Scene.candidate();
        scene.decide();
        return scene.sentInto(a -> a);
    }

    private static Scene replyLost() {
        return submitting().sentInto(a -> a).later(Duration.ofSeconds(60));
    }

    private static Observation.Read read(StoreReading.State state, Instant asOf, Instant fetchedAt) {
        StoreReading reading = new StoreReading(state, Optional.of(BUILD), false);
        return Observation.Read.first(reading, asOf, fetchedAt, Optional.empty());
    }

    @Test
    void aCallWithoutAReplyIsInDoubtFromItsDeadlineOnAndNothingGoesForward() {
        Scene scene = submitting();
        assertThat(scene.inSilence(Duration.ofSeconds(59)).decide().unresolved())
                .singleElement()
                .satisfies(a -> assertThat(a.state()).isInstanceOf(ActionState.Sending.class));
        Decided decided = scene.inSilence(Duration.ofSeconds(1)).decide();
        assertThat(decided.unresolved())
                .singleElement()
                .satisfies(a -> assertThat(a.state()).isInstanceOf(ActionState.Unknown.class));
        assertThat(decided.inTheWay()).hasOnlyElementsOfType(Reason.InDoubt.class);
    }

    @Test
    void aReadingThatShowsTheEffectConfirmsItWhateverTheReplyWas() {
        Decided decided = replyLost().shows(new StoreReading.InReview()).decide();
        assertThat(decided.unresolved()).isEmpty();
        assertThat(decided.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void aReadingFromBeforeTheCallShowsNothing() {
        Scene scene = submitting().observed(AT_STORE, read(new StoreReading.InReview(), NOW, NOW.minusSeconds(1)));
        assertThat(scene.inSilence(Duration.ofSeconds(60)).decide().unresolved())
                .hasSize(1);
    }

    @Test
    void notShownMeansNotHappenedOnlyAfterDeadlineAndSettleTime() {
        Scene scene = submitting().later(Duration.ofSeconds(179));
        assertThat(scene.decide().unresolved()).hasSize(1);
        Decided decided = scene.later(Duration.ofSeconds(11)).decide();
        assertThat(decided.unresolved()).isEmpty();
        assertThat(decided.state()).isInstanceOf(DestinationState.Unsent.class);
        assertThat(decided.inTheWay()).hasOnlyElementsOfType(Reason.CallRefused.class);
    }

    @Test
    void whatWasAcceptedAndIsNotToBeSeenIsNotDoneAgainWithoutAPerson() {
        Scene scene = Scene.candidate();
        scene.decide();
        scene.sentInto(a -> a.accepted(NOW, NOW.plusSeconds(60))).later(Duration.ofSeconds(190));
        assertThat(scene.decide().unresolved()).isEmpty();
        assertThat(scene.later(Duration.ofHours(2)).decide().go())
                .as("somebody may have taken it back in the console")
                .isEmpty();
        assertThat(scene.give(new Command.TryAgain(STORE)).decide().go()).isPresent();
    }

    @Test
    void aFrozenSourceSettlesNothing() {
        Scene scene = submitting().inSilence(Duration.ofMinutes(10));
        scene.observed(AT_STORE, read(new StoreReading.NotSent(), NOW.minusSeconds(5), scene.now()));
        assertThat(scene.decide().unresolved())
                .as("the answer is new, what it says is old")
                .hasSize(1);
    }

    @Test
    void aRefusedCallIsTriedAgainAfterGrowingPausesThenLeftToAPerson() {
        Scene scene = Scene.candidate();
        for (int tries = 1; tries <= 5; tries++) {
            assertThat(scene.decide().go()).isPresent();
            scene.sentInto(a -> a.in(new ActionState.Rejected(Remedy.RETRY, "503", scene.now())));
            assertThat(scene.decide().go()).isEmpty();
            Duration pause = Duration.ofMinutes(1L << (tries - 1));
            assertThat(scene.later(pause.minusSeconds(1)).decide().go()).isEmpty();
            scene.later(Duration.ofSeconds(1));
        }
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Rejected(Remedy.RETRY, "503", scene.now())));
        scene.decide();
        assertThat(scene.later(Duration.ofDays(1)).decide().go()).isEmpty();
        assertThat(scene.give(new Command.TryAgain(STORE)).decide().go()).isPresent();
    }

    @Test
    void whatAPersonMustPutRightWaitsForThem() {
        Scene scene = Scene.candidate();
        scene.decide();
        scene.sentInto(a -> a.in(new ActionState.Rejected(Remedy.NEEDS_PERSON, "export answers missing", NOW)));
        scene.decide();
        assertThat(scene.later(Duration.ofDays(1)).decide().go()).isEmpty();
        assertThat(scene.give(new Command.TryAgain(STORE)).decide().go()).isPresent();
    }
}
