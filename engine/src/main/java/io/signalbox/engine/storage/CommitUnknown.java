package io.signalbox.engine.storage;

/** The connection was lost during a commit: it may or may not have been kept. Read again before anything else. */
public final class CommitUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommitUnknown(String message, Throwable cause) {
        super(message, cause);
    }

    public CommitUnknown(String message) {
        super(message);
    }
}
