package io.signalbox.domain.signal;

import io.signalbox.domain.subject.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All signals that a picture holds.
 *
 * @param unreadable those on record that cannot be understood
 */
public record Signals(List<Signal> all, List<Unreadable> unreadable) {
    /** A source's time may be this far ahead of ours before it is not believed. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    public Signals {
        all = List.copyOf(all);
        unreadable = List.copyOf(unreadable);
    }

    public Signals(List<Signal> all) {
        this(all, List.of());
    }

    /** A signal of which only the name is known, until its source is next read. */
    public record Unreadable(SubjectId about, SignalKey key, String why) {}

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
            return unreadable.stream()
                    .filter(u -> u.key().equals(key) && u.about().equals(about))
                    .findFirst()
                    .<Evidence<R>>map(u -> new Evidence.Unreadable<>(u.why()))
                    .orElseGet(Evidence.Missing::new);
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
