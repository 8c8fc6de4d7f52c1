package io.signalbox.codec.json;

/** Stored JSON that is not what its kind should be: damaged, or written by a newer program. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
