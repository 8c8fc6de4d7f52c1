package io.signalbox.engine.time;

/** A monotonic clock for leases, deadlines and how long things take. Its values mean nothing but by their differences. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since some fixed but unknown instant. */
    long nanos();
}
