package io.signalbox.domain.signal;

import java.util.Arrays;
import java.util.Optional;

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

    /** The other way round; empty for what is no key. */
    public static Optional<SignalKey> parse(String text) {
        int colon = text.indexOf(':');
        String scope = colon < 0 ? "" : text.substring(colon + 1);
        return Arrays.stream(SignalKind.values())
                .map(kind -> new SignalKey(kind, scope))
                .filter(key -> key.text().equals(text))
                .findFirst();
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
