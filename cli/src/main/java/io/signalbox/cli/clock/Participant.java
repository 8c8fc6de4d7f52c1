package io.signalbox.cli.clock;

import java.time.Instant;
import java.util.Optional;

/** A server that goes by the stepped clock. */
public interface Participant {
    /**
     * Sets its time and lets it do all that is due.
     *
     * @return when it has something to do next
     */
    Optional<Instant> tick(Instant now);
}
