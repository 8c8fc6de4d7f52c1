package io.signalbox.engine.memory;

import java.time.Instant;

/** A source of an app, and when it is asked next. */
final class Watch {
    Instant due;
    int failures;
    private boolean wanted;
    private boolean owed;
    final Lease lease = new Lease();

    Watch(Instant due) {
        this.due = due;
    }

    /** An answer that is on its way may be of before: then it is asked once more. */
    void askNow(Instant now) {
        due = now;
        wanted = true;
    }

    /** Whether somebody wants what is asked now; so until an answer is kept. */
    boolean begun() {
        owed = owed || wanted;
        wanted = false;
        return owed;
    }

    void asked(Instant askAgainAt, int failed) {
        due = wanted && due.isBefore(askAgainAt) ? due : askAgainAt;
        failures = failed;
        owed = false;
        lease.free();
    }
}
