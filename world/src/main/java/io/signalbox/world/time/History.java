package io.signalbox.world.time;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value together with what it was at every earlier instant, so that a source can be read as it stood in the past. The values
 * must be immutable. Not thread-safe: guarded by the {@link Timeline}'s lock.
 */
public final class History<S> {
    private final TreeMap<Instant, S> values = new TreeMap<>();

    public History(Instant start, S first) {
        values.put(start, first);
    }

    /** The newest value. */
    public S current() {
        return values.lastEntry().getValue();
    }

    /** What the value was at an instant; the first value for any instant before the start. */
    public S at(Instant instant) {
        Map.Entry<Instant, S> entry = values.floorEntry(instant);
        return entry == null ? values.firstEntry().getValue() : entry.getValue();
    }

    /** Sets the value from an instant on; a second value for the same instant replaces the first. */
    public void set(Instant from, S value) {
        values.put(from, value);
    }

    /** The instants of all changes after an instant, oldest first. */
    public Iterable<Instant> changesAfter(Instant instant) {
        return values.tailMap(instant, false).keySet();
    }
}
