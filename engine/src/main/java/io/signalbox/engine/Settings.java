package io.signalbox.engine;

import java.time.Duration;

/**
 * The engine's own figures.
 *
 * @param replica names this process among those that share a storage
 * @param lease for how long a claimed subject or watch is this replica's
 * @param fast how often a source is asked whose word is the last that a move waits for
 * @param normal how often one that decides something now
 * @param shown how often one that decides nothing and is only shown
 * @param slow how often one that nothing waits for
 * @param parkFor how long a record that cannot be understood is left alone
 * @param mustStart how long after it was decided a call may begin at the latest, on the ticker
 */
public record Settings(
        String replica,
        Duration lease,
        Duration fast,
        Duration normal,
        Duration shown,
        Duration slow,
        Duration parkFor,
        Duration mustStart) {
    /** How often a source is asked at least, whoever needs it. */
    public static final Duration SLOW = Duration.ofMinutes(30);

    public static Settings standard(String replica) {
        return new Settings(
                replica,
                Duration.ofSeconds(6),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                SLOW,
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }
}
