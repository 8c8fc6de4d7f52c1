package io.signalbox.domain.policy;

/**
 * What a late fix voids, for each kind of evidence. Automated tests and the soak of a rollout always start again: tests are about a
 * commit, and soak is about a candidate.
 */
public record CarryOver(Rule signOffs, Rule use, Rule checks) {
    public static final CarryOver STANDARD = new CarryOver(Rule.KEEP_UNLESS_PATHS_TOUCHED, Rule.KEEP, Rule.START_AGAIN);

    public enum Rule {
        KEEP,
        /** Void only where the new commits touch paths of the one who gave it. */
        KEEP_UNLESS_PATHS_TOUCHED,
        START_AGAIN
    }
}
