package io.signalbox.domain.track;

import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.StoreReading.Rejection;
import java.time.Instant;

/** Where a track is at one destination. Changes only by a confirmed action, an observed event of the store, or a person's word. */
public sealed interface DestinationState {
    Instant since();

    /** Nothing is there, or it was withdrawn. */
    record Unsent(Instant since) implements DestinationState {}

    /**
     * Under review.
     *
     * @param candidate what was sent
     * @param packageRevision the revision of the submission package that was sent
     */
    record InReview(CommitId candidate, int packageRevision, Instant since) implements DestinationState {}

    /** The store said no to what was sent. */
    record Refused(Rejection kind, String text, CommitId candidate, int packageRevision, Instant since)
            implements DestinationState {}

    /** Approved, offered to nobody yet. */
    record Approved(CommitId candidate, Instant since) implements DestinationState {}

    /**
     * Offered to a share.
     *
     * @param step the rung of the ladder, 0 for the first
     * @param exposure what is offered, which a self-advancing store may have raised above the rung
     * @param motion whether it is offered to new people now
     * @param since when the rung was reached, or when it was resumed: soak counts from here
     */
    record Exposed(CommitId candidate, int step, Exposure exposure, Motion motion, Instant since)
            implements DestinationState {}

    /** Offered to everyone. */
    record Everyone(CommitId candidate, Motion motion, Instant since) implements DestinationState {}

    /** Taken down for good: cancelled, or replaced by a newer version. */
    record Gone(String why, Instant since) implements DestinationState {}

    /** Whether a version that is out is offered to new people. */
    enum Motion {
        RUNNING,
        /** Kept by the Robot from advancing by itself; its next forward move sets it going again. */
        FROZEN,
        /** Stopped by a hold or in the store's console; a person's word must come before it is resumed. */
        HALTED
    }

    /** Whether it was sent, or is as good as sent, and was not taken down since. */
    default boolean isSent() {
        return !(this instanceof Unsent || this instanceof Gone);
    }

    /** Whether anybody is offered the version. */
    default boolean isOut() {
        return this instanceof Exposed || this instanceof Everyone;
    }
}
