package io.signalbox.engine.config;

/** Something on record refers to configuration that is not there any more. */
public final class Misconfigured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Misconfigured(String message) {
        super(message);
    }
}
