package io.signalbox.engine.storage;

import io.signalbox.engine.source.Answer;
import java.time.Instant;

/**
 * An answer of a source on its way into storage.
 *
 * @param source the connector's name
 * @param fetchedAt when it was asked, before the call
 */
public record Observed(String source, Answer answer, Instant fetchedAt) {}
