package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.Release.Word;
import io.signalbox.domain.train.Arming;
import io.signalbox.domain.train.Switches;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far the Robot goes with a move. */
@Requirement("R70")
class ModesTest {
    private static final Actor SECOND = new Actor("Jon", Role.RELEASE_MANAGER, Optional.empty());

    private static Scene confirmedBy(int people) {
        return Scene.candidate()
                .guard(Move.SUBMIT, new Criterion.NoOpenBlockers(Duration.ZERO))
                .mode(Move.SUBMIT, Mode.CONFIRM, people);
    }

    private static Command.OfTrack yes(Decided proposed) {
        return new Command.Confirm(proposed.outlook(Move.SUBMIT).proposal().orElseThrow());
    }

    @Test
    @Requirement("R116")
    void anAppOfWhichNothingIsArmedIsOnlyObserved() {
        for (Scene scene : new Scene[] {Scene.candidate(), Scene.approved(), Scene.rollingOut()}) {
            Decided decided = scene.switches(_ -> Switches.FRESH).decide();
            assertThat(decided.unresolved()).isEmpty();
            assertThat(decided.decision().happenings()).singleElement().isInstanceOf(Happening.WouldAct.class);
        }
    }

    @Test
    @Requirement("R116")
    void whatWouldBeDoneIsSaidOnce() {
        Scene scene = Scene.candidate().switches(_ -> Switches.FRESH);
        scene.decide();
        assertThat(scene.later(Duration.ofHours(1)).decide().decision().happenings())
                .isEmpty();
    }

    @Test
    @Requirement("R116")
    void armingIsPerMoveAndNeverGoesBeyondThePolicy() {
        Arming submit = new Arming(Move.SUBMIT, Mode.AUTOMATIC, "Ana", "trusted", NOW);
        Scene armed = Scene.candidate().switches(_ -> Switches.FRESH.with(submit));
        assertThat(armed.decide().go()).isPresent();
        assertThat(Scene.approved()
                        .switches(_ -> Switches.FRESH.with(submit))
                        .decide()
                        .go())
                .isEmpty();
        assertThat(confirmedBy(1)
                        .switches(_ -> Switches.FRESH.with(submit))
                        .decide()
                        .go())
                .isEmpty();
    }

    @Test
    void aMoveToBeConfirmedWaitsForAsManyDifferentPeopleAsThePolicySays() {
        Scene scene = confirmedBy(2);
        Decided proposed = scene.decide();
        assertThat(proposed.go()).isEmpty();
        scene.give(yes(proposed));
        assertThat(scene.give(yes(proposed)).decide().inTheWay())
                .as("twice the same person")
                .hasOnlyElementsOfType(Reason.AwaitsYes.class);
        assertThat(scene.give(yes(proposed), SECOND).decide().go()).containsInstanceOf(Effect.Submit.class);
        assertThat(scene.decide().go()).as("the yes stands until it is sent").isPresent();
    }

    @Test
    void aYesDiesWithTheProposalItWasGivenTo() {
        Scene scene = confirmedBy(2);
        Decided proposed = scene.decide();
        scene.give(yes(proposed));
        scene.bugs(Scene.bug("AND-1", true)).decide();
        assertThat(scene.track().said().confirmations()).isEmpty();
        assertThat(scene.applied(yes(proposed), SECOND)).isInstanceOf(Applied.Refused.class);
    }

    @Test
    void aGuardIsNotConfirmedAway() {
        Scene scene = confirmedBy(1).bugs(Scene.bug("AND-1", true));
        assertThat(scene.decide().outlook(Move.SUBMIT).proposal()).isEmpty();
    }

    @Test
    void takingAutomationBackTakesBackWhatWasPlannedAndNotSent() {
        Scene scene = Scene.candidate();
        assertThat(scene.decide().go()).isPresent();
        for (Mode mode : new Mode[] {Mode.OBSERVE, Mode.MANUAL, Mode.CONFIRM}) {
            Scene careful = Scene.candidate();
            careful.decide();
            careful.switches(s -> s.with(new Arming(Move.SUBMIT, mode, "Ana", "not today", NOW)));
            assertThat(careful.decide().unresolved()).as(mode.name()).isEmpty();
        }
    }

    @Test
    void theRobotIsSwitchedOffForOneTrackOrForAll() {
        Scene one = Scene.candidate();
        one.decide();
        assertThat(one.give(new Command.TurnRobotOff("")).decide().unresolved()).isEmpty();
        assertThat(one.give(new Command.TurnRobotOn("go on")).decide().go()).isPresent();
        Scene all = Scene.candidate();
        all.decide();
        all.switches(s -> s.withRobotOff(Optional.of(new Word("Ana", "", NOW))));
        assertThat(all.decide().unresolved()).isEmpty();
    }
}
