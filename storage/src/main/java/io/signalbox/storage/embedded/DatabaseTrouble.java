package io.signalbox.storage.embedded;

/** The database cannot be had. The message is one sentence for a person: what happened, where, what to do. */
public final class DatabaseTrouble extends Exception {
    private static final long serialVersionUID = 1;

    public DatabaseTrouble(String sentence) {
        super(sentence);
    }

    public DatabaseTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a file operation says when it fails, in one sentence. */
    static DatabaseTrouble ofFiles(String doing, java.io.IOException e) {
        return new DatabaseTrouble(doing + " failed: " + Disk.reason(e) + ".", e);
    }
}
