package io.signalbox.domain.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the name of the next release follows from the last one. */
public sealed interface VersionScheme {
    /** The place of the number by which a hotfix is told from its version. */
    int HOTFIX = 3;

    /**
     * One number is raised by one and those behind it become 0; a fourth and later one, a hotfix's, is left off.
     *
     * @param part the place of the number, 0 for the first
     */
    record Raise(int part) implements VersionScheme {
        public Raise {
            if (part < 0 || part > 5) {
                throw new IllegalArgumentException("version part %d: use 0 to 5".formatted(part));
            }
        }
    }

    /** Two-digit year, two-digit month, and a counter within the month: {@code 26.08.1}. Never goes back to an earlier month. */
    record YearMonth() implements VersionScheme {}

    /**
     * The name after {@code last}.
     *
     * @param cycleStart the local date on which the new cycle starts (used by date-based schemes)
     */
    default Version next(Version last, LocalDate cycleStart) {
        return switch (this) {
            case Raise(int part) -> raised(last, part);
            case YearMonth() -> dated(last, cycleStart);
        };
    }

    private static Version raised(Version last, int part) {
        List<Integer> parts = new ArrayList<>(last.parts());
        while (parts.size() <= part) {
            parts.add(0);
        }
        parts.set(part, parts.get(part) + 1);
        for (int i = part + 1; i < parts.size(); i++) {
            parts.set(i, 0);
        }
        return Version.of(parts.subList(0, Math.max(part + 1, Math.min(parts.size(), HOTFIX))));
    }

    private static Version dated(Version last, LocalDate date) {
        Version ofMonth = dated(date.getYear() % 100, date.getMonthValue(), 1);
        return ofMonth.isAfter(last) ? ofMonth : dated(last.part(0), last.part(1), last.part(2) + 1);
    }

    private static Version dated(int year, int month, int counter) {
        return new Version("%02d.%02d.%d".formatted(year, month, counter));
    }
}
