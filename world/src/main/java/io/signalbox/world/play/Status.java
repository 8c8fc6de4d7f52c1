package io.signalbox.world.play;

import java.util.Arrays;
import java.util.Optional;

/** The status that a developer gives a release. */
enum Status {
    DRAFT("draft"),
    IN_PROGRESS("inProgress"),
    HALTED("halted"),
    COMPLETED("completed");

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static Optional<Status> of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire.equals(wire))
                .findFirst();
    }
}
