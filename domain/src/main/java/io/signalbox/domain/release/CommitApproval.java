package io.signalbox.domain.release;

import io.signalbox.domain.signal.CommitId;
import java.time.Instant;

/** A person's leave for one commit to be on a release branch, for a critical bug. */
public record CommitApproval(CommitId commit, String bug, String by, String reason, Instant at) {}
