package io.signalbox.engine.storage;

import io.signalbox.domain.subject.SubjectId;
import java.time.Instant;

/**
 * A subject that this replica may look at for the length of the lease.
 *
 * @param due when it was due
 */
public record Claim(SubjectId subject, long epoch, Instant due) {}
