package io.signalbox.domain.action;

import java.time.Instant;
import java.util.Optional;

/**
 * One outward effect on its way.
 *
 * @param decision the fingerprint of the decision that planned it
 * @param sentAt when the call was begun
 * @param acceptedAt when the store said yes
 */
public record Action(
        ActionId id,
        Effect effect,
        String decision,
        Instant plannedAt,
        Optional<Instant> sentAt,
        Optional<Instant> acceptedAt,
        ActionState state) {

    public static Action planned(ActionId id, Effect effect, String decision, Instant at) {
        return new Action(id, effect, decision, at, Optional.empty(), Optional.empty(), new ActionState.Planned());
    }

    public boolean unresolved() {
        return state.unresolved();
    }

    public boolean at(Lane lane, String place) {
        return effect.lane() == lane && effect.place().equals(place);
    }

    public Action sending(Instant at, Instant deadline) {
        return new Action(
                id, effect, decision, plannedAt, Optional.of(at), acceptedAt, new ActionState.Sending(at, deadline));
    }

    public Action accepted(Instant at, Instant deadline) {
        return new Action(
                id, effect, decision, plannedAt, sentAt, Optional.of(at), new ActionState.Accepted(at, deadline));
    }

    public Action in(ActionState next) {
        return new Action(id, effect, decision, plannedAt, sentAt, acceptedAt, next);
    }
}
