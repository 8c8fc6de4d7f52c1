package io.signalbox.domain.calendar;

import java.time.Instant;

/** A time in which exposure must not grow, such as a store's holidays. {@code to} is exclusive. */
public record Freeze(Instant from, Instant to, String reason) {
    public Freeze {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("freeze \"%s\" must end after it begins".formatted(reason));
        }
    }

    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
