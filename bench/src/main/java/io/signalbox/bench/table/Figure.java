package io.signalbox.bench.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure, measured several times.
 *
 * @param what what was measured, in words
 * @param unit such as {@code ms} or {@code /s}
 * @param repeats one value for each repeat
 * @param target what is promised, if anything
 * @param floor the figure of the same run that this one is to be read against, if there is one
 */
public record Figure(String what, String unit, List<Double> repeats, Optional<Target> target, Optional<Figure> floor) {
    public Figure {
        repeats = repeats.stream().sorted().toList();
        if (repeats.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured: " + what);
        }
    }

    /** What is promised: at most, or at least, so many of the figure's unit. */
    public record Target(boolean atMost, double value) {
        public static Target atMost(double value) {
            return new Target(true, value);
        }

        public static Target atLeast(double value) {
            return new Target(false, value);
        }

        boolean isMetBy(double measured) {
            return atMost ? measured <= value : measured >= value;
        }

        @Override
        public String toString() {
            return (atMost ? "≤ " : "≥ ") + number(value);
        }
    }

    public static Figure of(String what, String unit, List<Double> repeats) {
        return new Figure(what, unit, repeats, Optional.empty(), Optional.empty());
    }

    public Figure against(Target promised) {
        return new Figure(what, unit, repeats, Optional.of(promised), floor);
    }

    public Figure over(Figure least) {
        return new Figure(what, unit, repeats, target, Optional.of(least));
    }

    public double median() {
        int middle = repeats.size() / 2;
        return repeats.size() % 2 == 1 ? repeats.get(middle) : (repeats.get(middle - 1) + repeats.get(middle)) / 2;
    }

    String shown() {
        return number(median()) + (unit.startsWith("/") ? "" : " ") + unit;
    }

    String verdict() {
        return target.map(t -> t.isMetBy(median()) ? "met" : "MISSED").orElse("");
    }

    String range() {
        return number(repeats.getFirst()) + " – " + number(repeats.getLast());
    }

    static String number(double value) {
        return value == Math.rint(value) || value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
