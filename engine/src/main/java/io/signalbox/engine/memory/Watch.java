package io.signalbox.engine.memory;

import java.time.Instant;
import java.util.Optional;

/** A source of an app, and when it is asked next. */
final class Watch {
    Instant due;
    int failures;
    private Optional<Instant> onceMore = Optional.empty();
    final Lease lease = new Lease();

    Watch(Instant due) {
        this.due = due;
    }

    void taken() {
        onceMore = Optional.empty();
    }

    /** An answer that is on its way may be of before: then it is asked once more. */
    void askNow(Instant now, boolean idle) {
        due = now;
        onceMore = idle ? Optional.empty() : Optional.of(now);
    }

    void asked(Instant askAgainAt, int failed) {
        due = onceMore.filter(at -> at.isBefore(askAgainAt)).orElse(askAgainAt);
        onceMore = Optional.empty();
        failures = failed;
        lease.free();
    }
}
