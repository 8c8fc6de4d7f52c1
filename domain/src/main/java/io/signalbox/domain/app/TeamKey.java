package io.signalbox.domain.app;

/** Names a team that signs off its features. */
public record TeamKey(String value) implements Comparable<TeamKey> {
    public TeamKey {
        Key.checked("team key", value);
    }

    @Override
    public int compareTo(TeamKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
