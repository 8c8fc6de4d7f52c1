package io.signalbox.engine.reconcile;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Opening;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.picture.TrainPicture;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.robot.ReleaseRobot;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.robot.TrainRobot;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One look at a subject: what is concluded for it, whatever its kind.
 *
 * @param before its state and unresolved actions as read
 * @param next its state as concluded
 * @param changed actions that are new or changed
 * @param unresolved its unresolved actions as concluded
 * @param opened new subjects
 */
public record Look(
        Snapshot before,
        SubjectState state,
        SubjectState next,
        List<Action> changed,
        List<Action> unresolved,
        List<Happening> happenings,
        List<Outlook> outlooks,
        List<SubjectState> opened,
        Attention attention,
        Optional<Instant> lookAgainAt) {

    /**
     * Decides.
     *
     * @param replaced an action whose state is known better than storage does, if any
     */
    public static Look at(Snapshot snapshot, Pictures pictures, Optional<Action> replaced, Instant now) {
        return switch (snapshot) {
            case Snapshot.OfTrack of -> track(of, pictures, replaced, now);
            case Snapshot.OfRelease of -> release(of, pictures, replaced, now);
            case Snapshot.OfTrain of -> train(of, pictures, now);
        };
    }

    private static Look track(Snapshot.OfTrack of, Pictures pictures, Optional<Action> replaced, Instant now) {
        List<Action> actions = with(of.actions(), replaced);
        TrackPicture picture = pictures.of(of).withActions(actions);
        Decision<Track> decision = TrackRobot.decide(picture, now);
        List<Action> unresolved = unresolved(actions, decision.actions());
        return new Look(
                of,
                new SubjectState.OfTrack(of.track()),
                new SubjectState.OfTrack(decision.next()),
                changed(decision.actions(), replaced),
                unresolved,
                decision.happenings(),
                decision.outlooks(),
                List.of(),
                Attentions.of(decision, unresolved),
                decision.lookAgainAt());
    }

    private static Look release(Snapshot.OfRelease of, Pictures pictures, Optional<Action> replaced, Instant now) {
        List<Action> actions = with(of.actions(), replaced);
        ReleasePicture picture = pictures.of(of).withActions(actions);
        Decision<Release> decision = ReleaseRobot.decide(picture, now);
        List<Action> unresolved = unresolved(actions, decision.actions());
        return new Look(
                of,
                new SubjectState.OfRelease(of.release()),
                new SubjectState.OfRelease(decision.next()),
                changed(decision.actions(), replaced),
                unresolved,
                decision.happenings(),
                decision.outlooks(),
                List.of(),
                Attentions.of(decision.next(), decision, unresolved, now),
                decision.lookAgainAt());
    }

    private static Look train(Snapshot.OfTrain of, Pictures pictures, Instant now) {
        TrainPicture picture = pictures.of(of);
        Decision<Train> decision = TrainRobot.decide(picture, now);
        List<SubjectState> opened = new ArrayList<>();
        for (Happening happening : decision.happenings()) {
            if (happening instanceof Happening.CycleOpened cycle) {
                Opening opening = TrainRobot.opening(picture, cycle.cycle());
                opened.add(new SubjectState.OfRelease(opening.release()));
                opening.tracks().forEach(t -> opened.add(new SubjectState.OfTrack(t)));
            }
        }
        return new Look(
                of,
                new SubjectState.OfTrain(of.train()),
                new SubjectState.OfTrain(decision.next()),
                List.of(),
                List.of(),
                decision.happenings(),
                List.of(),
                opened,
                Attention.NONE,
                decision.lookAgainAt());
    }

    private static List<Action> with(List<Action> actions, Optional<Action> replaced) {
        return actions.stream()
                .map(a -> replaced.filter(r -> r.id().equals(a.id())).orElse(a))
                .toList();
    }

    /** The replaced action is a change too, even if the decision leaves it as it is. */
    private static List<Action> changed(List<Action> decided, Optional<Action> replaced) {
        List<Action> changed = new ArrayList<>(decided);
        replaced.filter(r -> decided.stream().noneMatch(a -> a.id().equals(r.id())))
                .ifPresent(changed::add);
        return changed;
    }

    private static List<Action> unresolved(List<Action> before, List<Action> decided) {
        TreeMap<Integer, Action> all = new TreeMap<>();
        before.forEach(a -> all.put(a.id().number(), a));
        decided.forEach(a -> all.put(a.id().number(), a));
        return all.values().stream().filter(Action::unresolved).toList();
    }

    /** Those that wait to be sent, stops first. */
    public List<Action> planned() {
        return unresolved.stream()
                .filter(a -> a.state() instanceof ActionState.Planned)
                .sorted((a, b) -> Boolean.compare(
                        a.effect().lane() != Lane.STOP, b.effect().lane() != Lane.STOP))
                .toList();
    }
}
