package io.signalbox.world.users;

/** Chance as a function: the same seed and place always give the same count. */
final class Chance {
    private static final double SMALL = 40;

    private Chance() {}

    /** A number that looks random, at least 0 and less than 1, from everything that it depends on. */
    static double uniform(long seed, Object... place) {
        long mixed = seed;
        for (Object part : place) {
            mixed = mix(mixed ^ part.hashCode());
        }
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /**
     * A count with the given expectation, as independent users make it (a Poisson distribution). For the same chance it never
     * falls when the expectation rises.
     */
    static long count(double expected, double chance) {
        if (expected <= 0) {
            return 0;
        }
        if (expected > SMALL) {
            return Math.max(0, Math.round(expected + Math.sqrt(expected) * normal(chance)));
        }
        double probability = Math.exp(-expected);
        double sum = probability;
        long count = 0;
        while (chance > sum && count < 200) {
            count++;
            probability *= expected / count;
            sum += probability;
        }
        return count;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long start = value + 0x9e3779b97f4a7c15L;
        long first = (start ^ (start >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }

    /** The value that a standard normal variable stays below with this probability (a logistic approximation). */
    private static double normal(double probability) {
        double safe = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(safe / (1 - safe)) / 1.702;
    }
}
