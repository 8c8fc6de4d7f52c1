package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides for a track.
 *
 * <p>In this order: ends actions that a reading ends; takes in what stores did; names a candidate; asks what takes judgement; moves
 * between BRANCHED and CANDIDATE; for each destination plans at most one forward move, and what must be stopped. What is concluded
 * is part of the next state, so deciding again at the same instant concludes nothing new.
 */
public final class TrackRobot {
    private TrackRobot() {}

    public static Decision<Track> decide(TrackPicture picture, Instant now) {
        TrackRun run = new TrackRun(picture, now);
        endActions(run);
        picture.destinations().forEach(destination -> Stops.giveUpInDoubt(run, destination));
        if (!picture.configured()) {
            return withoutPlatform(run);
        }
        takeInStores(run);
        branch(run);
        nameCandidate(run);
        ask(run);
        Openings.judge(run);
        settleStage(run);
        hold(run);
        for (Destination destination : picture.destinations()) {
            Stops.reconsider(run, destination);
            Goes.plan(run, destination);
            Stops.plan(run, destination);
        }
        settleStage(run);
        closeWatch(run);
        return decision(run, watch(run));
    }

    private static Decision<Track> decision(TrackRun run, List<Finding> watched) {
        return new Decision<>(
                run.remembered(),
                run.draft().changed(),
                run.draft().happenings(),
                run.outlooks(),
                watched,
                run.draft().lookAgainAt());
    }

    /** Of a platform that is not configured any more nothing is known, and nothing can be done but to let time end the watch. */
    private static Decision<Track> withoutPlatform(TrackRun run) {
        ActionState dropped = new ActionState.Superseded("its platform is not configured any more", run.now());
        run.draft().unresolved().stream()
                .filter(a -> a.state() instanceof ActionState.Planned)
                .forEach(a -> run.draft().end(a, dropped));
        closeWatch(run);
        return decision(run, List.of());
    }

    private static void endActions(TrackRun run) {
        for (Action action : run.picture().actions()) {
            if (!(action.effect() instanceof Effect.AtDestination effect)) {
                continue;
            }
            DestinationState before =
                    run.track().destination(effect.destination()).state();
            Resolution.Seen seen = new Resolution.Seen(
                    run.lastRead(effect.destination()), reading -> ReadBack.shows(effect, before, reading));
            Optional<Resolution.Outcome> outcome =
                    Resolution.resolve(action, seen, run.picture().policy().patience(), run.draft());
            outcome.ifPresent(o -> run.become(
                    switch (o) {
                        case Resolution.Confirmed confirmed ->
                            Confirmations.confirmed(
                                    run.track(), action, effect, run.picture().process(), confirmed.at());
                        case Resolution.Refused refused -> Confirmations.refused(run.track(), action, effect, refused);
                    }));
        }
    }

    /** Compares each store with the record, and remembers which of them went live by themselves. */
    private static void takeInStores(TrackRun run) {
        List<DestinationKey> unproven = new ArrayList<>(run.track().memory().unproven());
        for (Destination destination : run.picture().destinations()) {
            boolean busy = run.draft().unresolvedAt(destination.key().value()).stream()
                    .anyMatch(a -> !(a.state() instanceof ActionState.Planned));
            DestinationState before = run.track().destination(destination.key()).state();
            Optional<Observation.Read> read =
                    run.lastRead(destination.key()).filter(r -> !r.fetchedAt().isBefore(before.since()));
            if (!busy && read.isPresent() && read.get().reading() instanceof StoreReading store) {
                StoreWatch.Seen seen =
                        takeIn(run, destination, before, store, read.get().fetchedAt());
                if (seen instanceof StoreWatch.Event event && event.next().isOut() && !before.isOut()) {
                    unproven.add(destination.key());
                }
            }
        }
        run.become(run.track().with(run.track().memory().withUnproven(unproven)));
    }

    private static StoreWatch.Seen takeIn(
            TrackRun run, Destination destination, DestinationState before, StoreReading store, Instant at) {
        DestinationProgress progress = run.track().destination(destination.key());
        StoreWatch.Seen seen =
                StoreWatch.compare(before, store, destination, run.picture().process(), at);
        switch (seen) {
            case StoreWatch.AsKnown _ -> {}
            case StoreWatch.Event event -> seen(run, progress, event.next());
            case StoreWatch.Drift _ -> drifted(run, destination, progress, store, at);
        }
        return seen;
    }

