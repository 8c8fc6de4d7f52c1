package io.signalbox.connectors.sentry;

import java.time.Duration;
import java.time.Instant;

/** Something that was asked for a while ago and is good for a while more. */
record Kept<T>(T value, Instant at) {
    boolean isYoungerThan(Duration age, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(age));
    }
}
