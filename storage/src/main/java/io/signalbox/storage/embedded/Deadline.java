package io.signalbox.storage.embedded;

import java.time.Duration;

/** Waits in small pauses for something that other processes do, but not for ever. */
final class Deadline {
    static final Duration PAUSE = Duration.ofMillis(10);

    private final long begun = System.nanoTime();
    private final long nanos;

    Deadline(Duration length) {
        this.nanos = length.toNanos();
    }

    /** Pauses; false when the time is over. */
    boolean pause() throws InterruptedException {
        Thread.sleep(PAUSE);
        return !isOver();
    }

    boolean isOver() {
        return System.nanoTime() - begun >= nanos;
    }
}
