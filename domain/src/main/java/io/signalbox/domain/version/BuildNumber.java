package io.signalbox.domain.version;

/** The number by which a store tells builds of one app apart (Play's version code, Apple's build number), 1 to 2,100,000,000. */
public record BuildNumber(long value) implements Comparable<BuildNumber> {
    /** Google Play's upper limit; no other store's is lower. */
    public static final long HIGHEST = 2_100_000_000L;

    public BuildNumber {
        if (value < 1 || value > HIGHEST) {
            throw new IllegalArgumentException("build number %d: use 1 to %d".formatted(value, HIGHEST));
        }
    }

    @Override
    public int compareTo(BuildNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
