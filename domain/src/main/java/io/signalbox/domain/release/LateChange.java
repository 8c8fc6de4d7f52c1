package io.signalbox.domain.release;

import io.signalbox.domain.signal.CommitId;
import java.time.Instant;

/** A large change that was merged after the first day of the cycle: a warning to the release manager, said once. */
public record LateChange(CommitId commit, String author, String subject, int lines, Instant at) {}
