package io.signalbox.bench.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved. Thread-safe. */
public final class SetClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Fleet.begin());

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves on, and says what time it is then. */
    public Instant after(Duration wait) {
        return now.updateAndGet(at -> at.plus(wait));
    }
}
