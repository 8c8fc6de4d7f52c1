package io.signalbox.cli.up;

import io.signalbox.cli.home.Trouble;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom. */
final class ActorOptions {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "viewer, team-member, release-manager, admin or service.")
    private @Nullable String role;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Whose it is; shown with everything that is done with it.")
    private @Nullable String name;

    @Option(names = "--team", paramLabel = "TEAM", description = "For a team member: the key of their team.")
    private @Nullable String team;

    /** @param otherwise the role if none is named */
    Actor actor(Role otherwise) {
        Role wanted = role == null ? otherwise : role(role);
        if (wanted == Role.TEAM_MEMBER && team == null) {
            throw new Trouble("a team member signs for one team: name it with --team.");
        }
        String who = Optional.ofNullable(name).orElse(System.getProperty("user.name", "somebody"));
        try {
            return new Actor(who, wanted, Optional.ofNullable(team).map(TeamKey::new));
        } catch (IllegalArgumentException e) {
            throw new Trouble(e.getMessage() + ".", e);
        }
    }

    private static Role role(String written) {
        List<Role> known = Stream.of(Role.values()).filter(r -> r != Role.ROBOT).toList();
        return known.stream()
                .filter(r -> written(r).equals(written))
                .findFirst()
                .orElseThrow(() -> new Trouble("there is no role \"%s\": use one of %s."
                        .formatted(
                                written,
                                String.join(
                                        ", ",
                                        known.stream()
                                                .map(ActorOptions::written)
                                                .toList()))));
    }

    static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
