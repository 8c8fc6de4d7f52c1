package io.signalbox.domain.robot.enumeration;

import static io.signalbox.domain.Given.NOW;

import io.signalbox.domain.Given;
import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.TrackCommands;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The laws that hold at every point. Each returns what is wrong, or nothing. */
final class Laws {
    private static final Actor MEMBER = new Actor("Mei", Role.TEAM_MEMBER, Optional.empty());

    private Laws() {}

    /** What a decision does outwardly. */
    record Deeds(boolean goes, boolean stops) {}

    static Deeds deeds(Decision<Track> decision) {
        boolean goes = decision.actions().stream()
                .anyMatch(a -> a.effect().lane() == Lane.GO && a.state() instanceof ActionState.Planned);
        boolean approvedWithoutReview = decision.happenings().stream()
                .anyMatch(h -> h instanceof Happening.StoreDid did
                        && did.now() instanceof DestinationState.Approved approved
                        && approved.since().equals(NOW));
        boolean stops = decision.actions().stream()
                .anyMatch(a -> a.effect().lane() == Lane.STOP && a.state() instanceof ActionState.Planned);
        return new Deeds(goes || approvedWithoutReview, stops);
    }

    static List<String> broken(Point point, TrackPicture picture, Decision<Track> decision) {
        List<String> broken = new ArrayList<>();
        unknownNeverAdvances(point, picture, decision).ifPresent(broken::add);
        oneInEachLane(decision, picture).ifPresent(broken::add);
        nothingGoesBesideDoubt(picture, decision).ifPresent(broken::add);
        nothingGoesUnderAHold(point, decision).ifPresent(broken::add);
        observingOnlyStopsForPeople(point, decision).ifPresent(broken::add);
        TrackPicture after = applied(picture, decision);
        decidingTwiceChangesNothing(after, decision).ifPresent(broken::add);
        nothingChangesBeforeLookAgainAt(after, decision).ifPresent(broken::add);
        stopIsAlwaysPossible(point, picture).ifPresent(broken::add);
        return broken;
    }

    /** Only GREEN, or a person's word for this very candidate, lets anything forward; nor does it with a store not seen just now. */
    private static Optional<String> unknownNeverAdvances(Point point, TrackPicture picture, Decision<Track> decision) {
        boolean allLet = true;
        for (int i = 0; i < point.verdicts().size(); i++) {
            allLet &= point.verdicts().get(i) == Verdict.GREEN || point.accepted(i);
        }
        boolean seen = switch (point.seeing()) {
            case AGREES, DIFFERS, RUNS -> true;
            case FAILS, OLD, NEVER_READ -> false;
        };
        boolean keptPlanned = live(picture, decision).stream()
                .anyMatch(a -> a.effect().lane() == Lane.GO && a.state() instanceof ActionState.Planned);
        boolean forward = deeds(decision).goes() || keptPlanned;
        return forward && !(allLet && seen) ? Optional.of("goes forward on " + point.verdicts()) : Optional.empty();
    }

    private static Optional<String> oneInEachLane(Decision<Track> decision, TrackPicture picture) {
        for (Lane lane : Lane.values()) {
            long unresolved = live(picture, decision).stream()
                    .filter(a -> a.effect().lane() == lane)
                    .count();
            if (unresolved > 1) {
                return Optional.of(unresolved + " unresolved in lane " + lane);
            }
        }
        return Optional.empty();
    }

    /** While anything is unresolved that was sent, or any stop is, no go is planned. */
    private static Optional<String> nothingGoesBesideDoubt(TrackPicture picture, Decision<Track> decision) {
        List<Action> live = live(picture, decision);
        boolean busy = live.stream()
                .anyMatch(a -> a.effect().lane() == Lane.STOP || !(a.state() instanceof ActionState.Planned));
        boolean planned =
                live.stream().anyMatch(a -> a.effect().lane() == Lane.GO && a.state() instanceof ActionState.Planned);
        return busy && planned ? Optional.of("a go is planned beside something unresolved") : Optional.empty();
    }

    private static Optional<String> nothingGoesUnderAHold(Point point, Decision<Track> decision) {
        boolean held = point.holding() != Point.Holding.NONE;
        return held && deeds(decision).goes() ? Optional.of("goes forward under " + point.holding()) : Optional.empty();
    }

    private static Optional<String> observingOnlyStopsForPeople(Point point, Decision<Track> decision) {
        boolean person = point.holding() == Point.Holding.PAUSED
                || point.holding() == Point.Holding.PAUSED_AND_DRIFT
                || point.holding() == Point.Holding.GUARDED
                || point.holding() == Point.Holding.CANCELLED
                || decision.next().said().stopped();
        boolean acts = deeds(decision).goes() || (deeds(decision).stops() && !person);
        return point.mode() == Mode.OBSERVE && acts ? Optional.of("acts while it observes") : Optional.empty();
    }

