package io.signalbox.domain.actor;

import io.signalbox.domain.app.TeamKey;
import java.util.Optional;

/**
 * Who did something.
 *
 * @param name for people, 1-80 characters
 * @param team the team that a team member or release manager signs for
 */
public record Actor(String name, Role role, Optional<TeamKey> team) {
    public static final Actor ROBOT = new Actor("Robot", Role.ROBOT, Optional.empty());

    public Actor {
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("an actor's name has 1 to 80 characters");
        }
    }

    public boolean isPerson() {
        return role != Role.SERVICE && role != Role.ROBOT;
    }

    @Override
    public String toString() {
        return name;
    }
}
