package io.signalbox.domain.app;

/** A part of a repository: every path that begins with {@code value}, such as {@code ios/} or {@code shared/player/}. */
public record PathPrefix(String value) {
    public PathPrefix {
        if (value.isBlank() || value.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path prefix \"%s\": use a path relative to the repository, such as ios/".formatted(value));
        }
    }

    public boolean covers(String path) {
        return path.startsWith(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