    private static Optional<String> decidingTwiceChangesNothing(TrackPicture after, Decision<Track> first) {
        Decision<Track> second = TrackRobot.decide(after, NOW);
        if (!second.next().equals(first.next())) {
            return Optional.of("a second look changes the track");
        }
        return second.actions().isEmpty() && second.happenings().isEmpty()
                ? Optional.empty()
                : Optional.of("a second look adds " + second.happenings());
    }

    private static Optional<String> nothingChangesBeforeLookAgainAt(TrackPicture after, Decision<Track> first) {
        Instant before =
                first.lookAgainAt().orElse(NOW.plusSeconds(30 * 86_400L)).minusMillis(1);
        if (before.isBefore(NOW)) {
            return Optional.of("looks again in the past");
        }
        Decision<Track> later = TrackRobot.decide(after, before);
        return later.actions().isEmpty()
                        && later.happenings().isEmpty()
                        && later.next().course().equals(first.next().course())
                ? Optional.empty()
                : Optional.of("changes at %s, before it would look: %s".formatted(before, later.happenings()));
    }

    /** A team member's pause is accepted from wherever anything could still be stopped, and at once leads to a stop. */
    private static Optional<String> stopIsAlwaysPossible(Point point, TrackPicture picture) {
        Applied<Track> applied = TrackCommands.apply(new Command.Pause(""), MEMBER, picture, NOW);
        boolean needless = point.holding() == Point.Holding.PAUSED
                || point.holding() == Point.Holding.PAUSED_AND_DRIFT
                || point.holding() == Point.Holding.CANCELLED;
        if (!(applied instanceof Applied.Accepted<Track> accepted)) {
            return needless ? Optional.empty() : Optional.of("a pause is refused: " + applied);
        }
        TrackPicture paused = picture.with(accepted.next());
        Decision<Track> decision = TrackRobot.decide(paused, NOW);
        List<Action> live = live(paused, decision);
        boolean go =
                live.stream().anyMatch(a -> a.effect().lane() == Lane.GO && a.state() instanceof ActionState.Planned);
        boolean stop = live.stream().anyMatch(a -> a.effect().lane() == Lane.STOP);
        if (go) {
            return Optional.of("a planned go survives a pause");
        }
        return mustStop(picture, decision) && !stop ? Optional.of("a pause stops nothing") : Optional.empty();
    }

    private static boolean mustStop(TrackPicture picture, Decision<Track> decision) {
        Capabilities can = picture.platform().destinations().getFirst().capabilities();
        DestinationState state = decision.next().destinations().getFirst().state();
        return runsAtStore(picture, state, can) || runsOnRecord(state, can);
    }

    /** By the store's own word, whatever is on record. */
    private static boolean runsAtStore(TrackPicture picture, DestinationState state, Capabilities can) {
        return picture.signals()
                .find(Given.TRACK, new SignalKey(SignalKind.STORE, Given.STORE.value()))
                .flatMap(s -> s.latest().lastRead())
                .filter(r -> !r.fetchedAt().isBefore(state.since()))
                .filter(r -> r.reading() instanceof StoreReading store
                        && store.state() instanceof StoreReading.Live live
                        && !live.stopped()
                        && (live.exposure().isEveryone() ? can.haltsAtEveryone() : can.halts()))
                .isPresent();
    }

    private static boolean runsOnRecord(DestinationState state, Capabilities can) {
        return switch (state) {
            case DestinationState.Exposed out -> can.halts() && out.motion() == DestinationState.Motion.RUNNING;
            case DestinationState.Everyone out ->
                can.haltsAtEveryone() && out.motion() == DestinationState.Motion.RUNNING;
            case DestinationState.InReview _, DestinationState.Approved _ ->
                can.withdraws() && can.goLive() == Capabilities.GoLive.ON_APPROVAL;
            case DestinationState.Unsent _, DestinationState.Refused _, DestinationState.Gone _ -> false;
        };
    }

    /** The picture with the decision carried out. */
    static TrackPicture applied(TrackPicture picture, Decision<Track> decision) {
        return picture.with(decision.next()).withActions(live(picture, decision));
    }

    private static List<Action> live(TrackPicture picture, Decision<Track> decision) {
        TreeMap<Integer, Action> all = new TreeMap<>();
        picture.actions().forEach(a -> all.put(a.id().number(), a));
        decision.actions().forEach(a -> all.put(a.id().number(), a));
        return all.values().stream().filter(Action::unresolved).toList();
    }
}
