package io.signalbox.domain.policy;

import io.signalbox.domain.app.Exposure;
import java.time.Duration;

/**
 * One step of a ladder.
 *
 * @param soak how long it must last before the next; without meaning on the last rung
 */
public record Rung(Exposure exposure, Duration soak) {}
