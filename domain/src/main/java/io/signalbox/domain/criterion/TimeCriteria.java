package io.signalbox.domain.criterion;

import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Criteria that only the calendar decides. */
final class TimeCriteria {
    private TimeCriteria() {}

    static Judged staffed(Hours hours, Instant now) {
        boolean open = hours.open(now);
        Optional<Instant> changes = open ? hours.nextClosing(now) : hours.nextOpening(now);
        return Judged.until(open ? Verdict.GREEN : Verdict.PENDING, new Reason.Staffed(open, changes), changes);
    }

    static Judged notBefore(Milestone milestone, Plan plan, Instant now) {
        Instant due = plan.at(milestone);
        Reason.Due reason = new Reason.Due(milestone, due);
        return now.isBefore(due)
                ? Judged.until(Verdict.PENDING, reason, Optional.of(due))
                : Judged.of(Verdict.GREEN, reason);
    }

    static Judged noFreeze(List<Freeze> freezes, Instant now) {
        Optional<Freeze> covering = freezes.stream().filter(f -> f.covers(now)).findFirst();
        if (covering.isPresent()) {
            Freeze freeze = covering.get();
            return Judged.until(
                    Verdict.PENDING, new Reason.Frozen(freeze.reason(), freeze.to()), Optional.of(freeze.to()));
        }
        Optional<Instant> next =
                freezes.stream().map(Freeze::from).filter(now::isBefore).min(Instant::compareTo);
        return Judged.until(Verdict.GREEN, new Reason.NoFreeze(), next);
    }
}
