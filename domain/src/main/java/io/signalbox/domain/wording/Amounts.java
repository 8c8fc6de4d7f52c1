package io.signalbox.domain.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers, lengths and instants as people read them. */
public final class Amounts {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private Amounts() {}

    /** {@code 61 200}. */
    public static String count(long number) {
        return "%,d".formatted(number).replace(',', '\u00a0');
    }

    /** {@code 2.31}. */
    public static String rate(double perThousand) {
        return "%.2f".formatted(perThousand);
    }

    /** {@code 11 h 15}, {@code 42 min}, {@code 3 d 4 h}. */
    public static String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes % 60 == 0 ? minutes / 60 + " h" : "%d h %02d".formatted(minutes / 60, minutes % 60);
        }
        long hours = minutes / 60;
        return hours % 24 == 0 ? hours / 24 + " d" : "%d d %d h".formatted(hours / 24, hours % 24);
    }

    /** {@code Wed 03:05}. */
    public static String at(Instant instant, ZoneId zone) {
        return SHORT.format(instant.atZone(zone));
    }

    /** {@code Wed 2 Oct 03:05}. */
    public static String date(Instant instant, ZoneId zone) {
        return LONG.format(instant.atZone(zone));
    }

    /** {@code 1 team}, {@code 3 teams}. */
    public static String some(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code a, b and 3 more}. */
    public static String few(List<String> names) {
        if (names.size() <= 3) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
    }
}
