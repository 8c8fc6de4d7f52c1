package io.signalbox.domain.policy;

import io.signalbox.domain.signal.SignalKind;
import java.time.Duration;
import java.util.List;

/** How old a reading may be, by its source's time, for each kind of signal. */
public record Bounds(List<Bound> each) {
    public record Bound(SignalKind kind, Duration oldest) {}

    public Bounds {
        each = List.copyOf(each);
        for (SignalKind kind : SignalKind.values()) {
            if (each.stream().filter(b -> b.kind() == kind).count() != 1) {
                throw new IllegalArgumentException(
                        "a policy names one freshness bound for each kind of signal: see " + kind);
            }
        }
    }

    public Duration of(SignalKind kind) {
        for (Bound bound : each) {
            if (bound.kind == kind) {
                return bound.oldest;
            }
        }
        throw new IllegalStateException("each kind has one: " + kind);
    }
}
