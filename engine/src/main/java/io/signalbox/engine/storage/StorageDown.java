package io.signalbox.engine.storage;

/**
 * What is kept cannot be reached, or nothing can be added to it. Nothing of a commit was kept; of any other call it may have been, and
 * all of those are safe to repeat. The message is one sentence for people: which database, and what to do.
 */
public final class StorageDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageDown(String message, Throwable cause) {
        super(message, cause);
    }

    public StorageDown(String message) {
        super(message);
    }
}
