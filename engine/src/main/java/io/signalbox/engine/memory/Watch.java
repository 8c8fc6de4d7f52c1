package io.signalbox.engine.memory;

import java.time.Instant;

/** A source of an app, and when it is asked next. */
final class Watch {
    Instant due;
    int failures;
    boolean wanted;
    final Lease lease = new Lease();

    Watch(Instant due) {
        this.due = due;
    }

    /** An answer that is on its way may be of before: then it is asked once more. */
    void askNow(Instant now) {
        due = now;
        wanted = true;
    }

    void asked(Instant askAgainAt, int failed) {
        due = wanted && due.isBefore(askAgainAt) ? due : askAgainAt;
        failures = failed;
        lease.free();
    }
}
