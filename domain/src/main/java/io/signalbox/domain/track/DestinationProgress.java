package io.signalbox.domain.track;

import io.signalbox.domain.app.DestinationKey;
import java.util.Optional;

/**
 * One destination of a track.
 *
 * @param trouble the last call that the store refused, until one succeeds
 */
public record DestinationProgress(DestinationKey key, DestinationState state, Optional<Trouble> trouble) {
    public DestinationProgress in(DestinationState next) {
        return new DestinationProgress(key, next, trouble);
    }

    public DestinationProgress with(Optional<Trouble> now) {
        return new DestinationProgress(key, state, now);
    }
}
