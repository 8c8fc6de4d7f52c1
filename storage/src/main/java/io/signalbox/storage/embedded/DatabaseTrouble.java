package io.signalbox.storage.embedded;

import java.io.IOException;

/** The database cannot be had. The message is one sentence for a person: what happened, where, what to do. */
public final class DatabaseTrouble extends Exception {
    private static final long serialVersionUID = 1;

    public DatabaseTrouble(String sentence) {
        super(sentence);
    }

    public DatabaseTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A file operation that failed, and what a person can do about it. */
    static DatabaseTrouble ofFiles(String doing, IOException e, String remedy) {
        String reason = Disk.reason(e);
        String wayOut = reason.contains("No space left") ? "free some space on that disk" : remedy;
        return new DatabaseTrouble(doing + " failed: " + reason + "; " + wayOut + ".", e);
    }
}
