package io.signalbox.domain.signal;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One automatic check.
 *
 * @param changedAt when it entered its state, by the source
 * @param detail what the source adds for people, such as {@code 4 812 run}; may be empty
 */
public record Check(CheckState state, Optional<Instant> changedAt, String detail, Optional<URI> link) {
    public static final Check ABSENT = new Check(CheckState.ABSENT, Optional.empty(), "", Optional.empty());
}
