package io.signalbox.domain.criterion;

import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Memory;
import io.signalbox.domain.track.Standing;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Adds to a verdict since when it is so, and lets a green one count only when it has been so for its hold time. Red acts at once,
 * green must last; both by the source's clock, so that a frozen source never ripens.
 */
public final class Standings {
    private Standings() {}

    static Finding finding(Criterion criterion, Judged judged, Memory memory, Optional<Instant> ownSince, Instant now) {
        Instant since = ownSince.orElseGet(() -> since(criterion, judged, memory, now));
        Duration hold = TrackJudge.hold(criterion);
        Instant asOf = judged.source().map(Finding.Source::asOf).orElse(now);
        boolean unripe = judged.verdict().isGreen() && !hold.isZero() && asOf.isBefore(since.plus(hold));
        Verdict verdict = unripe ? Verdict.PENDING : judged.verdict();
        Reason.OfCriterion reason = unripe ? new Reason.Settling(judged.reason(), since.plus(hold)) : judged.reason();
        return new Finding(criterion, verdict, reason, since, judged.source(), Optional.empty(), judged.changesAt());
    }

    private static Instant since(Criterion criterion, Judged judged, Memory memory, Instant now) {
        Instant from = judged.verdict().isGreen()
                ? judged.source().map(Finding.Source::asOf).orElse(now)
                : now;
        return memory.standing(criterion.key())
                .filter(s -> alike(s.verdict(), judged.verdict()))
                .map(Standing::since)
                .orElse(from);
    }

    /** Not knowing is one state, whatever keeps us from knowing: a source that fails in turns is no less blind. */
    private static boolean alike(Verdict one, Verdict other) {
        return one == other || (one.isUnknown() && other.isUnknown());
    }

    /** What the next decision must know of this finding. */
    public static Standing standing(Finding finding) {
        Verdict raw = finding.reason() instanceof Reason.Settling ? Verdict.GREEN : finding.verdict();
        return new Standing(finding.criterion().key(), raw, finding.since());
    }
}
