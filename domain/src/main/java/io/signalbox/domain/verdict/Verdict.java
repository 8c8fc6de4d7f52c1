package io.signalbox.domain.verdict;

/** What is known of a criterion. Only {@link #GREEN} lets anything through; the last three are kinds of not knowing. */
public enum Verdict {
    GREEN,
    /** Not met, and waiting alone will not change it: a person must act. */
    RED,
    /** Not met yet; something is under way. */
    PENDING,
    /** No source has ever said anything, or there is too little to say anything. */
    MISSING,
    /** The newest reading is older than its bound. */
    STALE,
    /** The source fails or contradicts itself. */
    ERROR;

    public boolean isGreen() {
        return this == GREEN;
    }

    public boolean isUnknown() {
        return this == MISSING || this == STALE || this == ERROR;
    }
}
