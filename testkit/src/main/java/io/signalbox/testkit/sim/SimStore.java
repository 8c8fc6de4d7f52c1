package io.signalbox.testkit.sim;

import io.signalbox.audit.Outside.Exposed;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Capabilities.SelfAdvance;
import io.signalbox.domain.app.Capabilities.Steps;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One version at one store: what a store does with calls, and by itself. Knows nothing of who calls. */
final class SimStore {
    private final Capabilities can;
    private StoreReading.State state = new StoreReading.NotSent();
    private Optional<BuildNumber> build = Optional.empty();
    private Optional<Exposure> opening = Optional.empty();
    private Optional<Instant> verdictAt = Optional.empty();
    private Optional<StoreReading.Rejection> verdict = Optional.empty();
    private Instant runningSince = Instant.EPOCH;

    SimStore(Capabilities can) {
        this.can = can;
    }

    StoreReading reading() {
        return new StoreReading(state, build, false);
    }

    Exposed exposed() {
        return state instanceof StoreReading.Live live
                ? new Exposed(Optional.of(live.exposure().share()), live.stopped())
                : Exposed.NOBODY;
    }

    /** What the store's review will say and when. */
    void review(Instant at, Optional<StoreReading.Rejection> no) {
        verdictAt = Optional.of(at);
        verdict = no;
    }

    /** Whether it offers a version that it could stop. */
    boolean haltable() {
        return exposed().reach() > 0
                && state instanceof StoreReading.Live live
                && (live.exposure().isEveryone() ? can.haltsAtEveryone() : can.halts());
    }

    boolean inReview() {
        return state instanceof StoreReading.InReview;
    }

    boolean live() {
        return state instanceof StoreReading.Live;
    }

    Reply apply(Effect.AtDestination effect, Instant now) {
        return switch (effect) {
            case Effect.Submit submit -> submit(submit);
            case Effect.Expose expose -> expose(expose, now);
            case Effect.Resume resume -> resume(resume, now);
            case Effect.Halt _ -> halt();
            case Effect.Withdraw _ -> withdraw();
        };
    }

    private Reply submit(Effect.Submit submit) {
        boolean open = state instanceof StoreReading.NotSent || state instanceof StoreReading.Rejected;
        if (!open) {
            return new Reply.Refused(Remedy.NEEDS_PERSON, "a submission of this version is already there");
        }
        state = new StoreReading.InReview();
        build = Optional.of(submit.build());
        opening = submit.opening();
        return new Reply.Accepted("in review");
    }

    private Reply expose(Effect.Expose expose, Instant now) {
        boolean may = state instanceof StoreReading.Approved
                || state instanceof StoreReading.Live
                || can.goLive() == GoLive.WITHOUT_REVIEW;
        if (!may) {
            return new Reply.Refused(Remedy.NEEDS_PERSON, "not approved");
        }
        build = Optional.of(expose.build());
        go(expose.exposure(), now);
        return new Reply.Accepted("set to " + expose.exposure());
    }

    private Reply resume(Effect.Resume resume, Instant now) {
        if (!(state instanceof StoreReading.Live)) {
            return new Reply.Refused(Remedy.NEEDS_PERSON, "nothing to resume");
        }
        go(resume.exposure(), now);
        return new Reply.Accepted("resumed");
    }

    private void go(Exposure exposure, Instant now) {
        runningSince = now;
        state = new StoreReading.Live(exposure, false, nextStep(exposure, now));
    }

    private Optional<Instant> nextStep(Exposure exposure, Instant since) {
        return can.selfAdvance() instanceof SelfAdvance.Every every && !exposure.isEveryone()
                ? Optional.of(since.plus(every.period()))
                : Optional.empty();
    }

    private Reply halt() {
        if (!(state instanceof StoreReading.Live live)) {
            return new Reply.Refused(Remedy.RETRY, "Cannot halt release, no matching in progress release found.");
        }
        state = new StoreReading.Live(live.exposure(), true, Optional.empty());
        return new Reply.Accepted("halted");
    }

    private Reply withdraw() {
        if (state instanceof StoreReading.Live) {
            return new Reply.Refused(Remedy.RETRY, "already live");
        }
        state = new StoreReading.NotSent();
        build = Optional.empty();
        return new Reply.Accepted("withdrawn");
    }

    /** Lets the store do what it does by itself up to now. */
    boolean tick(Instant now) {
        if (state instanceof StoreReading.InReview
                && verdictAt.filter(at -> !at.isAfter(now)).isPresent()) {
            verdictAt = Optional.empty();
            decide(now);
            return true;
        }
        if (state instanceof StoreReading.Live live
                && live.nextSelfAdvance().filter(at -> !at.isAfter(now)).isPresent()) {
            go(next(live.exposure()), now);
            return true;
        }
        return false;
    }

    private void decide(Instant now) {
        if (verdict.isPresent()) {
            state = new StoreReading.Rejected(verdict.get(), "Guideline 2.3: the link does not open.");
        } else if (can.goLive() == GoLive.ON_APPROVAL) {
            go(opening.orElse(Exposure.EVERYONE), now);
        } else {
            state = new StoreReading.Approved();
        }
    }

    private Exposure next(Exposure exposure) {
        List<Share> steps = can.steps() instanceof Steps.Fixed fixed ? fixed.shares() : List.of(Share.EVERYONE);
        return steps.stream()
                .filter(s -> s.compareTo(exposure.share()) > 0)
                .findFirst()
                .map(Exposure::of)
                .orElse(Exposure.EVERYONE);
    }

    /** A person turns the rollout in the store's console. */
    void console(boolean stop, Instant now) {
        if (state instanceof StoreReading.Live live) {
            state = stop
                    ? new StoreReading.Live(live.exposure(), true, Optional.empty())
                    : new StoreReading.Live(Exposure.of(Share.percent(5)), false, nextStep(live.exposure(), now));
        }
    }

    /** For how long it has been offered as it is. */
    Duration running(Instant now) {
        return live() ? Duration.between(runningSince, now) : Duration.ZERO;
    }
}
