package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.util.Comparator;
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

    /** What is not known comes before what is under way like it, for only that may need looking after. */
    static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Status::of).thenComparing(f -> !f.verdict().isUnknown());

    static Status of(Finding finding) {
        if (finding.lets()) {
            return READY;
        }
        if (isOwed(finding)) {
            return WAITING;
        }
        if (finding.verdict().isUnknown()) {
            return NO_DATA;
        }
        boolean person = finding.verdict() == Verdict.RED && finding.turn().isPerson();
        return person ? NEEDS : WAITING;
    }

    /**
     * Whether a service has not reported its check yet. Nothing that is read is silent then: a word is owed, as a team's sign-off is,
     * and it is not met before it is given.
     */
    static boolean isOwed(Finding finding) {
        return switch (finding.reason()) {
            case Reason.NoReading none -> none.signal().kind() == SignalKind.CHECK;
            case Reason.Reported reported -> reported.state() == CheckState.ABSENT;
            default -> false;
        };
    }

    static Status worst(List<Status> statuses) {
        return statuses.stream().min(Status::compareTo).orElse(NOT_APPLICABLE);
    }

    Status orWorse(Status other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
