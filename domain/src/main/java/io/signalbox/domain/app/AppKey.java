package io.signalbox.domain.app;

/** Names an app everywhere: rows, paths, journal. Never re-used for another app. */
public record AppKey(String value) implements Comparable<AppKey> {
    public AppKey {
        Key.checked("app key", value);
    }

    @Override
    public int compareTo(AppKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
