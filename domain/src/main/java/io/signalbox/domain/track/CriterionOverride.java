package io.signalbox.domain.track;

import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * A person accepts that one criterion is not met, for one candidate. Dies with the candidate.
 *
 * @param criterion the key of the criterion
 * @param as what it was when it was accepted: who accepts that it is not known has not accepted that it is RED
 * @param bugs for a criterion about bugs, exactly those that were open; a later one is not covered
 */
public record CriterionOverride(
        CriterionKey criterion,
        CommitId candidate,
        Verdict as,
        List<String> bugs,
        String by,
        String reason,
        Instant at) {
    public CriterionOverride {
        bugs = List.copyOf(bugs);
    }

    /** Whether the person's word stands for what is found now. */
    public boolean covers(Verdict found) {
        return as == Verdict.RED || found != Verdict.RED;
    }
}
