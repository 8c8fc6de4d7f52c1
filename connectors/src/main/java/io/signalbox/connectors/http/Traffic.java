package io.signalbox.connectors.http;

import java.time.Instant;
import java.util.Optional;

/**
 * What went out by one connector.
 *
 * @param everMade calls since the process began
 * @param lastHour calls of the last hour
 * @param failed those of the last hour without an answer, or with a fault of the vendor's
 * @param throttled those of the last hour that the vendor turned away for being too many, or that we held back
 * @param limit calls per hour that we allow ourselves
 * @param pausedUntil until when the vendor wants to be left alone, or a row of failures keeps us from asking
 * @param lastFailure the newest, in words
 */
public record Traffic(
        String connector,
        long everMade,
        int lastHour,
        int failed,
        int throttled,
        int limit,
        Optional<Instant> pausedUntil,
        Optional<String> lastFailure) {}
