package io.signalbox.connectors.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must never be shown: its text is {@code ***}, and texts of failures are cleared of it. */
public final class Secret {
    static final String SHOWN = "***";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** @throws IllegalArgumentException if it is blank: an empty secret is a setting that was forgotten */
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret is empty: set it, or leave its connector out");
        }
        return new Secret(value);
    }

    /** The value itself: for the call that needs it, and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
