package io.signalbox.domain.track;

import java.time.Instant;

/**
 * A person's yes to one proposal.
 *
 * @param fingerprint of the decision that proposed it; with another decision it is void
 */
public record Confirmation(String fingerprint, String by, Instant at) {}
