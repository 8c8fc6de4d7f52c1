package io.signalbox.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When cycles start: a weekday and local time in a zone, every {@code everyWeeks} weeks counted from {@code first}.
 *
 * <p>A local time that a clock change skips is moved forward by the length of the gap; one that occurs twice means the first time
 * (the rules of {@link java.time.ZonedDateTime}).
 *
 * @param first the date of the first cycle, on {@code day}
 */
public record Schedule(DayOfWeek day, LocalTime time, ZoneId zone, int everyWeeks, LocalDate first) {
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    public Schedule {
        if (everyWeeks < 1 || everyWeeks > 52) {
            throw new IllegalArgumentException("every %d weeks: use 1 to 52".formatted(everyWeeks));
        }
        if (first.getDayOfWeek() != day) {
            throw new IllegalArgumentException(
                    "the first cycle %s is a %s: it must be a %s".formatted(first, first.getDayOfWeek(), day));
        }
    }

    /** Every week since long ago: for a train of which nobody said when it first left. */
    public static Schedule weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
        return new Schedule(day, time, zone, 1, LONG_AGO.with(TemporalAdjusters.nextOrSame(day)));
    }

    /** The instant at which the cycle of this date starts. */
    public Instant startOn(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /** The first scheduled date that is not before this one. */
    public LocalDate dateFrom(LocalDate date) {
        if (!date.isAfter(first)) {
            return first;
        }
        long weeks = ChronoUnit.WEEKS.between(first, date.plusDays(6));
        long steps = Math.ceilDiv(weeks, everyWeeks);
        LocalDate found = first.plusWeeks(steps * everyWeeks);
        LocalDate earlier = found.minusWeeks(everyWeeks);
        return earlier.isBefore(date) ? found : earlier;
    }

    public LocalDate dateAfter(LocalDate date) {
        return dateFrom(date.plusDays(1));
    }

    /** The date of the cycle that is under way at an instant; empty before the first. */
    public Optional<LocalDate> underWay(Instant instant) {
        LocalDate next = dateFrom(instant.atZone(zone).toLocalDate());
        LocalDate last = startOn(next).isAfter(instant) ? next.minusWeeks(everyWeeks) : next;
        return last.isBefore(first) ? Optional.empty() : Optional.of(last);
    }
}
