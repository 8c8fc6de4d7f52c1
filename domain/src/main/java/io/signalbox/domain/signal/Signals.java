package io.signalbox.domain.signal;

import io.signalbox.domain.subject.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All signals that a picture holds. */
public record Signals(List<Signal> all) {
    /** A source's time may be this far ahead of ours before it is not believed. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    public Signals {
        all = List.copyOf(all);
    }

    public Optional<Signal> find(SubjectId about, SignalKey key) {
        for (Signal signal : all) {
            if (signal.key().equals(key) && signal.about().equals(about)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }

    /**
     * The signal as evidence at {@code now}.
     *
     * @param bound how old its {@code asOf} may be
     */
    public <R extends Reading> Evidence<R> look(
            SubjectId about, SignalKey key, Class<R> type, Duration bound, Instant now) {
        Optional<Signal> found = find(about, key);
        if (found.isEmpty()) {
            return new Evidence.Missing<>();
        }
        String source = found.get().source();
        return switch (found.get().latest()) {
            case Observation.Failed failed -> new Evidence.Broken<>(source, failed.failure(), failed.since());
            case Observation.Read read -> evidence(source, read, type, bound, now);
        };
    }

    private static <R extends Reading> Evidence<R> evidence(
            String source, Observation.Read read, Class<R> type, Duration bound, Instant now) {
        if (!type.isInstance(read.reading())) {
            String said = read.reading().getClass().getSimpleName();
            return broken(source, "gave a %s where a %s belongs".formatted(said, type.getSimpleName()), read.asOf());
        }
        if (read.asOf().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return broken(source, "its time %s is ahead of ours, %s".formatted(read.asOf(), now), read.fetchedAt());
        }
        Instant staleAt = read.asOf().plus(bound);
        if (!now.isBefore(staleAt)) {
            return new Evidence.Stale<>(source, read.asOf());
        }
        return new Evidence.Fresh<>(type.cast(read.reading()), source, read.asOf(), staleAt, read.sameSince());
    }

    private static <R extends Reading> Evidence<R> broken(String source, String message, Instant since) {
        return new Evidence.Broken<>(source, new Failure(Failure.Kind.NONSENSE, message), since);
    }
}
