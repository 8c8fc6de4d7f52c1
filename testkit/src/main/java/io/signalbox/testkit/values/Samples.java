package io.signalbox.testkit.values;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Markets;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.version.Version;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of the types that are not simply made of their parts. */
final class Samples {
    private static final Instant AT = Instant.parse("2024-10-01T10:00:00Z");

    private Samples() {}

    static Map<Class<?>, List<?>> all() {
        Map<Class<?>, List<?>> all = new HashMap<>();
        all.put(String.class, List.of("text", "Zürich \"3\" \\ 日本 😀\nnext", ""));
        all.put(boolean.class, List.of(true, false));
        all.put(int.class, List.of(1, 2));
        all.put(long.class, List.of(1L, 2_000_000_000L));
        all.put(Long.class, List.of(5L, 675_000_000L));
        all.put(double.class, List.of(2.5, 0.1, 0.0));
        all.put(Double.class, List.of(2.5, 0.1));
        all.put(Instant.class, List.of(AT, AT.plusNanos(123_456_000), AT.plusMillis(7)));
        all.put(Duration.class, List.of(Duration.ofHours(24), Duration.ZERO, Duration.ofMillis(1500)));
        all.put(ZoneId.class, List.of(Given.STOCKHOLM, ZoneOffset.UTC));
        all.put(LocalDate.class, List.of(LocalDate.of(2024, 9, 20)));
        all.put(LocalTime.class, List.of(LocalTime.of(9, 0), LocalTime.MIDNIGHT, LocalTime.of(23, 59, 30)));
        all.put(URI.class, List.of(URI.create("https://ci.example/builds/7?a=b#c")));
        ofTheDomain(all);
        return all;
    }

    private static void ofTheDomain(Map<Class<?>, List<?>> all) {
        all.put(CommitId.class, List.of(Given.commit('a'), new CommitId("0".repeat(64))));
        all.put(Version.class, List.of(Given.VERSION, new Version("26.08.1")));
        all.put(Share.class, List.of(Share.percent(1), Share.NOBODY, Share.EVERYONE));
        all.put(Markets.Only.class, List.of(new Markets.Only(List.of("SE", "NO"))));
        all.put(Markets.AllBut.class, List.of(new Markets.AllBut(List.of("US"))));
        all.put(Freeze.class, List.of(new Freeze(AT, AT.plusSeconds(86_400), "holidays")));
        all.put(
                Hours.Span.class,
                List.of(
                        new Hours.Span(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30)),
                        new Hours.Span(DayOfWeek.SUNDAY, LocalTime.of(20, 0), LocalTime.MIDNIGHT)));
        all.put(
                Rung.class,
                List.of(
                        new Rung(Given.ONE_PERCENT, Duration.ofHours(24)),
                        new Rung(
                                new Exposure(Share.percent(10), new Markets.Only(List.of("SE"))), Duration.ofHours(24)),
                        new Rung(Exposure.EVERYONE, Duration.ZERO)));
        all.put(
                Bounds.Bound.class,
                Arrays.stream(SignalKind.values())
                        .map(kind -> new Bounds.Bound(kind, Duration.ofMinutes(15)))
                        .toList());
        all.put(
                Plan.Due.class,
                Arrays.stream(Milestone.values())
                        .map(m -> new Plan.Due(m, AT.plus(Duration.ofDays(m.ordinal()))))
                        .toList());
    }
}
