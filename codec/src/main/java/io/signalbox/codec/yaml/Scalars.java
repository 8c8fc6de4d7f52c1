package io.signalbox.codec.yaml;

import io.signalbox.domain.app.Share;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values as people write them. Each throws with the reason if the text is not one. */
public final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s?(s|m|h|d)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(\\.(\\d{1,2}))?\\s?%");

    private Scalars() {}

    /** {@code 30s}, {@code 15m}, {@code 24h}, {@code 7d}. */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write 30s, 15m, 24h or 7d");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** {@code 1 %}, {@code 0.5 %}, {@code 100%}. */
    public static Share share(String text) {
        Matcher matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write 1 %, 0.5 % or 100 %");
        }
        String fraction = matcher.group(3) == null ? "0" : matcher.group(3);
        int hundredths = Integer.parseInt(fraction) * (fraction.length() == 1 ? 10 : 1);
        return new Share(Integer.parseInt(matcher.group(1)) * 100 + hundredths);
    }

    /** {@code 09:00}. */
    public static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** {@code friday}. */
    public static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** {@code Europe/Stockholm}, {@code UTC}. */
    public static ZoneId zone(String text) {
        return ZoneId.of(text);
    }
}
