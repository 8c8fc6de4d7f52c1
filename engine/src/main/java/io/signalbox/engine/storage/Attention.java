package io.signalbox.engine.storage;

import io.signalbox.domain.signal.SignalKind;
import java.util.List;
import java.util.Optional;

/**
 * How closely a subject wants its signals followed.
 *
 * @param wakeOnEveryReading whether readings that say nothing new matter too, because something must last or be read back
 */
public record Attention(List<Wish> wishes, boolean wakeOnEveryReading) {
    public static final Attention NONE = new Attention(List.of(), false);

    public Attention {
        wishes = List.copyOf(wishes);
    }

    public record Wish(SignalKind kind, Pace pace) {}

    /** How often a source is asked; how long each is in time is the watch's affair. */
    public enum Pace {
        /** The last things that a move waits for, and read-backs. */
        FAST,
        /** Whatever decides something now. */
        NORMAL,
        /** What decides nothing and is only shown. */
        SHOWN,
        /** What nothing waits for and nobody looks at. */
        SLOW
    }

    public Optional<Pace> of(SignalKind kind) {
        return wishes.stream().filter(w -> w.kind() == kind).map(Wish::pace).min(Pace::compareTo);
    }
}
