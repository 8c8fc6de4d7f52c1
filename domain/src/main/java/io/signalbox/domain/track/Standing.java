package io.signalbox.domain.track;

import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;

/**
 * What the last decision found of one criterion before any hold time, so that "since when" and "long enough" can be told.
 *
 * @param since when it became so: for a green one the {@code asOf} of the first green reading
 */
public record Standing(CriterionKey criterion, Verdict verdict, Instant since) {}
