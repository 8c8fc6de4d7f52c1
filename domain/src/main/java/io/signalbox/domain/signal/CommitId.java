package io.signalbox.domain.signal;

/** A commit's full hash: 40 or 64 lower-case hexadecimal digits. */
public record CommitId(String hash) implements Comparable<CommitId> {
    public CommitId {
        if (!isHash(hash)) {
            throw new IllegalArgumentException(
                    "commit \"%s\": use the full hash of 40 or 64 hexadecimal digits".formatted(hash));
        }
    }

    private static boolean isHash(String text) {
        return (text.length() == 40 || text.length() == 64)
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The first seven digits, for people. */
    public String brief() {
        return hash.substring(0, 7);
    }

    @Override
    public int compareTo(CommitId other) {
        return hash.compareTo(other.hash);
    }

    @Override
    public String toString() {
        return hash;
    }
}
