package io.signalbox.domain.track;

/** Where a track is. Paused and cancelled are not stages but facts laid over them. */
public enum Stage {
    UPCOMING,
    BRANCHED,
    CANDIDATE,
    SUBMITTED,
    ROLLING_OUT,
    RELEASED;

    public boolean atLeast(Stage other) {
        return compareTo(other) >= 0;
    }
}
