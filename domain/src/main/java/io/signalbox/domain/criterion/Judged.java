package io.signalbox.domain.criterion;

import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A criterion's verdict before hold times and overrides. */
record Judged(
        Verdict verdict, Reason.OfCriterion reason, Optional<Finding.Source> source, Optional<Instant> changesAt) {

    static Judged of(Verdict verdict, Reason.OfCriterion reason) {
        return new Judged(verdict, reason, Optional.empty(), Optional.empty());
    }

    static Judged until(Verdict verdict, Reason.OfCriterion reason, Optional<Instant> changesAt) {
        return new Judged(verdict, reason, Optional.empty(), changesAt);
    }

    static Judged met(boolean met, Reason.OfCriterion reason) {
        return of(met ? Verdict.GREEN : Verdict.RED, reason);
    }

    /** Only a fresh reading is judged; every other state of knowledge has its own verdict. */
    static <R extends Reading> Judged fresh(
            SignalKey signal, Evidence<R> evidence, Duration bound, Function<R, Judged> judge) {
        return switch (evidence) {
            case Evidence.Missing<R> _ -> of(Verdict.MISSING, new Reason.NoReading(signal));
            case Evidence.Stale<R> stale ->
                of(Verdict.STALE, new Reason.OldReading(signal, stale.source(), stale.asOf(), bound))
                        .from(stale.source(), stale.asOf());
            case Evidence.Broken<R> broken ->
                of(Verdict.ERROR, new Reason.SourceFails(signal, broken.source(), broken.failure(), broken.since()));
            case Evidence.Unreadable<R> unreadable ->
                of(Verdict.ERROR, new Reason.UnreadableReading(signal, unreadable.why()));
            case Evidence.Fresh<R> fresh ->
                judge.apply(fresh.reading()).from(fresh.source(), fresh.asOf()).before(fresh.staleAt());
        };
    }

    /** Says who said so, unless that is already said more closely. */
    private Judged from(String name, Instant asOf) {
        return source.isPresent()
                ? this
                : new Judged(verdict, reason, Optional.of(new Finding.Source(name, asOf)), changesAt);
    }

    private Judged before(Instant limit) {
        Instant earliest = changesAt.filter(at -> at.isBefore(limit)).orElse(limit);
        return new Judged(verdict, reason, source, Optional.of(earliest));
    }
}
