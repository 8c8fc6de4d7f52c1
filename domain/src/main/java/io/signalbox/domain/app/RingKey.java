package io.signalbox.domain.app;

/** Names a ring, a population of growing size: {@code employees}, {@code alpha}, {@code beta}, {@code production}. */
public record RingKey(String value) implements Comparable<RingKey> {
    public RingKey {
        Key.checked("ring key", value);
    }

    @Override
    public int compareTo(RingKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
