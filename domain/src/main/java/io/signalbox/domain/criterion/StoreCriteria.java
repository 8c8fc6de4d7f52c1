package io.signalbox.domain.criterion;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Criteria about one destination. Its store must have been read just now, whatever is on record. */
final class StoreCriteria {
    private StoreCriteria() {}

    static Judged seen(TrackPicture picture, DestinationKey destination, Instant now) {
        return store(
                picture,
                destination,
                now,
                reading -> foreign(picture, destination, reading)
                        .map(found -> Judged.of(
                                Verdict.RED,
                                new Reason.OtherBuildAtStore(
                                        found,
                                        picture.track()
                                                .candidate()
                                                .orElseThrow()
                                                .build())))
                        .orElse(Judged.of(Verdict.GREEN, new Reason.SeenAtStore())));
    }

    /** A build under review, approved or out that is not the candidate's: all evidence is about another one. */
    private static Optional<BuildNumber> foreign(
            TrackPicture picture, DestinationKey destination, StoreReading reading) {
        Optional<Candidate> candidate = picture.track().candidate();
        boolean holds = reading.state() instanceof StoreReading.InReview
                || reading.state() instanceof StoreReading.Approved
                || reading.state() instanceof StoreReading.Live;
        if (!holds || candidate.isEmpty()) {
            return Optional.empty();
        }
        Optional<BuildNumber> own = candidate
                .get()
                .artifact(picture.destination(destination).artifact())
                .map(Build.Artifact::number);
        return reading.build()
                .filter(b -> !b.equals(candidate.get().build()))
                .filter(b -> own.filter(b::equals).isEmpty());
    }

    static Judged approved(TrackPicture picture, DestinationKey destination, Instant now) {
        DestinationState state = picture.track().destination(destination).state();
        return store(picture, destination, now, _ -> switch (state) {
            case DestinationState.Unsent _, DestinationState.Gone _ ->
                Judged.of(Verdict.PENDING, new Reason.NotAtStore());
            case DestinationState.InReview in -> Judged.of(Verdict.PENDING, new Reason.InReview(in.since()));
            case DestinationState.Refused refused ->
                Judged.of(Verdict.RED, new Reason.RefusedByStore(refused.kind(), refused.text(), refused.since()));
            case DestinationState.Approved _, DestinationState.Exposed _, DestinationState.Everyone _ ->
                Judged.of(Verdict.GREEN, new Reason.ApprovedByStore(state.since()));
        });
    }

    static Judged soaked(TrackPicture picture, DestinationKey destination, Instant now) {
        DestinationState state = picture.track().destination(destination).state();
        List<Rung> ladder = picture.process().ladder();
        if (!(state instanceof DestinationState.Exposed out) || out.step() >= ladder.size()) {
            return Judged.of(Verdict.PENDING, new Reason.NotOut());
        }
        Rung rung = ladder.get(out.step());
        Instant done = out.since().plus(rung.soak());
        Reason.Soak reason = new Reason.Soak(out.since(), rung.soak());
        return store(
                picture,
                destination,
                now,
                _ -> now.isBefore(done)
                        ? Judged.until(Verdict.PENDING, reason, Optional.of(done))
                        : Judged.of(Verdict.GREEN, reason));
    }

    private static Judged store(
            TrackPicture picture, DestinationKey destination, Instant now, Function<StoreReading, Judged> judge) {
        SignalKey key = new SignalKey(SignalKind.STORE, destination.value());
        return Judged.fresh(
                key,
                picture.look(key, StoreReading.class, now),
                picture.policy().bounds().of(SignalKind.STORE),
                judge);
    }
}
