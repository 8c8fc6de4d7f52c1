package io.signalbox.domain.track;

import java.time.Instant;

/**
 * A call that did not have its effect.
 *
 * @param effect which, by its name
 * @param tries how often it was tried in a row
 * @param text the store's own words
 */
public record Trouble(String effect, Remedy remedy, String text, int tries, Instant at) {
    /** What to do about a call that did not have its effect. */
    public enum Remedy {
        /** Try again after a while. */
        RETRY,
        /** A person must put something right at the store first; {@code text} says what. */
        NEEDS_PERSON,
        /** This build will never be taken. */
        NEEDS_BUILD
    }
}
