package io.signalbox.audit;

import java.time.Instant;

/**
 * An invariant that a history breaks.
 *
 * @param invariant its name, such as {@code S5}
 */
public record Violation(String invariant, Instant at, String what) {}
