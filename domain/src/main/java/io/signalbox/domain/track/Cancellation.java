package io.signalbox.domain.track;

import java.time.Instant;

/** The end of a track, by a person's word. */
public record Cancellation(String by, String reason, Instant at) {}
