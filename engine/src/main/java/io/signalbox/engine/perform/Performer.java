package io.signalbox.engine.perform;

import io.signalbox.domain.action.Action;
import java.time.Duration;

/** Brings effects about at one place. Thread-safe. */
@FunctionalInterface
public interface Performer {
    /**
     * Makes the call. Never throws for what the outside does: a failure after bytes may have been sent is {@link Reply.Silent}.
     *
     * @param within how long it may take in all
     */
    Reply perform(Action action, Duration within);
}
