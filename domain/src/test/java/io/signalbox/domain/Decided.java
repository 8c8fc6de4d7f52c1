package io.signalbox.domain;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the Robot concluded for a track, in the words of tests. */
public record Decided(TrackPicture picture, Decision<Track> decision) {
    public Track track() {
        return decision.next();
    }

    public Stage stage() {
        return track().stage();
    }

    public DestinationState state() {
        return track().destination(Given.STORE).state();
    }

    public List<Hold> holds() {
        return track().said().holds();
    }

    public List<Action> unresolved() {
        TreeMap<Integer, Action> all = new TreeMap<>();
        picture.actions().forEach(a -> all.put(a.id().number(), a));
        decision.actions().forEach(a -> all.put(a.id().number(), a));
        return all.values().stream().filter(Action::unresolved).toList();
    }

    /** What waits to be sent forward. */
    public Optional<Effect> go() {
        return planned(Lane.GO);
    }

    /** What waits to be sent to stop. */
    public Optional<Effect> stop() {
        return planned(Lane.STOP);
    }

    private Optional<Effect> planned(Lane lane) {
        return unresolved().stream()
                .filter(a -> a.effect().lane() == lane && a.state() instanceof ActionState.Planned)
                .map(Action::effect)
                .findFirst();
    }

    public Outlook outlook(Move move) {
        return decision.outlooks().stream()
                .filter(o -> o.move() == move)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no outlook on %s: %s".formatted(move, decision.outlooks())));
    }

    /** The finding of a criterion, wherever it guards or is watched. */
    public Finding finding(String key) {
        return decision.outlooks().stream()
                .flatMap(o -> o.guard().stream())
                .filter(f -> f.criterion().key().value().equals(key))
                .findFirst()
                .or(() -> decision.watched().stream()
                        .filter(f -> f.criterion().key().value().equals(key))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("nothing was found of " + key));
    }

    public Verdict verdict(String key) {
        return finding(key).verdict();
    }

    /** What stands in the way of every move. */
    public List<Reason.InTheWay> inTheWay() {
        return decision.outlooks().stream().flatMap(o -> o.inTheWay().stream()).toList();
    }
}