    private static void seen(TrackRun run, DestinationProgress progress, DestinationState next) {
        run.put(progress.in(next).with(Optional.empty()));
        run.draft().happened(new Happening.StoreDid(progress.key(), next));
    }

    /**
     * Where the Robot only observes, people move the release: what they did is the truth. So it is of what is cancelled, and of
     * what already is as a hold wants it. Elsewhere it is drift.
     */
    private static void drifted(
            TrackRun run, Destination destination, DestinationProgress progress, StoreReading store, Instant at) {
        Optional<CommitId> candidate = Confirmations.candidateOf(progress.state())
                .or(() -> run.track().candidate().map(Candidate::commit));
        Move onward = Route.onward(run, progress.state());
        boolean observes = Consent.mode(run.picture(), onward, destination) == Mode.OBSERVE;
        if (candidate.isPresent() && (observes || run.track().cancelled())) {
            seen(run, progress, StoreWatch.adopted(run.picture(), progress.state(), store, candidate.get(), at));
            haltedInConsole(run, destination).ifPresent(run::lay);
            return;
        }
        Optional<DestinationState> done = Stops.done(run, progress.state(), store, at);
        if (done.isPresent()) {
            seen(run, progress, done.get());
            return;
        }
        if (run.track().course().ended()) {
            return;
        }
        Hold.Drift drift = new Hold.Drift(destination.key(), progress.state(), store.state(), run.now());
        boolean known =
                run.track().said().holds().stream().anyMatch(h -> h.slot().equals(drift.slot()));
        if (!known) {
            run.lay(drift);
            run.draft().happened(new Happening.Drifted(destination.key(), progress.state(), store.state()));
        }
    }

    /** The record of a destination that agrees with the newest answer of its store; as it is if there is none. */
    public static DestinationProgress adopted(TrackPicture picture, DestinationKey destination, Instant now) {
        TrackRun run = new TrackRun(picture, now);
        DestinationProgress progress = picture.track().destination(destination);
        Optional<CommitId> candidate = Confirmations.candidateOf(progress.state())
                .or(() -> picture.track().candidate().map(Candidate::commit));
        Optional<Observation.Read> read = run.lastRead(destination);
        if (candidate.isEmpty() || read.isEmpty() || !(read.get().reading() instanceof StoreReading store)) {
            return progress;
        }
        return progress.in(StoreWatch.adopted(
                        picture,
                        progress.state(),
                        store,
                        candidate.get(),
                        read.get().fetchedAt()))
                .with(Optional.empty());
    }

    public static boolean isHalted(DestinationProgress progress) {
        return Confirmations.motion(progress.state())
                .filter(m -> m == Motion.HALTED)
                .isPresent();
    }

    /** What somebody stopped in a store's console stays stopped until a person here says otherwise. */
    private static Optional<Hold> haltedInConsole(TrackRun run, Destination destination) {
        return isHalted(run.track().destination(destination.key()))
                        && !run.track().cancelled()
                ? Optional.of(new Hold.Paused(destination.name(), "stopped in the store's console", run.now()))
                : Optional.empty();
    }

    /** A track is branched when its release's cut is on record. */
    private static void branch(TrackRun run) {
        Optional<RepositoryProgress.Cut> cut = run.picture()
                .release()
                .repository(run.picture().platform().repository())
                .cut();
        if (run.track().stage() == Stage.UPCOMING
                && cut.isPresent()
                && !run.track().course().ended()) {
            run.enter(Stage.BRANCHED, cut.get().by());
        }
    }

    /** While a call about the present candidate is under way it stays: a store that holds another build leads nowhere. */
    private static void nameCandidate(TrackRun run) {
        if (run.track().course().ended() || run.draft().goUnderWay()) {
            return;
        }
        Naming.newCandidate(run.picture(), run.now()).ifPresent(candidate -> {
            run.become(run.track().with(candidate));
            forgiveFormerBuilds(run);
            run.draft().happened(new Happening.CandidateNamed(candidate));
        });
    }

    /** What a store would never take was the former build. */
    private static void forgiveFormerBuilds(TrackRun run) {
        for (DestinationProgress progress : run.track().destinations()) {
            if (progress.trouble().filter(t -> t.remedy() == Remedy.NEEDS_BUILD).isPresent()) {
                run.put(progress.with(Optional.empty()));
            }
        }
    }

    private static void ask(TrackRun run) {
        for (Question question : Asking.newQuestions(run.picture(), run.now())) {
            run.become(run.track().withSaid(said -> said.with(question)));
            run.draft().happened(new Happening.Asked(question));
        }
    }

