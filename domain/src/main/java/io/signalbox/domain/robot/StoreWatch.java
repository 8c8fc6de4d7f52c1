package io.signalbox.domain.robot;

import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells what a store did by itself from what nobody here brought about.
 *
 * <p>A store may approve, refuse, go live on approval, be published in its console where that is the only way, raise a share on its
 * own schedule, and put a newer version in this one's place. Every other difference is drift.
 */
final class StoreWatch {
    private StoreWatch() {}

    sealed interface Seen {}

    /** As on record. */
    record AsKnown() implements Seen {}

    /** The store did this. */
    record Event(DestinationState next) implements Seen {}

    /** Somebody else did. */
    record Drift() implements Seen {}

    /**
     * @param at when it was seen
     */
    static Seen compare(
            DestinationState mine, StoreReading reading, Destination destination, TrackPolicy process, Instant at) {
        Capabilities can = destination.capabilities();
        return switch (mine) {
            case DestinationState.Gone _ -> new AsKnown();
            case DestinationState.Unsent _ ->
                reading.state() instanceof StoreReading.NotSent ? new AsKnown() : new Drift();
            case DestinationState.InReview in ->
                fromReview(in.candidate(), in.packageRevision(), reading, can, process, at);
            case DestinationState.Refused refused -> fromRefused(refused, reading, at);
            case DestinationState.Approved approved -> fromApproved(approved, reading, can, process, at);
            case DestinationState.Exposed out -> fromExposed(out, reading, can, at);
            case DestinationState.Everyone out -> fromEveryone(out, reading, at);
        };
    }

    private static Seen fromReview(
            CommitId candidate, int revision, StoreReading reading, Capabilities can, TrackPolicy process, Instant at) {
        return switch (reading.state()) {
            case StoreReading.InReview _ -> new AsKnown();
            case StoreReading.Approved _ -> new Event(new DestinationState.Approved(candidate, at));
            case StoreReading.Rejected no ->
                new Event(new DestinationState.Refused(no.kind(), no.text(), candidate, revision, at));
            case StoreReading.Live live ->
                can.goLive() == GoLive.ON_APPROVAL ? opened(candidate, live, process, at) : new Drift();
            case StoreReading.NotSent _, StoreReading.Replaced _ -> new Drift();
        };
    }

    private static Seen fromRefused(DestinationState.Refused refused, StoreReading reading, Instant at) {
        return switch (reading.state()) {
            case StoreReading.NotSent _ -> new AsKnown();
            case StoreReading.Rejected no when no.kind() == refused.kind() -> new AsKnown();
            case StoreReading.Rejected no ->
                new Event(new DestinationState.Refused(
                        no.kind(), no.text(), refused.candidate(), refused.packageRevision(), at));
            case StoreReading.Approved _ -> new Event(new DestinationState.Approved(refused.candidate(), at));
            case StoreReading.InReview _, StoreReading.Live _, StoreReading.Replaced _ -> new Drift();
        };
    }

    private static Seen fromApproved(
            DestinationState.Approved approved,
            StoreReading reading,
            Capabilities can,
            TrackPolicy process,
            Instant at) {
        boolean noReview = !can.goLive().hasReview();
        return switch (reading.state()) {
            case StoreReading.Approved _ -> new AsKnown();
            case StoreReading.NotSent _ -> noReview ? new AsKnown() : new Drift();
            case StoreReading.Live live -> {
                boolean byStore = can.goLive() == GoLive.ON_APPROVAL || can.goLive() == GoLive.IN_CONSOLE;
                yield byStore ? opened(approved.candidate(), live, process, at) : new Drift();
            }
            case StoreReading.InReview _, StoreReading.Rejected _, StoreReading.Replaced _ -> new Drift();
        };
    }

    /** Live by the store's own doing: as submitted, at the first rung and running, it is an event; anything else is not. */
    private static Seen opened(CommitId candidate, StoreReading.Live live, TrackPolicy process, Instant at) {
        boolean asSubmitted = live.exposure().equals(process.ladder().getFirst().exposure()) && !live.stopped();
        return asSubmitted ? new Event(atFirstRung(candidate, process, at)) : new Drift();
    }

    static DestinationState atFirstRung(CommitId candidate, TrackPolicy process, Instant at) {
        Exposure exposure = process.ladder().getFirst().exposure();
        return process.ladder().size() == 1
                ? new DestinationState.Everyone(candidate, Motion.RUNNING, at)
                : new DestinationState.Exposed(candidate, 0, exposure, Motion.RUNNING, at);
    }

