package io.signalbox.domain.decision;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.criterion.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is concluded for a subject at an instant. The same picture gives the same decision until {@code lookAgainAt}.
 *
 * @param next the subject's state with everything observed and concluded
 * @param actions those that are new or have changed
 * @param watched criteria that are shown but guard nothing now
 * @param lookAgainAt the earliest instant at which time alone could change the decision; empty if it cannot
 */
public record Decision<S>(
        S next,
        List<Action> actions,
        List<Happening> happenings,
        List<Outlook> outlooks,
        List<Finding> watched,
        Optional<Instant> lookAgainAt) {
    public Decision {
        actions = List.copyOf(actions);
        happenings = List.copyOf(happenings);
        outlooks = List.copyOf(outlooks);
        watched = List.copyOf(watched);
    }

    /** Concludes nothing, and changes nothing. */
    public static <S> Decision<S> nothing(S state) {
        return new Decision<>(state, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
