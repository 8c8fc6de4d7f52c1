package io.signalbox.world.apple;

import java.time.Instant;

/**
 * An uploaded build.
 *
 * @param number the build number, unique within its version
 * @param version the version of the app that it belongs to
 */
record Build(String id, String number, String version, Instant uploaded, State state, String digest, String commit) {
    /** How far Apple has come with it. */
    enum State {
        PROCESSING,
        FAILED,
        INVALID,
        VALID
    }

    Build in(State newState) {
        return new Build(id, number, version, uploaded, newState, digest, commit);
    }
}
