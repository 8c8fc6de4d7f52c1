package io.signalbox.domain.signal;

/**
 * Names one signal of a subject.
 *
 * @param scope what it is about within the subject: a repository, destination, ring or check; empty if there is only one
 */
public record SignalKey(SignalKind kind, String scope) implements Comparable<SignalKey> {
    public static SignalKey of(SignalKind kind) {
        return new SignalKey(kind, "");
    }

    /** {@code store:play}, {@code bugs}. */
    public String text() {
        String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return scope.isEmpty() ? name : name + ":" + scope;
    }

    @Override
    public int compareTo(SignalKey other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
