package io.signalbox.engine.memory;

import java.time.Duration;
import java.util.Optional;

/** Who may work on something, and until when by the ticker. The epoch rises whenever it changes hands. */
final class Lease {
    private Optional<String> owner = Optional.empty();
    private long until;
    private boolean held;
    private long epoch;

    long epoch() {
        return epoch;
    }

    boolean isFree(long nanos) {
        return !held || nanos - until >= 0;
    }

    long take(String replica, long nanos, Duration length) {
        if (owner.filter(replica::equals).isEmpty()) {
            epoch++;
        }
        owner = Optional.of(replica);
        until = nanos + length.toNanos();
        held = true;
        return epoch;
    }

    /** Prolongs it for its owner. */
    void keep(String replica, long nanos, Duration length) {
        if (held && owner.filter(replica::equals).isPresent()) {
            until = nanos + length.toNanos();
        }
    }

    void free() {
        held = false;
    }
}
