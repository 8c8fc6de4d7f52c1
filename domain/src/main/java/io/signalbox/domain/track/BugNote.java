package io.signalbox.domain.track;

import java.time.Instant;

/** What a person says of one bug on one track. */
public record BugNote(String bug, Ruling ruling, String by, String reason, Instant at) {
    public enum Ruling {
        /** Closed without a change of code: nothing needs to be in the candidate. */
        NO_CODE_NEEDED,
        /** Does not block this version; it blocks the next one instead. */
        ACCEPTED_NOW
    }
}
