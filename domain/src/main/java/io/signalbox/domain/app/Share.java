package io.signalbox.domain.app;

/**
 * A part of a population in basis points, 0 to 10,000 (= everyone). Exact, so that "is it 1 %?" never depends on rounding.
 */
public record Share(int basisPoints) implements Comparable<Share> {
    public static final Share NOBODY = new Share(0);
    public static final Share EVERYONE = new Share(10_000);

    public Share {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException("share of %d basis points: use 0 to 10,000".formatted(basisPoints));
        }
    }

    public static Share percent(int percent) {
        return new Share(percent * 100);
    }

    public boolean isEveryone() {
        return basisPoints == 10_000;
    }

    /** The fraction, 0.0 to 1.0, as stores take it. */
    public double fraction() {
        return basisPoints / 10_000.0;
    }

    @Override
    public int compareTo(Share other) {
        return Integer.compare(basisPoints, other.basisPoints);
    }

    /** For people: {@code 1 %}, {@code 0.5 %}. */
    @Override
    public String toString() {
        int whole = basisPoints / 100;
        int rest = basisPoints % 100;
        if (rest == 0) {
            return whole + " %";
        }
        return rest % 10 == 0 ? "%d.%d %%".formatted(whole, rest / 10) : "%d.%02d %%".formatted(whole, rest);
    }
}
