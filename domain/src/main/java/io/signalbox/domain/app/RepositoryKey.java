package io.signalbox.domain.app;

/** Names a source repository of an app. */
public record RepositoryKey(String value) implements Comparable<RepositoryKey> {
    public RepositoryKey {
        Key.checked("repository key", value);
    }

    @Override
    public int compareTo(RepositoryKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
