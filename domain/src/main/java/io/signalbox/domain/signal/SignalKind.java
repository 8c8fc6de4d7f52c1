package io.signalbox.domain.signal;

/** The kinds of reading, each from its own kind of source. */
public enum SignalKind {
    /** Source host: main, the release branch, the version on main. */
    REPOSITORY,
    /** CI: which commits of main are green. */
    MAIN_CHECKS,
    /** CI: builds, tests, verification and upload of a track's commits. */
    BUILDS,
    /** Tracker: the bugs that block a track. */
    BUGS,
    /** Store or channel: what it offers to whom. */
    STORE,
    /** Crash service: use and crashes of a version in a ring. */
    HEALTH,
    /** A compliance, legal or translation check that another system reports. */
    CHECK
}
