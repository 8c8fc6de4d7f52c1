package io.signalbox.domain.policy;

import java.time.Duration;

/**
 * The Robot's own limits.
 *
 * @param callDeadline how long one call to a store may take
 * @param storeSettle how long a store may take to show what it accepted
 * @param blindGrace how long a guard of something that moves by itself may be unknown before it is stopped
 * @param freezeLead how long before a store raises the share by itself the Robot stops it, if it would not raise it
 * @param retries how often a refused call is tried again by itself
 * @param retryAfter before the first new try; doubled each time, at most an hour
 * @param stopRetryAfter before each new try of a stop, which is tried without limit
 * @param watchFor how long a version stays watched after everyone has it
 */
public record Patience(
        Duration callDeadline,
        Duration storeSettle,
        Duration blindGrace,
        Duration freezeLead,
        int retries,
        Duration retryAfter,
        Duration stopRetryAfter,
        Duration watchFor) {
    public static final Patience STANDARD = new Patience(
            Duration.ofSeconds(60),
            Duration.ofMinutes(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            5,
            Duration.ofMinutes(1),
            Duration.ofSeconds(15),
            Duration.ofDays(7));

    /** How long to wait after this many tries in a row. */
    public Duration pause(int tries) {
        Duration wait = retryAfter.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
        return wait.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : wait;
    }
}
