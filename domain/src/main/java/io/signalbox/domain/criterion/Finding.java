package io.signalbox.domain.criterion;

import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.reason.Turn;
import io.signalbox.domain.reason.Turns;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * What a decision found of one criterion.
 *
 * @param since when its verdict became what it is; for one that is not known, since when nothing is
 * @param source who said so, and for which instant; empty for what Signalbox itself knows
 * @param accepted a person's word that it need not be met, for this candidate
 * @param changesAt the earliest instant at which time alone could change the verdict
 */
public record Finding(
        Criterion criterion,
        Verdict verdict,
        Reason.OfCriterion reason,
        Instant since,
        Optional<Source> source,
        Optional<CriterionOverride> accepted,
        Optional<Instant> changesAt) {

    public record Source(String name, Instant asOf) {}

    /** Whether it lets a move through: met, or accepted by a person. */
    public boolean lets() {
        return verdict.isGreen() || accepted.isPresent();
    }

    public Turn turn() {
        return accepted.isPresent() ? Turn.of(Turn.Whose.NOBODY) : Turns.of(reason, verdict);
    }
}
