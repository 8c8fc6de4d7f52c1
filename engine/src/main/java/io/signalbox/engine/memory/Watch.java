package io.signalbox.engine.memory;

import java.time.Instant;

/** A source of an app, and when it is asked next. */
final class Watch {
    Instant due;
    int failures;
    final Lease lease = new Lease();

    Watch(Instant due) {
        this.due = due;
    }

    void asked(Instant askAgainAt, int failed) {
        due = askAgainAt;
        failures = failed;
        lease.free();
    }
}
