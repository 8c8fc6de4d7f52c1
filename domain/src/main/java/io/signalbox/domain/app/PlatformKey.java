package io.signalbox.domain.app;

/** Names a platform of an app: {@code android}, {@code ios}, {@code desktop}, or one that its owners define. */
public record PlatformKey(String value) implements Comparable<PlatformKey> {
    public PlatformKey {
        Key.checked("platform key", value);
    }

    @Override
    public int compareTo(PlatformKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
