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
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
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
        List<Destination> opened = takeInStores(run);
        branch(run);
        nameCandidate(run);
        ask(run);
        opened.forEach(destination -> Stops.guardOpening(run, destination));
        settleStage(run);
        hold(run);
        for (Destination destination : picture.platform().destinations()) {
            Goes.plan(run, destination);
            Stops.plan(run, destination);
        }
        settleStage(run);
        closeWatch(run);
        List<Finding> watched = watch(run);
        return new Decision<>(
                run.remembered(),
                run.draft().changed(),
                run.draft().happenings(),
                run.outlooks(),
                watched,
                run.draft().lookAgainAt());
    }

    private static void endActions(TrackRun run) {
        for (Action action : run.picture().actions()) {
            if (!(action.effect() instanceof Effect.AtDestination effect)) {
                continue;
            }
            Optional<Observation.Read> read = run.lastRead(effect.destination());
            Optional<Resolution.Outcome> outcome =
                    Resolution.resolve(action, read, run.picture().policy().patience(), run.draft());
            outcome.ifPresent(o -> run.become(
                    switch (o) {
                        case Resolution.Confirmed confirmed ->
                            Confirmations.confirmed(
                                    run.track(), effect, run.picture().process(), confirmed.at());
                        case Resolution.Refused refused -> Confirmations.refused(run.track(), effect, refused);
                    }));
        }
    }

    /** Compares each store with the record. Returns the destinations that were found to have gone live by themselves. */
    private static List<Destination> takeInStores(TrackRun run) {
        List<Destination> opened = new ArrayList<>();
        for (Destination destination : run.picture().platform().destinations()) {
            boolean busy = run.draft().unresolvedAt(destination.key().value()).stream()
                    .anyMatch(a -> !(a.state() instanceof ActionState.Planned));
            DestinationState before = run.track().destination(destination.key()).state();
            Optional<Observation.Read> read =
                    run.lastRead(destination.key()).filter(r -> !r.fetchedAt().isBefore(before.since()));
            if (!busy && read.isPresent() && read.get().reading() instanceof StoreReading store) {
                takeIn(run, destination, before, store, read.get().fetchedAt());
                boolean live =
                        run.track().destination(destination.key()).state().isOut();
                if (live && !before.isOut()) {
                    opened.add(destination);
                }
            }
        }
        return opened;
    }

    private static void takeIn(
            TrackRun run, Destination destination, DestinationState before, StoreReading store, Instant at) {
        DestinationProgress progress = run.track().destination(destination.key());
        switch (StoreWatch.compare(before, store, destination, run.picture().process(), at)) {
            case StoreWatch.AsKnown _ -> {}
            case StoreWatch.Event event -> seen(run, progress, event.next());
            case StoreWatch.Drift _ -> drifted(run, destination, progress, store, at);
        }
    }

    private static void seen(TrackRun run, DestinationProgress progress, DestinationState next) {
        run.put(progress.in(next).with(Optional.empty()));
        run.draft().happened(new Happening.StoreDid(progress.key(), next));
    }

    /** Where the Robot only observes, people move the release: what they did is the truth. Elsewhere it is drift. */
    private static void drifted(
            TrackRun run, Destination destination, DestinationProgress progress, StoreReading store, Instant at) {
        if (run.track().course().ended()) {
            return;
        }
        Optional<CommitId> candidate = Confirmations.candidateOf(progress.state())
                .or(() -> run.track().candidate().map(Candidate::commit));
        if (candidate.isPresent() && run.picture().mode(Route.onward(run, progress.state())) == Mode.OBSERVE) {
            seen(
                    run,
                    progress,
                    StoreWatch.adopted(
                            progress.state(),
                            store,
                            candidate.get(),
                            run.picture().process(),
                            at));
            haltedInConsole(run, destination).ifPresent(run::lay);
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
                        progress.state(),
                        store,
                        candidate.get(),
                        picture.process(),
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

    private static void nameCandidate(TrackRun run) {
        if (run.track().course().ended()) {
            return;
        }
        Naming.newCandidate(run.picture(), run.now()).ifPresent(candidate -> {
            run.become(run.track().with(candidate));
            run.draft().happened(new Happening.CandidateNamed(candidate));
        });
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
        run.enter(Stages.of(run.track()), mover(run));
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
        List<Criterion> watched = switch (run.track().stage()) {
            case UPCOMING -> run.picture().process().upcoming();
            case RELEASED -> run.picture().process().released();
            case BRANCHED, CANDIDATE, SUBMITTED, ROLLING_OUT -> List.of();
        };
        if (run.track().course().ended()) {
            return List.of();
        }
        return watched.stream().map(c -> run.find(c, Optional.empty())).toList();
    }

    /** A released version is watched for as long as the policy says, and a cancelled one until nothing of it is under way. */
    private static void closeWatch(TrackRun run) {
        Instant released = run.track().course().since();
        Instant ends = released.plus(run.picture().policy().patience().watchFor());
        boolean over = run.track().stage() == Stage.RELEASED && !run.now().isBefore(ends);
        if (run.track().stage() == Stage.RELEASED) {
            run.draft().lookAgain(ends);
        }
        if (over
                && run.track().course().closedAt().isEmpty()
                && run.draft().unresolved().isEmpty()) {
            run.become(run.track().with(run.track().course().closed(run.now())));
            run.draft().happened(new Happening.WatchEnded());
        }
    }
}
