package io.signalbox.domain.track;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.signal.StoreReading;
import java.time.Instant;

/** A reason why a track must not move forward. Whatever laid it, only a person lifts it. */
public sealed interface Hold {
    Instant since();

    /** A person paused: no destination offers the version to anybody new. */
    record Paused(String by, String reason, Instant since) implements Hold {}

    /** The Robot stopped what a store had set going although its guard was not met. */
    record Guarded(DestinationKey destination, Instant since) implements Hold {}

    /** A person switched the Robot off for this track; what runs goes on as it is. */
    record RobotOff(String by, String reason, Instant since) implements Hold {}

    /**
     * A destination is in a state that nobody here brought about.
     *
     * @param mine what Signalbox last knew it to be
     * @param found what the store says
     */
    record Drift(DestinationKey destination, DestinationState mine, StoreReading.State found, Instant since)
            implements Hold {}

    /** Whether exposure must not only not grow but stop. */
    default boolean stops() {
        return this instanceof Paused || this instanceof Guarded;
    }

    /** Holds of the same slot replace nothing: one of each is enough, and one drift for each destination. */
    default String slot() {
        return switch (this) {
            case Paused _ -> "paused";
            case Guarded guarded -> "guarded:" + guarded.destination;
            case RobotOff _ -> "robot-off";
            case Drift drift -> "drift:" + drift.destination;
        };
    }
}
