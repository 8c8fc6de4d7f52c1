package io.signalbox.domain.track;

import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.signal.CommitId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A team's word on its regression tests.
 *
 * @param commit the commit that was tested; empty for a word that does not depend on one (an opt-out)
 * @param link where the results are
 */
public record SignOff(TeamKey team, Word word, Optional<CommitId> commit, String by, Instant at, Optional<URI> link) {

    public sealed interface Word {}

    public record Running() implements Word {}

    public record Passed() implements Word {}

    public record Failed(String what) implements Word {}

    /**
     * Trusted automation instead of manual tests.
     *
     * @param approver who allowed it
     * @param until when it must be looked at again
     */
    public record OptedOut(String approver, Instant until) implements Word {}

    /** A release manager goes on without this team's word on this candidate. */
    public record Waived(String reason) implements Word {}
}
