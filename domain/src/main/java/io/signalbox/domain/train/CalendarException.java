package io.signalbox.domain.train;

import java.time.Instant;
import java.time.LocalDate;

/** A departure that does not happen as scheduled, by a person's word. {@code date} is the scheduled local date. */
public sealed interface CalendarException {
    LocalDate date();

    String by();

    String reason();

    /** No cycle starts on that date; the train goes on the time after. */
    record Skipped(LocalDate date, String by, String reason, Instant at) implements CalendarException {}

    /** The cycle starts at another instant; the others stay where they are. */
    record Postponed(LocalDate date, Instant to, String by, String reason, Instant at) implements CalendarException {}
}
