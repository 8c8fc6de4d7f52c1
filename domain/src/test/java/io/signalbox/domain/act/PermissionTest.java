package io.signalbox.domain.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.Scene;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may give which command: the whole matrix. */
@Requirement("R94")
class PermissionTest {
    private static final Set<Role> STOP = EnumSet.of(Role.TEAM_MEMBER, Role.RELEASE_MANAGER, Role.ADMIN, Role.SERVICE);
    private static final Set<Role> OFF = EnumSet.of(Role.RELEASE_MANAGER, Role.ADMIN);
    private static final Set<Role> TEAM = EnumSet.of(Role.TEAM_MEMBER, Role.RELEASE_MANAGER);
    private static final Set<Role> SERVICE = EnumSet.of(Role.SERVICE);
    private static final Set<Role> MANAGER = EnumSet.of(Role.RELEASE_MANAGER);

    /** The commands that others than a release manager alone may give. */
    private static final Map<String, Set<Role>> OTHERS = Map.of(
            "pause", STOP,
            "turn-robot-off", OFF,
            "switch-off", OFF,
            "sign-off", TEAM,
            "ask", TEAM,
            "report-check", SERVICE);

    private static List<Class<? extends Command>> kinds() {
        return Stream.of(Command.OfTrack.class, Command.OfRelease.class, Command.OfTrain.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .<Class<? extends Command>>map(c -> c.asSubclass(Command.class))
                .distinct()
                .toList();
    }

    @Test
    void everyCommandIsForTheRolesOfTheMatrix() {
        Map<String, Set<Role>> found = new TreeMap<>();
        Map<String, Set<Role>> wanted = new TreeMap<>();
        for (Class<? extends Command> kind : kinds()) {
            Command command = Commands.any(kind);
            found.put(command.name(), EnumSet.copyOf(Permission.roles(command)));
            wanted.put(command.name(), OTHERS.getOrDefault(command.name(), MANAGER));
        }
        assertThat(found).isEqualTo(wanted).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VIEWER", "ROBOT"})
    void someMayGiveNoneAtAll(Role role) {
        Actor actor = new Actor("nobody", role, Optional.empty());
        for (Class<? extends Command> kind : kinds()) {
            assertThat(Permission.refusal(Commands.any(kind), actor)).containsInstanceOf(Refusal.NotYourRole.class);
        }
    }

    @Test
    void aTeamSignsOnlyForItself() {
        Actor other = new Actor("Mei", Role.TEAM_MEMBER, Optional.of(new TeamKey("search")));
        Command.OfTrack sign =
                new Command.SignOff(new TeamKey("playback"), Command.SignOff.Result.PASSED, "", Optional.empty());
        Scene scene = Scene.candidate().teams(Given.team("playback"), Given.team("search"));
        assertThat(scene.applied(sign, other)).isEqualTo(Applied.refused(new Refusal.NotYourTeam()));
    }

    @Test
    @Requirement("R68")
    void whatStopsNeedsNoReasonAndEverythingElseThatDecidesDoes() {
        Set<String> mute = kinds().stream()
                .map(Commands::any)
                .filter(c -> Permission.reason(c).isEmpty())
                .map(Command::name)
                .collect(Collectors.toSet());
        assertThat(mute)
                .containsExactlyInAnyOrder(
                        "pause",
                        "turn-robot-off",
                        "switch-off",
                        "sign-off",
                        "confirm",
                        "try-again",
                        "write-package",
                        "report-check",
                        "try-repository-again");
    }

    @Test
    void nothingIsOfferedThatWouldBeRefused() {
        Scene scene = Scene.rollingOut().teams(Given.team("playback"));
        var decision = scene.decide().decision();
        for (Role role : Role.values()) {
            Actor actor = new Actor("somebody", role, Optional.of(new TeamKey("playback")));
            for (Offer offer : Offer.forTrack(scene.picture(), decision)) {
                boolean offered = TrackActs.refusal(offer.command(), actor, scene.picture(), decision)
                        .isEmpty();
                boolean accepted = scene.applied(offer.command(), actor) instanceof Applied.Accepted;
                boolean expired = offer.command() instanceof Command.OptOut;
                assertThat(offered && !expired).as("%s to a %s", offer, role).isEqualTo(accepted);
            }
        }
    }
}
