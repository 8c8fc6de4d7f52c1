package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.domain.signal.Failure.Kind;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Who may have an open edit of an app. Ordinary errands take turns. A stop waits for other stops only: it takes the edit of an ordinary
 * errand away, whose next call fails, and no ordinary one begins or commits while a stop is under way.
 */
final class Turns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ordinary;
    private boolean stop;
    private int stopsWanted;
    private long stopsBegun;

    /** The right to have an edit, until it is closed. */
    final class Turn implements AutoCloseable {
        private final boolean forStop;
        private final long begunBefore;

        private Turn(boolean forStop) {
            this.forStop = forStop;
            this.begunBefore = stopsBegun;
        }

        /** Whether a stop has come since: what goes forward must not be committed any more. */
        boolean overtaken() {
            lock.lock();
            try {
                return !forStop && stopsBegun != begunBefore;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (forStop) {
                    stop = false;
                    stopsWanted--;
                } else {
                    ordinary = false;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws CallFailed if it does not come in the errand's time */
    Turn ordinary(Errand errand) throws CallFailed {
        lock.lock();
        try {
            waitWhile(() -> ordinary || stopsWanted > 0, errand);
            ordinary = true;
            return new Turn(false);
        } finally {
            lock.unlock();
        }
    }

    /** @throws CallFailed if another stop does not end in the errand's time */
    Turn stop(Errand errand) throws CallFailed {
        lock.lock();
        try {
            stopsWanted++;
            stopsBegun++;
            try {
                waitWhile(() -> stop, errand);
            } catch (CallFailed e) {
                stopsWanted--;
                changed.signalAll();
                throw e;
            }
            stop = true;
            return new Turn(true);
        } finally {
            lock.unlock();
        }
    }

    private void waitWhile(BooleanSupplier busy, Errand errand) throws CallFailed {
        long left = errand.left().toNanos();
        try {
            while (busy.getAsBoolean()) {
                if (left <= 0) {
                    throw CallFailed.neverSent(Kind.UNREACHABLE, "another errand at Google Play has not ended in time");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailed.neverSent(Kind.UNREACHABLE, "this process is stopping");
        }
    }
}
