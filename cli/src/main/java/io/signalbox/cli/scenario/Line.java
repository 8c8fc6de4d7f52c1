package io.signalbox.cli.scenario;

import java.time.Instant;

/** A line of the scenario's log. */
public record Line(Instant at, String text, Outcome outcome) {
    public enum Outcome {
        /** Somebody did something. */
        DONE,
        /** What was expected came true. */
        TRUE,
        /** It did not in time. */
        FAILED
    }
}
