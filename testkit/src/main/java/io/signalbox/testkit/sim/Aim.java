package io.signalbox.testkit.sim;

import java.time.Duration;

/** What a simulated day is to show. */
public enum Aim {
    /** Everything goes wrong until the end: nothing may happen that must not. */
    SAFETY(Duration.ofHours(9), Duration.ofHours(9)),
    /** Everything goes wrong, and then nothing any more: what must happen happens, and then there is quiet. */
    LIVENESS(Duration.ofHours(5), Duration.ofHours(11));

    private final Duration turbulent;
    private final Duration length;

    Aim(Duration turbulent, Duration length) {
        this.turbulent = turbulent;
        this.length = length;
    }

    public Duration turbulent() {
        return turbulent;
    }

    public Duration length() {
        return length;
    }
}
