package io.signalbox.domain.calendar;

/** The dated goals of a release, in order. */
public enum Milestone {
    CYCLE_START,
    BRANCH_CUT,
    REGRESSION,
    SUBMISSION,
    FIRST_STEP,
    EVERYONE
}
