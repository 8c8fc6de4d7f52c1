package io.signalbox.domain.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Decided;
import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Possible;
import io.signalbox.domain.act.TrackActs;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.picture.Sibling;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.SupersedeChoice.Choice;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A version that would replace one that is still on its way needs a person's choice. */
@Requirement("R121")
class SupersedeTest {
    private static final Version OTHER = new Version("8.9.1");

    private static Scene besideOne() {
        return Scene.approved()
                .guardedBy(new Criterion.StoreApproved(), new Criterion.NoOtherVersion())
                .beside(new Sibling.Known(OTHER, Stage.ROLLING_OUT, true, true));
    }

    private static Scene chosen(Choice choice) {
        return besideOne().give(new Command.ChooseOther(OTHER, choice, "as agreed"));
    }

    @Test
    void withoutAChoiceItWaitsForOne() {
        Decided decided = besideOne().decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("no-other-version")).isEqualTo(Verdict.RED);
    }

    @Test
    void theChoiceIsOffered() {
        Scene scene = besideOne();
        List<Possible> acts =
                TrackActs.of(Scene.MANAGER, scene.picture(), scene.decide().decision());
        assertThat(acts).contains(new Possible("choose-other", "8.9.1", Optional.empty(), List.of()));
    }

    @Test
    void finishingOrAbandoningTheOtherWaitsUntilThatIsDone() {
        for (Choice choice : new Choice[] {Choice.FINISH, Choice.ABANDON}) {
            Scene scene = chosen(choice);
            assertThat(scene.decide().verdict("no-other-version")).isEqualTo(Verdict.PENDING);
            assertThat(scene.beside(new Sibling.Known(OTHER, Stage.RELEASED, false, false))
                            .decide()
                            .go())
                    .isPresent();
        }
    }

    @Test
    void supersedingGoesOn() {
        assertThat(chosen(Choice.SUPERSEDE).decide().go()).isPresent();
    }

    @Test
    void aVersionThatCannotBeUnderstoodIsInTheWayUntilAPersonSaysOtherwise() {
        Scene scene = besideOne().beside(new Sibling.Unreadable(OTHER));
        Decided decided = scene.decide();
        assertThat(decided.go()).isEmpty();
        assertThat(decided.verdict("no-other-version")).isEqualTo(Verdict.ERROR);
        assertThat(TrackActs.of(Scene.MANAGER, scene.picture(), decided.decision()))
                .contains(new Possible("choose-other", "8.9.1", Optional.empty(), List.of()));
        scene.give(new Command.ChooseOther(OTHER, Choice.FINISH, "as agreed"));
        assertThat(scene.decide().verdict("no-other-version")).isEqualTo(Verdict.ERROR);
        scene.give(new Command.ChooseOther(OTHER, Choice.SUPERSEDE, "it was never sent"));
        assertThat(scene.decide().go()).isPresent();
    }

    @Test
    void aVersionThatCannotBeUnderstoodIsInNoStopsWay() {
        Scene scene = Scene.rollingOut()
                .guardedBy(new Criterion.NoOtherVersion())
                .beside(new Sibling.Unreadable(OTHER))
                .give(new Command.Pause(""));
        assertThat(scene.decide().stop()).isPresent();
    }

    @Test
    void aVersionIsInTheWayWhileItIsPartlyOutOrMayGoOutByItself() {
        var play = Given.app(Given.play(GoLive.ON_APPROVAL)).platforms().getFirst();
        assertThat(Sibling.of(Scene.rollingOut().track(), List.of(), play).inTheWay())
                .isTrue();
        assertThat(Sibling.of(Scene.inReview().track(), List.of(), play).inTheWay())
                .isTrue();
        assertThat(Sibling.of(Scene.candidate().track(), List.of(), play).inTheWay())
                .isFalse();
        Scene cancelled = Scene.rollingOut().give(new Command.Cancel("enough is enough"));
        assertThat(Sibling.of(cancelled.track(), List.of(), play).inTheWay()).isFalse();
    }
}
