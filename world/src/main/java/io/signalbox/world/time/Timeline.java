package io.signalbox.world.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A virtual clock with things that are due at instants. Time stands still until the owner calls {@link #advanceTo}; what is due
 * on the way then runs in order of its instant and, at the same instant, in the order in which it was planned.
 *
 * <p>Thread-safe. One lock guards the state of all models: planned acts run under it, and whoever else reads or changes a model
 * does so inside {@link #alone}. {@link #now()} may be read without it.
 */
public final class Timeline {
    private static final Comparator<Planned> IN_ORDER =
            Comparator.comparing((Planned planned) -> planned.due).thenComparingLong(planned -> planned.order);

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Planned> planned = new PriorityQueue<>(IN_ORDER);
    private volatile Instant now;
    private long planCount;

    public Timeline(Instant start) {
        this.now = start;
    }

    /** The virtual instant. */
    public Instant now() {
        return now;
    }

    /**
     * Plans an act. An instant that is already past is due at once, which means with the next call of {@link #advanceTo}.
     *
     * @return a handle by which the act can be called off
     */
    public Planned at(Instant due, Runnable act) {
        return alone(() -> {
            Planned entry = new Planned(due.isBefore(now) ? now : due, planCount++, act);
            planned.add(entry);
            return entry;
        });
    }

    /** The instant of the next planned act, or empty when nothing will happen by itself. */
    public Optional<Instant> nextEvent() {
        return alone(() -> Optional.ofNullable(planned.peek()).map(next -> next.due));
    }

    /**
     * Moves time forward and runs what is due up to and including the target. An act may plan further acts; those that are due
     * by then run too.
     *
     * @throws IllegalArgumentException if the target lies before {@link #now()}
     */
    public void advanceTo(Instant target) {
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("Time moves forward only: it is " + now + ", asked for " + target
                    + ". Pass an instant that is not past.");
        }
        while (alone(() -> runNext(target))) {
            // Each act has the lock for itself, so that a waiting request gets its turn between two acts.
        }
    }

    /** Runs the work while nothing else reads or changes any model. May be nested. */
    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #alone(Supplier)} for work without a result. */
    public void alone(Runnable work) {
        alone(() -> {
            work.run();
            return true;
        });
    }

    private boolean runNext(Instant target) {
        Planned next = planned.peek();
        if (next == null || next.due.isAfter(target)) {
            now = target.isAfter(now) ? target : now;
            return false;
        }
        planned.remove();
        now = next.due.isAfter(now) ? next.due : now;
        next.act.run();
        return true;
    }

    /** Something that is due at an instant. */
    public final class Planned {
        private final Instant due;
        private final long order;
        private final Runnable act;

        private Planned(Instant due, long order, Runnable act) {
            this.due = due;
            this.order = order;
            this.act = act;
        }

        /** When it is due. */
        public Instant due() {
            return due;
        }

        /** Calls the act off; has no effect once it has run. */
        public void cancel() {
            alone(() -> {
                planned.remove(this);
            });
        }
    }
}
