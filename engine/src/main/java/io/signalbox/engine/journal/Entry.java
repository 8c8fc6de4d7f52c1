package io.signalbox.engine.journal;

import io.signalbox.domain.subject.SubjectId;
import java.time.Instant;

/**
 * One entry of the journal before it is kept.
 *
 * @param by who: a person's name, a service's, or {@code Robot}
 */
public record Entry(Instant at, SubjectId subject, String by, Fact fact) {}
