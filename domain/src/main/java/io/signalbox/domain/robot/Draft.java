package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What one decision has gathered so far about actions and happenings. Lives as long as the decision; never escapes it. */
final class Draft {
    private final Instant now;
    private final TreeMap<Integer, Action> actions = new TreeMap<>();
    private final TreeMap<Integer, Action> changed = new TreeMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private Optional<Instant> lookAgainAt = Optional.empty();

    Draft(List<Action> unresolved, Instant now) {
        this.now = now;
        unresolved.forEach(a -> actions.put(a.id().number(), a));
    }

    Instant now() {
        return now;
    }

    List<Action> unresolved() {
        return actions.values().stream().filter(Action::unresolved).toList();
    }

    List<Action> unresolvedAt(String place) {
        return unresolved().stream()
                .filter(a -> a.effect().place().equals(place))
                .toList();
    }

    Optional<Action> unresolvedAt(Lane lane, String place) {
        return unresolved().stream().filter(a -> a.at(lane, place)).findFirst();
    }

    boolean anyInDoubt() {
        return unresolved().stream().anyMatch(a -> a.state() instanceof ActionState.Unknown);
    }

    /** Whether a forward call was begun and is not ended. */
    boolean goUnderWay() {
        return unresolved().stream()
                .anyMatch(a -> a.effect().lane() == Lane.GO && !(a.state() instanceof ActionState.Planned));
    }

    void put(Action action) {
        actions.put(action.id().number(), action);
        changed.put(action.id().number(), action);
    }

    void end(Action action, ActionState state) {
        put(action.in(state));
        happened(new Happening.ActionEnded(action.id().number(), action.effect(), state));
    }

    void happened(Happening happening) {
        happenings.add(happening);
    }

    /** Notes an instant at which time alone could change the decision; the past and the present are of no interest. */
    void lookAgain(Instant at) {
        if (at.isAfter(now) && lookAgainAt.filter(known -> !at.isBefore(known)).isEmpty()) {
            lookAgainAt = Optional.of(at);
        }
    }

    List<Action> changed() {
        return List.copyOf(changed.values());
    }

    List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    Optional<Instant> lookAgainAt() {
        return lookAgainAt;
    }
}
