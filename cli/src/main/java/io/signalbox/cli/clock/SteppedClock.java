package io.signalbox.cli.clock;

import java.time.Instant;
import java.time.InstantSource;

/** Business time that somebody else moves. Thread-safe; never goes back. */
public final class SteppedClock implements InstantSource {
    private volatile Instant now;

    public SteppedClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void to(Instant then) {
        now = then.isAfter(now) ? then : now;
    }
}
