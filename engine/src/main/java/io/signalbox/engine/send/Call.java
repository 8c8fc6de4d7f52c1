package io.signalbox.engine.send;

import io.signalbox.domain.action.Action;
import io.signalbox.engine.perform.Performer;
import java.time.Duration;

/**
 * A call that may be made now: its action is marked as being sent.
 *
 * @param startBefore on the ticker; a call that has not begun by then is not made
 * @param within how long it may take
 */
public record Call(Action action, Performer performer, long startBefore, Duration within) {}
