package io.signalbox.domain.signal;

import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What a destination does with one version.
 *
 * @param build the build it holds for this version, if any
 * @param foreignChanges whether changes by others are waiting there that our next call would send along
 */
public record StoreReading(State state, Optional<BuildNumber> build, boolean foreignChanges) implements Reading {

    /** The state of a version at a destination. */
    public sealed interface State {}

    /** Nothing of this version was sent, or what was sent is withdrawn. */
    public record NotSent() implements State {}

    public record InReview() implements State {}

    /** Approved and not yet offered to anybody. */
    public record Approved() implements State {}

    /** @param text the store's own words */
    public record Rejected(Rejection kind, String text) implements State {}

    /**
     * Offered.
     *
     * @param stopped whether the store offers it to nobody new at the moment (halted or paused)
     * @param nextSelfAdvance when the store will raise the share by itself, if it does
     */
    public record Live(Exposure exposure, boolean stopped, Optional<Instant> nextSelfAdvance) implements State {}

    /** A newer version took its place. */
    public record Replaced() implements State {}

    /** What a store objects to. */
    public enum Rejection {
        /** The words, pictures or answers: the same build can be sent again. */
        METADATA,
        /** The build itself: a new candidate is needed. */
        BINARY
    }
}
