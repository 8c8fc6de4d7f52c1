package io.signalbox.domain.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the name of the next release follows from the last one. */
public sealed interface VersionScheme {

    /**
     * One number is raised by one and those behind it become 0.
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

    /** Two-digit year, two-digit month, and a counter within the month: {@code 26.08.1}. */
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
        return Version.of(parts);
    }

    private static Version dated(Version last, LocalDate date) {
        int year = date.getYear() % 100;
        boolean sameMonth = last.part(0) == year && last.part(1) == date.getMonthValue();
        int counter = sameMonth ? last.part(2) + 1 : 1;
        return new Version("%02d.%02d.%d".formatted(year, date.getMonthValue(), counter));
    }
}
