package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.Trouble.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ends actions by what can be read back, and by nothing else.
 *
 * <p>SENDING becomes UNKNOWN at its call's deadline: whoever sent it is dead or too late. A reading that was asked for after the
 * call began and shows the effect confirms it. One that was asked for later than the deadline plus the store's settle time and does
 * not show it means that it did not happen. Until then nobody knows, and nobody tries again.
 */
final class Resolution {
    private Resolution() {}

    sealed interface Outcome {}

    record Confirmed(Instant at) implements Outcome {}

    record Refused(Remedy remedy, String text, Instant at) implements Outcome {}

    /**
     * The newest answer of the place that an effect is about.
     *
     * @param shows whether a reading shows the effect
     */
    record Seen(Optional<Observation.Read> last, Predicate<Reading> shows) {}

    /** What became of an action, if that can be said now; what changed without an end is in the draft. */
    static Optional<Outcome> resolve(Action action, Seen seen, Patience patience, Draft draft) {
        return switch (action.state()) {
            case ActionState.Planned _ -> Optional.empty();
            case ActionState.Sending sending -> sending(action, sending, seen, draft);
            case ActionState.Accepted accepted ->
                awaited(action, accepted.deadline(), seen, patience.storeSettle(), draft);
            case ActionState.Unknown unknown ->
                awaited(action, unknown.deadline(), seen, patience.storeSettle(), draft);
            case ActionState.Rejected rejected -> {
                draft.end(action, rejected);
                yield Optional.of(new Refused(rejected.remedy(), rejected.text(), rejected.at()));
            }
            case ActionState.Confirmed _, ActionState.Superseded _ -> Optional.empty();
        };
    }

    private static Optional<Outcome> sending(Action action, ActionState.Sending sending, Seen seen, Draft draft) {
        if (draft.now().isBefore(sending.deadline())) {
            draft.lookAgain(sending.deadline());
            return Optional.empty();
        }
        String why = "no reply was recorded before the call's deadline";
        Action doubted = action.in(new ActionState.Unknown(draft.now(), sending.deadline(), why));
        draft.put(doubted);
        draft.happened(new Happening.ActionDoubted(action.id().number(), action.effect(), why));
        return confirmed(doubted, seen, draft);
    }

    private static Optional<Outcome> awaited(Action action, Instant deadline, Seen seen, Duration settle, Draft draft) {
        Optional<Outcome> confirmed = confirmed(action, seen, draft);
        if (confirmed.isPresent()) {
            return confirmed;
        }
        if (seen.last()
                .filter(r -> after(action, r) && ReadBack.refutes(action.effect(), r.reading()))
                .isPresent()) {
            return Optional.of(notHappened(action, Remedy.RETRY, "the store shows that it came too late", draft));
        }
        boolean settled =
                seen.last().filter(r -> isOf(r, deadline.plus(settle))).isPresent();
        if (!settled) {
            return Optional.empty();
        }
        return Optional.of(notToBeSeen(action, draft));
    }

    /**
     * A place that said yes to a forward call and does not show it was perhaps turned by a person meanwhile: that is not overwritten. A
     * stop is tried again all the same.
     */
    private static Outcome notToBeSeen(Action action, Draft draft) {
        boolean contradicted = action.state() instanceof ActionState.Accepted
                && action.effect().lane() == Lane.GO;
        return contradicted
                ? notHappened(
                        action,
                        Remedy.NEEDS_PERSON,
                        "it was accepted, and is not to be seen: perhaps somebody changed it in the console",
                        draft)
                : notHappened(
                        action, Remedy.RETRY, "read back after its deadline and settle time: it did not happen", draft);
    }

    /** Whether a reading was asked for at this instant or later, and is of it by the source's clock: a frozen source settles nothing. */
    private static boolean isOf(Observation.Read read, Instant earliest) {
        return !read.fetchedAt().isBefore(earliest) && !read.asOf().isBefore(earliest);
    }

    private static Outcome notHappened(Action action, Remedy remedy, String why, Draft draft) {
        draft.end(action, new ActionState.Rejected(remedy, why, draft.now()));
        return new Refused(remedy, why, draft.now());
    }

    private static boolean after(Action action, Observation.Read read) {
        return action.sentAt().filter(sent -> !read.fetchedAt().isBefore(sent)).isPresent();
    }

    private static Optional<Outcome> confirmed(Action action, Seen seen, Draft draft) {
        Optional<Observation.Read> showing = seen.last()
                .filter(r -> after(action, r) && seen.shows().test(r.reading()))
                .filter(r -> !mayBeOvertaken(action, r.reading(), draft));
        showing.ifPresent(r -> draft.end(action, new ActionState.Confirmed(draft.now())));
        return showing.map(r -> new Confirmed(r.fetchedAt()));
    }

    /** While it is not known what became of a forward call, "nothing is there to be stopped" may only mean "not yet". */
    private static boolean mayBeOvertaken(Action action, Reading reading, Draft draft) {
        boolean nothingThere = reading instanceof StoreReading store && !(store.state() instanceof StoreReading.Live);
        return nothingThere
                && action.effect().lane() == Lane.STOP
                && draft.unresolvedAt(Lane.GO, action.effect().place())
                        .filter(go -> !(go.state() instanceof ActionState.Planned))
                        .isPresent();
    }
}
