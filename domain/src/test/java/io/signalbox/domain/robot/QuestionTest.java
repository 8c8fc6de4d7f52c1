package io.signalbox.domain.robot;

import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.commit;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.policy.AskRule;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.HealthReading.CountryCrashes;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Question.Choice;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hard calls stay human. */
@Requirement("R69")
class QuestionTest {
    private static final SignalKey PRODUCTION = new SignalKey(SignalKind.HEALTH, "production");

    private static Scene asking(CountryCrashes... countries) {
        Scene scene = Scene.rollingOut();
        TrackPolicy process = scene.picture().process();
        return scene.process(new TrackPolicy(
                        process.ladder(),
                        process.moves(),
                        List.of(),
                        List.of(),
                        List.of(new AskRule.RegionalCrash(Scene.PRODUCTION, 30, 40))))
                .says(PRODUCTION, Scene.health(100_000, 100, countries));
    }

    private static Scene regional() {
        return asking(new CountryCrashes("ID", 90), new CountryCrashes("SE", 10));
    }

    private static Command.OfTrack answer(Decided asked, Choice choice) {
        String id = asked.track().said().questions().getFirst().id();
        return new Command.Answer(id, choice, "looked into it");
    }

    @Test
    void crashesThatGatherInOneCountryAreAQuestionAndTheRobotHolds() {
        Decided decided = regional().decide();
        assertThat(decided.track().said().questions())
                .singleElement()
                .satisfies(q -> assertThat(q.topic()).isInstanceOf(Question.RegionalCrash.class));
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("no-open-question")).isEqualTo(Verdict.RED);
    }

    @Test
    void fewCrashesAreChance() {
        assertThat(asking(new CountryCrashes("ID", 29)).decide().track().said().questions())
                .isEmpty();
    }

    @Test
    void everyCountryIsAskedAboutInOneLook() {
        Scene scene = asking(new CountryCrashes("BR", 50), new CountryCrashes("ID", 50));
        assertThat(scene.decide().track().said().questions()).hasSize(2);
        assertThat(scene.decide().decision().happenings()).isEmpty();
    }

    @Test
    void itIsAskedOnceForACandidate() {
        Scene scene = regional();
        scene.decide();
        assertThat(scene.later(Duration.ofDays(2)).decide().track().said().questions())
                .hasSize(1);
    }

    @Test
    void theRobotDoesNotAnswerIt() {
        Scene scene = regional();
        Decided asked = scene.decide();
        assertThat(scene.later(Duration.ofDays(30)).decide().go()).isEmpty();
        assertThat(scene.applied(answer(asked, Choice.ACCEPT), Actor.ROBOT)).isInstanceOf(Applied.Refused.class);
    }

    @Test
    void acceptingItLetsTheReleaseGoOn() {
        Scene scene = regional();
        Decided asked = scene.decide();
        assertThat(scene.give(answer(asked, Choice.ACCEPT)).decide().go()).isPresent();
    }

    @Test
    void blockingHoldsThisCandidateAndNoOther() {
        Scene scene = regional();
        Decided asked = scene.decide();
        Question blocked = scene.give(answer(asked, Choice.BLOCK))
                .track()
                .said()
                .questions()
                .getFirst();
        assertThat(scene.decide().go()).isEmpty();
        assertThat(blocked.blocks(COMMIT)).isTrue();
        assertThat(blocked.blocks(commit('c'))).isFalse();
    }

    @Test
    void itHoldsEvenWhereThePolicyForgotIt() {
        Scene scene = Scene.rollingOut().give(new Command.Ask("is the new player marketed?"));
        assertThat(scene.decide().go()).isEmpty();
    }

    @Test
    void itIsAnsweredAndNotAcceptedAway() {
        Scene scene = regional();
        scene.decide();
        Command.OfTrack accept = new Command.AcceptCriterion(new CriterionKey("no-open-question"), "we are in a hurry");
        assertThat(scene.applied(accept, Scene.MANAGER))
                .isEqualTo(Applied.refused(new Refusal.NotNow(Refusal.Why.CANNOT_BE_ACCEPTED)));
    }
}