    private static Seen fromExposed(DestinationState.Exposed out, StoreReading reading, Capabilities can, Instant at) {
        return switch (reading.state()) {
            case StoreReading.Replaced _ -> new Event(new DestinationState.Gone("replaced by a newer version", at));
            case StoreReading.Live live -> {
                if (live.stopped() != (out.motion() != Motion.RUNNING)) {
                    yield new Drift();
                }
                if (live.exposure().equals(out.exposure())) {
                    yield new AsKnown();
                }
                yield selfAdvanced(out, live, can, at).<Seen>map(Event::new).orElseGet(Drift::new);
            }
            case StoreReading.NotSent _, StoreReading.InReview _, StoreReading.Approved _, StoreReading.Rejected _ ->
                new Drift();
        };
    }

    /**
     * A share on the store's own ladder, above the one on record, reached while nothing kept it from advancing, and no sooner than the
     * store climbs by itself: whoever is faster than that is a person in its console.
     */
    private static Optional<DestinationState> selfAdvanced(
            DestinationState.Exposed out, StoreReading.Live live, Capabilities can, Instant at) {
        boolean running = out.motion() == Motion.RUNNING && can.advancesByItself();
        boolean up = live.exposure().share().compareTo(out.exposure().share()) > 0
                && live.exposure().markets().equals(out.exposure().markets());
        boolean climbed = can.steps() instanceof Capabilities.Steps.Fixed fixed
                && can.selfAdvance() instanceof Capabilities.SelfAdvance.Every every
                && climbs(fixed.shares(), out, live, every.period(), at);
        if (!running || !up || !climbed) {
            return Optional.empty();
        }
        return Optional.of(
                live.exposure().isEveryone()
                        ? new DestinationState.Everyone(out.candidate(), Motion.RUNNING, at)
                        : new DestinationState.Exposed(
                                out.candidate(), out.step(), live.exposure(), Motion.RUNNING, out.since()));
    }

    /** The first step may be near at any time; each further one takes a period. */
    private static boolean climbs(
            List<Share> ladder, DestinationState.Exposed out, StoreReading.Live live, Duration period, Instant at) {
        Share from = out.exposure().share();
        Share to = live.exposure().share();
        long steps = ladder.stream()
                .filter(s -> s.compareTo(from) > 0 && s.compareTo(to) <= 0)
                .count();
        return ladder.contains(to) && !at.isBefore(out.since().plus(period.multipliedBy(steps - 1)));
    }

    private static Seen fromEveryone(DestinationState.Everyone out, StoreReading reading, Instant at) {
        return switch (reading.state()) {
            case StoreReading.Replaced _ -> new Event(new DestinationState.Gone("replaced by a newer version", at));
            case StoreReading.Live live ->
                live.exposure().isEveryone() && live.stopped() == (out.motion() != Motion.RUNNING)
                        ? new AsKnown()
                        : new Drift();
            case StoreReading.NotSent _, StoreReading.InReview _, StoreReading.Approved _, StoreReading.Rejected _ ->
                new Drift();
        };
    }

    /**
     * The record that agrees with a reading: what adopting a store's state means. Whatever is there was sent with the words of
     * today, as far as anybody knows: only a later change of them is a mended one.
     */
    static DestinationState adopted(
            TrackPicture picture, DestinationState mine, StoreReading reading, CommitId candidate, Instant at) {
        int revision = picture.track().said().submission().revision();
        return switch (reading.state()) {
            case StoreReading.NotSent _ -> new DestinationState.Unsent(at);
            case StoreReading.InReview _ -> new DestinationState.InReview(candidate, revision, at);
            case StoreReading.Approved _ -> new DestinationState.Approved(candidate, at);
            case StoreReading.Rejected no ->
                new DestinationState.Refused(no.kind(), no.text(), candidate, revision, at);
            case StoreReading.Replaced _ -> new DestinationState.Gone("replaced by a newer version", at);
            case StoreReading.Live live -> adoptedLive(mine, live, candidate, picture.process(), at);
        };
    }

    private static DestinationState adoptedLive(
            DestinationState mine, StoreReading.Live live, CommitId candidate, TrackPolicy process, Instant at) {
        Motion motion = live.stopped() ? Motion.HALTED : Motion.RUNNING;
        if (live.exposure().isEveryone()) {
            return new DestinationState.Everyone(candidate, motion, at);
        }
        int rung = 0;
        for (int i = 0; i < process.ladder().size(); i++) {
            if (process.ladder()
                            .get(i)
                            .exposure()
                            .share()
                            .compareTo(live.exposure().share())
                    <= 0) {
                rung = i;
            }
        }
        Instant since =
                mine instanceof DestinationState.Exposed out && out.exposure().equals(live.exposure())
                        ? out.since()
                        : at;
        return new DestinationState.Exposed(candidate, rung, live.exposure(), motion, since);
    }
}
