package io.signalbox.domain.signal;

/** How far an automatic check has come. Six displays, never mixed up: absent is not running, and a retry is not a clean pass. */
public enum CheckState {
    ABSENT,
    QUEUED,
    RUNNING,
    PASSED,
    PASSED_ON_RETRY,
    FAILED;

    public boolean passed() {
        return this == PASSED || this == PASSED_ON_RETRY;
    }

    public boolean underWay() {
        return this == QUEUED || this == RUNNING;
    }
}
