package io.signalbox.engine.storage;

/** Something on record cannot be understood: damaged, or written by a newer program. Only the subjects that need it are concerned. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
