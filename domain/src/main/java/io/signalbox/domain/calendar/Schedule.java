package io.signalbox.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When cycles start: a weekday and local time in a zone, every {@code everyWeeks} weeks counted from {@code first}.
 *
 * <p>A local time that a clock change skips is moved forward by the length of the gap; one that occurs twice means the first time
 * (the rules of {@link java.time.ZonedDateTime}).
 *
 * @param first the date of the first cycle, on {@code day}
 */
public record Schedule(DayOfWeek day, LocalTime time, ZoneId zone, int everyWeeks, LocalDate first) {
    public Schedule {
        if (everyWeeks < 1 || everyWeeks > 52) {
            throw new IllegalArgumentException("every %d weeks: use 1 to 52".formatted(everyWeeks));
        }
        if (first.getDayOfWeek() != day) {
            throw new IllegalArgumentException(
                    "the first cycle %s is a %s: it must be a %s".formatted(first, first.getDayOfWeek(), day));
        }
    }

    /** A weekly schedule whose first start is the first one at or after {@code notBefore}. */
    public static Schedule weekly(DayOfWeek day, LocalTime time, ZoneId zone, Instant notBefore) {
        LocalDate date = notBefore.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day));
        boolean passed = date.atTime(time).atZone(zone).toInstant().isBefore(notBefore);
        return new Schedule(day, time, zone, 1, passed ? date.plusWeeks(1) : date);
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
}
