package io.signalbox.domain.policy;

/** The moves that a policy guards. */
public enum Move {
    /** Main gets the new version's name and numbers. */
    BUMP,
    /** The release branch is made. */
    CUT,
    /** BRANCHED to CANDIDATE. */
    CANDIDATE,
    /** CANDIDATE to SUBMITTED. */
    SUBMIT,
    /** SUBMITTED to the first rung of the ladder. */
    FIRST_STEP,
    /** From a rung to the next that is not everyone. */
    NEXT_STEP,
    /** From the last rung to everyone. */
    EVERYONE,
    /** From paused back to where it was; a person asks for it. */
    RESUME
}
