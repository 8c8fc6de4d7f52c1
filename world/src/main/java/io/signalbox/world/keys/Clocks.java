package io.signalbox.world.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The clocks by which a token may be stamped. A vendor's own client library uses the machine's clock, while a product under test
 * may use the virtual one; a token is in time when it is so by either.
 */
record Clocks(Supplier<Instant> virtual, Supplier<Instant> machine) {
    private static final Duration SKEW = Duration.ofMinutes(1);

    boolean between(Instant from, Instant until) {
        return covers(virtual.get(), from, until) || covers(machine.get(), from, until);
    }

    private static boolean covers(Instant now, Instant from, Instant until) {
        return !from.isAfter(now.plus(SKEW)) && until.isAfter(now.minus(SKEW));
    }
}
