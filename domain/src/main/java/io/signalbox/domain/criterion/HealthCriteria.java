package io.signalbox.domain.criterion;

import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.HealthReading.Use;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/** Criteria about use and crashes. Without use nothing is known, and nothing known is never green. */
final class HealthCriteria {
    private HealthCriteria() {}

    static Judged crashRate(TrackPicture picture, Criterion.CrashRate criterion, Instant now) {
        return health(picture, criterion.ring(), now, (reading, candidate) -> {
            Use use = reading.of(candidate.build());
            Optional<Double> rate = use.perThousand();
            if (rate.isEmpty() || use.sessions() < criterion.minSessions()) {
                Verdict verdict = rate.isEmpty() ? Verdict.MISSING : Verdict.PENDING;
                return Judged.of(
                        verdict,
                        new Reason.TooFewSessions(
                                criterion.ring(), candidate.build(), use.sessions(), criterion.minSessions()));
            }
            return Judged.met(
                    rate.get() <= criterion.most(),
                    new Reason.Rate(
                            criterion.ring(),
                            candidate.build(),
                            use.sessions(),
                            use.crashed(),
                            rate.get(),
                            criterion.most()));
        });
    }

    static Judged enoughUse(TrackPicture picture, Criterion.EnoughUse criterion, Instant now) {
        return health(picture, criterion.ring(), now, (reading, candidate) -> {
            boolean accumulates = picture.policy().carryOver().use() != CarryOver.Rule.START_AGAIN;
            Use use = accumulates ? reading.total() : reading.of(candidate.build());
            boolean enough = use.sessions() >= criterion.minSessions();
            Verdict verdict = enough ? Verdict.GREEN : use.sessions() == 0 ? Verdict.MISSING : Verdict.PENDING;
            return Judged.of(verdict, new Reason.Use(criterion.ring(), use.sessions(), criterion.minSessions()));
        });
    }

    private static Judged health(
            TrackPicture picture, RingKey ring, Instant now, BiFunction<HealthReading, Candidate, Judged> judge) {
        SignalKey key = new SignalKey(SignalKind.HEALTH, ring.value());
        return Judged.fresh(
                key,
                picture.look(key, HealthReading.class, now),
                picture.policy().bounds().of(SignalKind.HEALTH),
                reading -> picture.track()
                        .candidate()
                        .map(candidate -> judge.apply(reading, candidate))
                        .orElse(Judged.of(Verdict.PENDING, new Reason.NoCandidate())));
    }
}
