package io.signalbox.world.users;

import java.time.Instant;

/**
 * What one build did in one country in one hour.
 *
 * @param country its code; empty for all countries together
 * @param hour the beginning of the hour
 * @param users how many had the build, on average
 * @param crashed how many of the sessions crashed
 */
public record Cell(
        String project,
        Ring ring,
        Build build,
        String country,
        Instant hour,
        double users,
        long sessions,
        long crashed) {

    Cell in(String where) {
        return new Cell(project, ring, build, where, hour, users, sessions, crashed);
    }

    Cell plus(Cell other) {
        return new Cell(
                project,
                ring,
                build,
                country,
                hour,
                users + other.users,
                sessions + other.sessions,
                crashed + other.crashed);
    }
}
