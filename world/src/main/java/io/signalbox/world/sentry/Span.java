package io.signalbox.world.sentry;

import io.signalbox.world.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time that a query is about, rounded outwards to its interval.
 *
 * @param end the first instant that does not belong to it
 */
record Span(Instant start, Instant end, Duration interval) {
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,5})([smhdw])");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** @throws SentryRefusal if a time cannot be read or the interval is not one of Sentry's */
    static Span of(Call call, Instant now) {
        Duration interval = period(call.param("interval").orElse("1h"));
        if (interval.compareTo(HOUR) < 0) {
            throw SentryRefusal.bad("The interval has to be a multiple of the minimum interval of one hour.");
        }
        if (interval.compareTo(DAY) > 0) {
            throw SentryRefusal.bad("The interval has to be less than one day.");
        }
        if (DAY.toSeconds() % interval.toSeconds() != 0) {
            throw SentryRefusal.bad("The interval should divide one day cleanly.");
        }
        boolean fixed =
                call.param("statsPeriod").isEmpty() && call.param("start").isPresent();
        Instant end = fixed ? call.param("end").map(Span::instant).orElse(now) : now;
        Instant start = fixed
                ? call.param("start").map(Span::instant).orElseThrow()
                : end.minus(period(call.param("statsPeriod").orElse("90d")));
        if (!start.isBefore(end)) {
            throw SentryRefusal.bad("start must be before end");
        }
        return new Span(down(start, interval), up(end, interval), interval);
    }

    /** The beginnings of all intervals, oldest first. */
    List<Instant> intervals() {
        List<Instant> all = new ArrayList<>();
        for (Instant at = start; at.isBefore(end); at = at.plus(interval)) {
            all.add(at);
        }
        return all;
    }

    /** In which interval an instant lies. */
    int index(Instant instant) {
        return Math.toIntExact(Duration.between(start, instant).dividedBy(interval));
    }

    private static Duration period(String text) {
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            throw SentryRefusal.bad("Invalid period: " + text);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    private static Instant instant(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw SentryRefusal.bad("Invalid date: " + text + ". Use ISO 8601.");
        }
    }

    private static Instant down(Instant instant, Duration interval) {
        long seconds = instant.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, interval.toSeconds()));
    }

    private static Instant up(Instant instant, Duration interval) {
        Instant below = down(instant, interval);
        return below.equals(instant) ? instant : below.plus(interval);
    }
}
