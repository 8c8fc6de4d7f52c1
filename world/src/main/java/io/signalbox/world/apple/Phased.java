package io.signalbox.world.apple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The phased release of a version: seven steps of a day each, for users with automatic updates.
 *
 * @param day 0 before it starts, then 1 to 7, 8 at the end
 * @param run how long it had been active when it came into its state
 * @param paused how long it had been paused when it came into its state
 * @param since when it came into its state
 */
record Phased(
        String id,
        String version,
        State state,
        Optional<Instant> start,
        int day,
        Duration run,
        Duration paused,
        Instant since) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);
    private static final double[] SHARES = {0, 0.01, 0.02, 0.05, 0.10, 0.20, 0.50, 1.0};

    /** Apple's {@code phasedReleaseState}. */
    enum State {
        INACTIVE,
        ACTIVE,
        PAUSED,
        COMPLETE
    }

    static Phased inactive(String id, String version, Instant now) {
        return new Phased(id, version, State.INACTIVE, Optional.empty(), 0, Duration.ZERO, Duration.ZERO, now);
    }

    /** The share of users with automatic updates that get the version. */
    double share() {
        return state == State.COMPLETE ? 1 : SHARES[Math.min(day, 7)];
    }

    Phased started(Instant now) {
        return new Phased(id, version, State.ACTIVE, Optional.of(now), 1, Duration.ZERO, Duration.ZERO, now);
    }

    /** Pauses, resumes or completes; time spent in the old state is added up. */
    Phased in(State newState, Instant now) {
        Duration spent = Duration.between(since, now);
        return new Phased(
                id,
                version,
                newState,
                start,
                day,
                state == State.ACTIVE ? run.plus(spent) : run,
                state == State.PAUSED ? paused.plus(spent) : paused,
                now);
    }

    Duration pausedUntil(Instant now) {
        return state == State.PAUSED ? paused.plus(Duration.between(since, now)) : paused;
    }

    /** When time alone changes it next. */
    Optional<Instant> due() {
        return switch (state) {
            case INACTIVE, COMPLETE -> Optional.empty();
            case ACTIVE -> Optional.of(since.plus(DAY.multipliedBy(day)).minus(run));
            case PAUSED -> Optional.of(since.plus(LONGEST_PAUSE).minus(paused));
        };
    }

    /**
     * What time does to it at {@link #due}: the next step, or the end. What becomes of a release that has been paused for thirty
     * days is not documented; here it goes to everybody, the least pleasant of the answers.
     */
    Phased next(Instant now) {
        if (state == State.PAUSED || day == 7) {
            Phased done = in(State.COMPLETE, now);
            return new Phased(id, version, State.COMPLETE, start, 8, done.run, done.paused, now);
        }
        return new Phased(id, version, state, start, day + 1, run, paused, since);
    }
}
