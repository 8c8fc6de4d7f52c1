package io.signalbox.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Recurring hours of a week in which somebody is there. */
public sealed interface Hours {
    /** Around the clock. */
    record Always() implements Hours {}

    /** These spans of the week, in this zone. */
    record Weekly(ZoneId zone, List<Span> spans) implements Hours {
        public Weekly {
            spans = List.copyOf(spans);
            if (spans.isEmpty()) {
                throw new IllegalArgumentException(
                        "weekly hours need at least one span; without any, nothing could ever move");
            }
        }
    }

    /** A span within one day; {@code to} is exclusive, and midnight as {@code to} means the end of the day. */
    record Span(DayOfWeek day, LocalTime from, LocalTime to) {
        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "hours %s to %s on %s: they must end after they begin".formatted(from, to, day));
            }
        }

        private boolean covers(Instant at, LocalDate date, ZoneId zone) {
            return date.getDayOfWeek() == day && !at.isBefore(opensOn(date, zone)) && at.isBefore(closesOn(date, zone));
        }

        private Instant opensOn(LocalDate date, ZoneId zone) {
            return date.atTime(from).atZone(zone).toInstant();
        }

        private Instant closesOn(LocalDate date, ZoneId zone) {
            LocalDate day = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
            return day.atTime(to).atZone(zone).toInstant();
        }
    }

    default boolean open(Instant now) {
        return switch (this) {
            case Always() -> true;
            case Weekly(ZoneId zone, List<Span> spans) -> {
                LocalDate today = now.atZone(zone).toLocalDate();
                yield spans.stream().anyMatch(span -> span.covers(now, today, zone));
            }
        };
    }

    /** When it opens next, strictly after {@code now}; empty if it is always open. */
    default Optional<Instant> nextOpening(Instant now) {
        return nextEdge(now, true);
    }

    /** When it closes next, strictly after {@code now}; empty if it is always open. */
    default Optional<Instant> nextClosing(Instant now) {
        return nextEdge(now, false);
    }

    private Optional<Instant> nextEdge(Instant now, boolean opening) {
        if (!(this instanceof Weekly weekly)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(weekly.zone).toLocalDate();
        for (int days = -1; days <= 8; days++) {
            LocalDate date = today.plusDays(days);
            Optional<Instant> first = weekly.spans.stream()
                    .filter(span -> span.day == date.getDayOfWeek())
                    .map(span -> opening ? span.opensOn(date, weekly.zone) : span.closesOn(date, weekly.zone))
                    .filter(at -> at.isAfter(now) && open(at) == opening)
                    .min(Instant::compareTo);
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }
}
