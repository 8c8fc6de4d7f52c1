package io.signalbox.testkit.time;

import io.signalbox.engine.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Business time and ticker in one, moved by hand. Not thread-safe. */
public final class VirtualTime implements InstantSource, Ticker {
    private final Instant start;
    private Instant now;

    public VirtualTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long nanos() {
        return Duration.between(start, now).toNanos();
    }

    /** Moves on; never back. */
    public void to(Instant then) {
        now = then.isAfter(now) ? then : now;
    }

    public void by(Duration length) {
        now = now.plus(length);
    }
}
