package io.signalbox.engine.memory;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.engine.storage.Change;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rule that a lane holds one unresolved action: a constraint of the database, and of this storage alike. */
final class Lanes {
    private Lanes() {}

    /** What a change would crowd, if anything. */
    static Optional<String> crowded(Change change, Collection<Action> kept) {
        if (change.actions().isEmpty()) {
            return Optional.empty();
        }
        Map<ActionId, Action> after = new TreeMap<>();
        kept.stream().filter(a -> a.id().subject().equals(change.subject())).forEach(a -> after.put(a.id(), a));
        change.actions().forEach(a -> after.put(a.id(), a));
        Set<String> taken = new HashSet<>();
        return after.values().stream()
                .filter(Action::unresolved)
                .map(a -> a.effect().lane() + " lane of " + a.effect().place())
                .filter(lane -> !taken.add(lane))
                .findFirst();
    }
}
