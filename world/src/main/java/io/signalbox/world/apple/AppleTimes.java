package io.signalbox.world.apple;

import java.time.Duration;

/**
 * How long Apple takes for what it does by itself.
 *
 * @param processing of an uploaded build
 * @param inReview of the review, from its beginning to the verdict; before that a submission waits
 * @param cancelling until a cancellation can be seen
 * @param distributing from the release of a version until it is live
 */
public record AppleTimes(Duration processing, Duration inReview, Duration cancelling, Duration distributing) {
    /** Usual times. */
    public static AppleTimes usual() {
        return new AppleTimes(
                Duration.ofMinutes(14), Duration.ofHours(1), Duration.ofSeconds(12), Duration.ofMinutes(1));
    }
}
