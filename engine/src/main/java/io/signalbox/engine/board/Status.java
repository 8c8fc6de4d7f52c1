package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.verdict.Verdict;
import java.util.List;

/** How something stands, worst first. The order is that of attention. */
public enum Status {
    /** A person must act. */
    NEEDS,
    /** Missing, stale, or in error: not known, and never ready. */
    NO_DATA,
    /** Something is under way. */
    WAITING,
    /** Ready for the next move. */
    READY,
    /** Does not apply yet. */
    NOT_APPLICABLE;

    static Status of(Finding finding) {
        if (finding.lets()) {
            return READY;
        }
        if (finding.verdict().isUnknown()) {
            return NO_DATA;
        }
        boolean person = finding.verdict() == Verdict.RED && finding.turn().isPerson();
        return person ? NEEDS : WAITING;
    }

    static Status worst(List<Status> statuses) {
        return statuses.stream().min(Status::compareTo).orElse(NOT_APPLICABLE);
    }

    Status orWorse(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
