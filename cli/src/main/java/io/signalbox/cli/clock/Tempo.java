package io.signalbox.cli.clock;

import java.time.Duration;

/** Keeps a tempo although some jumps take longer than their time: the next ones rest less until that is made up for. */
final class Tempo {
    /** More than this is not made up for: whoever watches must be able to follow. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private Duration behind = Duration.ZERO;

    /** How long a jump may take, work and rest together, that has this much time. */
    Duration shortened(Duration time) {
        return time.compareTo(behind) > 0 ? time.minus(behind) : Duration.ZERO;
    }

    /**
     * A jump is over.
     *
     * @param time how much it had
     * @param took how long it took
     */
    void took(Duration time, Duration took) {
        Duration now = behind.plus(took).minus(time);
        behind = now.isNegative() ? Duration.ZERO : now.compareTo(MOST) > 0 ? MOST : now;
    }

    /** The clock was stopped or moved by hand: it begins anew. */
    void forget() {
        behind = Duration.ZERO;
    }
}
