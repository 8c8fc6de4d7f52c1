package io.signalbox.connectors.git;

import java.time.Duration;

/** An end by the machine's own clock. */
record Deadline(long nanos) {
    static Deadline in(Duration within) {
        return new Deadline(System.nanoTime() + within.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