    /** CANDIDATE while its guard is met or cannot be told; BRANCHED as soon as it is known not to be met. */
    private static void settleStage(TrackRun run) {
        if (run.track().course().ended()) {
            return;
        }
        run.enter(Stages.of(run.track().stage(), run.picture().progress()), mover(run));
        Stage stage = run.track().stage();
        Optional<MovePolicy> move = run.picture().process().move(Move.CANDIDATE);
        if (move.isEmpty() || (stage != Stage.BRANCHED && stage != Stage.CANDIDATE)) {
            return;
        }
        List<Finding> guard = move.get().guard().stream()
                .map(c -> run.find(c, Optional.empty()))
                .toList();
        boolean lets = !guard.isEmpty()
                && guard.stream().allMatch(Finding::lets)
                && run.track().candidate().isPresent();
        boolean knownNotMet = guard.stream()
                .anyMatch(f -> !f.lets() && (f.verdict() == Verdict.RED || f.verdict() == Verdict.PENDING));
        if (stage == Stage.BRANCHED && lets) {
            run.enter(Stage.CANDIDATE, "Robot");
        } else if (stage == Stage.CANDIDATE && knownNotMet) {
            run.enter(Stage.BRANCHED, "Robot");
        }
        if (run.outlooks().stream().noneMatch(o -> o.move() == Move.CANDIDATE)
                && run.track().stage() == Stage.BRANCHED) {
            run.add(new Outlook("", Move.CANDIDATE, Mode.AUTOMATIC, guard, List.of(), false, Optional.empty()));
        }
    }

    private static String mover(TrackRun run) {
        return run.draft().happenings().stream()
                .filter(h -> h instanceof Happening.StoreDid)
                .map(h -> ((Happening.StoreDid) h).destination().value())
                .findFirst()
                .orElse("Robot");
    }

    /** Under a hold that stops, what the Robot had frozen counts as stopped by the hold. */
    private static void hold(TrackRun run) {
        if (!run.track().said().stopped()) {
            return;
        }
        for (DestinationProgress progress : run.track().destinations()) {
            boolean frozen = progress.state() instanceof DestinationState.Exposed out && out.motion() == Motion.FROZEN;
            if (frozen) {
                run.put(progress.in(Confirmations.moving(
                        progress.state(), Motion.HALTED, progress.state().since())));
            }
        }
    }

    private static List<Finding> watch(TrackRun run) {
        if (run.track().course().closedAt().isPresent()) {
            return List.of();
        }
        return watched(run.track(), run.picture().process()).stream()
                .map(c -> run.find(c, Optional.empty()))
                .toList();
    }

    private static List<Criterion> watched(Track track, TrackPolicy process) {
        if (track.cancelled()) {
            return track.anyOut() ? process.released() : List.of();
        }
        return switch (track.stage()) {
            case UPCOMING -> process.upcoming();
            case RELEASED -> process.released();
            case BRANCHED, CANDIDATE, SUBMITTED, ROLLING_OUT -> List.of();
        };
    }

    /** What everyone has is watched for as long as the policy says; so is what was cancelled or replaced, for those who have it. */
    private static void closeWatch(TrackRun run) {
        Optional<Instant> from = watchedFrom(run.track());
        if (from.isEmpty() || run.track().course().closedAt().isPresent()) {
            return;
        }
        boolean sent = run.track().stage().atLeast(Stage.SUBMITTED)
                || run.track().destinations().stream().anyMatch(d -> !(d.state() instanceof DestinationState.Unsent));
        Instant ends = sent ? from.get().plus(run.picture().policy().patience().watchFor()) : from.get();
        run.draft().lookAgain(ends);
        if (!run.now().isBefore(ends) && run.draft().unresolved().isEmpty() && !Stops.anyWanted(run)) {
            run.become(run.track().with(run.track().course().closed(run.now())));
            run.draft().happened(new Happening.WatchEnded());
        }
    }

    /** Since when nothing is left to be done for a track but to watch it. */
    private static Optional<Instant> watchedFrom(Track track) {
        if (track.cancelled()) {
            return track.course().cancelled().map(Cancellation::at);
        }
        if (track.stage() == Stage.RELEASED) {
            return Optional.of(track.course().since());
        }
        boolean gone = track.destinations().stream().allMatch(d -> d.state() instanceof DestinationState.Gone);
        return gone
                ? track.destinations().stream().map(d -> d.state().since()).max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
