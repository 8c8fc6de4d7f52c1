package io.signalbox.domain.train;

import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A cycle that was opened: the scheduled date makes it unique. */
public record Cycle(LocalDate date, Version version, Instant openedAt) {}
