package io.signalbox.domain.train;

import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import java.time.Instant;

/** How far the Robot may go with a move of this app, by a person's word. Without one it only observes. */
public record Arming(Move move, Mode mode, String by, String reason, Instant at) {}
