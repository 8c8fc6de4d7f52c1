package io.signalbox.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.picture.Sibling;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.version.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackActsTest {
    private static final Actor ANA = new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty());
    private static final Version OTHER = new Version("8.9.0");

    @Test
    void whatBecomesOfAnotherVersionOnItsWayOutIsOfferedAsAChoice() {
        TrackPicture picture = behind(new Sibling.Known(OTHER, Stage.ROLLING_OUT, false, true), Said.NOTHING);
        assertThat(offered(picture, ANA)).contains(new Possible("choose-other", "8.9.0", Optional.empty(), List.of()));
        Actor vera = new Actor("Vera", Role.VIEWER, Optional.empty());
        assertThat(offered(picture, vera)).noneMatch(Possible::allowed);
    }

    @Test
    void theChoiceIsOfferedAsLongAsItHolds() {
        Said finish = Said.NOTHING.with(
                new SupersedeChoice(OTHER, SupersedeChoice.Choice.FINISH, "Ana", "nearly done", Given.NOW));
        assertThat(offered(behind(new Sibling.Known(OTHER, Stage.ROLLING_OUT, false, true), finish), ANA))
                .as("a person may change their mind while it waits")
                .anyMatch(p -> p.name().equals("choose-other"));
        assertThat(offered(behind(new Sibling.Known(OTHER, Stage.RELEASED, false, false), Said.NOTHING), ANA))
                .as("nothing is in the way")
                .noneMatch(p -> p.name().equals("choose-other"));
    }

    private static List<Possible> offered(TrackPicture picture, Actor actor) {
        return TrackActs.of(actor, picture, TrackRobot.decide(picture, Given.NOW));
    }

    private static TrackPicture behind(Sibling sibling, Said said) {
        App app = Given.app(Given.play(GoLive.BY_CALL));
        return new TrackPicture(
                app,
                Given.policy(Given.process(Mode.AUTOMATIC, new Criterion.NoOtherVersion())),
                Given.track(Stage.SUBMITTED, new DestinationState.Approved(Given.COMMIT, Given.NOW), said),
                Given.release(),
                Given.armed(),
                new Signals(List.of()),
                List.of(),
                List.of(sibling));
    }
}
