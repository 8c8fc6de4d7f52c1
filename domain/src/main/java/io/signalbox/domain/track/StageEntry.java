package io.signalbox.domain.track;

import java.time.Instant;

/**
 * One step of a track's way.
 *
 * @param by who moved it: a person's name, {@code Robot}, or the destination whose store did
 */
public record StageEntry(Stage stage, Instant at, String by) {}
