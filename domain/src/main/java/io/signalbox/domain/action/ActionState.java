package io.signalbox.domain.action;

import io.signalbox.domain.track.Trouble.Remedy;
import java.time.Instant;

/** How far an action has come: PLANNED, SENDING, ACCEPTED, then CONFIRMED, REJECTED or SUPERSEDED, with UNKNOWN between when in doubt. */
public sealed interface ActionState {

    /** Decided, nothing sent. A stop or a changed mind supersedes it. */
    record Planned() implements ActionState {}

    /**
     * A call may be on its way.
     *
     * @param deadline after which no reply of that call counts any more
     */
    record Sending(Instant since, Instant deadline) implements ActionState {}

    /** The store said yes; not yet seen in a reading. */
    record Accepted(Instant since, Instant deadline) implements ActionState {}

    /** Nobody knows whether it happened; only a reading or a person resolves it. */
    record Unknown(Instant since, Instant deadline, String why) implements ActionState {}

    /** Seen in a reading. */
    record Confirmed(Instant at) implements ActionState {}

    /** Did not happen. */
    record Rejected(Remedy remedy, String text, Instant at) implements ActionState {}

    /** Never sent. */
    record Superseded(String why, Instant at) implements ActionState {}

    /** Whether it still occupies its lane. */
    default boolean unresolved() {
        return switch (this) {
            case Planned _, Sending _, Accepted _, Unknown _ -> true;
            case Confirmed _, Rejected _, Superseded _ -> false;
        };
    }

    /** {@code PLANNED}, {@code UNKNOWN}. */
    default String name() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }
}
