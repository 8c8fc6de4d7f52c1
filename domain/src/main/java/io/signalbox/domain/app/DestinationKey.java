package io.signalbox.domain.app;

/** Names a store or channel of a platform: {@code play}, {@code app-store}, {@code feed-windows}. */
public record DestinationKey(String value) implements Comparable<DestinationKey> {
    public DestinationKey {
        Key.checked("destination key", value);
    }

    @Override
    public int compareTo(DestinationKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
