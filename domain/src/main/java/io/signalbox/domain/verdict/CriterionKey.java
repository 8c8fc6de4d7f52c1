package io.signalbox.domain.verdict;

/** Names a criterion within a policy: {@code no-open-blockers}, {@code crash-rate-beta}. */
public record CriterionKey(String value) implements Comparable<CriterionKey> {
    @Override
    public int compareTo(CriterionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
