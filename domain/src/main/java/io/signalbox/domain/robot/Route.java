package io.signalbox.domain.robot;

import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Build.Artifact;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Stage;
import java.util.List;
import java.util.Optional;

/** Where a destination goes next, whether or not it may. */
final class Route {
    private Route() {}

    /**
     * The next move.
     *
     * @param effect what it would bring about; empty if somebody else must act first
     * @param inTheWay who or what that is
     */
    record Next(Move move, Optional<Effect> effect, List<Reason.InTheWay> inTheWay) {
        static Next of(Move move, Effect effect) {
            return new Next(move, Optional.of(effect), List.of());
        }

        static Next waits(Move move, Reason.InTheWay why) {
            return new Next(move, Optional.empty(), List.of(why));
        }
    }

    /** The move that leads on from a state, for the question who makes it. */
    static Move onward(TrackRun run, DestinationState state) {
        return switch (state) {
            case DestinationState.Unsent _, DestinationState.Gone _ -> Move.SUBMIT;
            case DestinationState.InReview _, DestinationState.Refused _, DestinationState.Approved _ ->
                Guards.opening(run.picture().process());
            case DestinationState.Exposed out -> run.picture().process().moveFrom(out.step());
            case DestinationState.Everyone _ -> Move.EVERYONE;
        };
    }

    static Optional<Next> next(TrackRun run, Destination destination) {
        Stage stage = run.track().stage();
        Optional<Candidate> candidate = run.track().candidate();
        if (run.track().course().ended() || !stage.atLeast(Stage.BRANCHED)) {
            return Optional.empty();
        }
        if (candidate.isEmpty()
                || candidate.get().artifact(destination.artifact()).isEmpty()) {
            return stage.atLeast(Stage.SUBMITTED)
                    ? Optional.empty()
                    : Optional.of(new Next(Move.SUBMIT, Optional.empty(), List.of()));
        }
        Artifact artifact = candidate.get().artifact(destination.artifact()).orElseThrow();
        return next(run, destination, candidate.get(), artifact);
    }

    private static Optional<Next> next(TrackRun run, Destination destination, Candidate candidate, Artifact artifact) {
        DestinationProgress progress = run.track().destination(destination.key());
        TrackPolicy process = run.picture().process();
        return switch (progress.state()) {
            case DestinationState.Unsent _ -> Optional.of(submit(run, destination, candidate, artifact));
            case DestinationState.InReview in ->
                Optional.of(Next.waits(Guards.opening(process), new Reason.InReview(in.since())));
            case DestinationState.Refused refused -> Optional.of(again(run, destination, candidate, artifact, refused));
            case DestinationState.Approved _ -> Optional.of(opened(run, destination, candidate, artifact));
            case DestinationState.Exposed out ->
                out.motion() == Motion.HALTED
                        ? Optional.of(Next.of(
                                Move.RESUME, new Effect.Resume(destination.key(), candidate.build(), out.exposure())))
                        : Optional.of(raised(process, destination, candidate, artifact, out));
            case DestinationState.Everyone out ->
                out.motion() == Motion.HALTED
                        ? Optional.of(Next.of(
                                Move.RESUME,
                                new Effect.Resume(
                                        destination.key(),
                                        candidate.build(),
                                        process.last().exposure())))
                        : Optional.empty();
            case DestinationState.Gone _ -> Optional.empty();
        };
    }

    /** Before the track is a candidate the submission is only an outlook. */
    private static Next submit(TrackRun run, Destination destination, Candidate candidate, Artifact artifact) {
        if (!run.track().stage().atLeast(Stage.CANDIDATE)) {
            return new Next(Move.SUBMIT, Optional.empty(), List.of());
        }
        Effect effect = new Effect.Submit(
                destination.key(),
                candidate.commit(),
                candidate.build(),
                artifact,
                Goes.opening(run, destination),
                run.track().said().submission());
        return Next.of(Move.SUBMIT, effect);
    }

    private static Next again(
            TrackRun run,
            Destination destination,
            Candidate candidate,
            Artifact artifact,
            DestinationState.Refused refused) {
        boolean mended = refused.kind() == Rejection.METADATA
                ? run.track().said().submission().revision() > refused.packageRevision()
                : !candidate.commit().equals(refused.candidate());
        if (mended) {
            return submit(run, destination, candidate, artifact);
        }
        Reason.InTheWay why = refused.kind() == Rejection.METADATA
                ? new Reason.RefusedByStore(refused.kind(), refused.text(), refused.since())
                : new Reason.NewCandidateNeeded(refused.candidate());
        return Next.waits(Move.SUBMIT, why);
    }

    private static Next opened(TrackRun run, Destination destination, Candidate candidate, Artifact artifact) {
        TrackPolicy process = run.picture().process();
        Move move = Guards.opening(process);
        GoLive goLive = destination.capabilities().goLive();
        return switch (goLive) {
            case ON_APPROVAL -> Next.waits(move, new Reason.StoreGoesLive(destination.key()));
            case IN_CONSOLE -> Next.waits(move, new Reason.PublishInConsole(destination.key()));
            case BY_CALL, WITHOUT_REVIEW -> Next.of(move, expose(process, destination, candidate, artifact, 0));
        };
    }

    private static Next raised(
            TrackPolicy process,
            Destination destination,
            Candidate candidate,
            Artifact artifact,
            DestinationState.Exposed out) {
        return Next.of(process.moveFrom(out.step()), expose(process, destination, candidate, artifact, out.step() + 1));
    }

    private static Effect expose(
            TrackPolicy process, Destination destination, Candidate candidate, Artifact artifact, int rung) {
        return new Effect.Expose(
                destination.key(),
                candidate.commit(),
                candidate.build(),
                artifact,
                process.ladder()
                        .get(Math.min(rung, process.ladder().size() - 1))
                        .exposure(),
                Math.min(rung, process.ladder().size() - 1));
    }
}
