package io.signalbox.domain.signal;

/**
 * Why a source gave nothing.
 *
 * @param message the source's own words where it has any, for people; never a secret
 */
public record Failure(Kind kind, String message) {
    public enum Kind {
        /** No answer in time, or no connection. */
        UNREACHABLE,
        /** Our credential is not accepted, or not for this. */
        REFUSED,
        /** The source's limit or our budget is used up. */
        THROTTLED,
        /** An answer that is not what the contract says, or only a part. */
        NONSENSE
    }
}
