package io.signalbox.engine.send;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.Settings;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.reconcile.Changes;
import io.signalbox.engine.reconcile.Look;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings planned actions about, each once.
 *
 * <p>Before a call the picture is read and decided anew, and only what would still be planned is marked as being sent, on the very
 * revision that was read: a pause, a switch or a worse signal that came in between wins. The call must begin within seconds of that,
 * by a clock that cannot be set. After it nothing is concluded but what the reply says; the rest is for readings.
 */
public final class Sender {
    private final Storage storage;
    private final Pictures pictures;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Settings settings;

    public Sender(
            Storage storage,
            Pictures pictures,
            Connectors connectors,
            InstantSource clock,
            Ticker ticker,
            Settings settings) {
        this.storage = storage;
        this.pictures = pictures;
        this.connectors = connectors;
        this.clock = clock;
        this.ticker = ticker;
        this.settings = settings;
    }

    /** Marks an action as being sent, if it is still to be. Empty if not, or if that could not be kept. */
    public Optional<Call> begin(ActionId id) {
        long began = ticker.nanos();
        Optional<Snapshot> snapshot = storage.read(id.subject());
        if (snapshot.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Look look = Look.at(snapshot.get(), pictures, Optional.empty(), now);
        Optional<Action> planned =
                look.planned().stream().filter(a -> a.id().equals(id)).findFirst();
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        Patience patience = patience(snapshot.get());
        Action sending = planned.get().sending(now, now.plus(patience.callDeadline()));
        if (!marked(look, sending, now)) {
            return Optional.empty();
        }
        Performer performer = connectors
                .performer(id.subject().app(), sending.effect().place())
                .orElse((action, _) -> noConnector(action));
        return Optional.of(
                new Call(sending, performer, began + settings.mustStart().toNanos(), patience.callDeadline()));
    }

    private static Reply noConnector(Action action) {
        String place = action.effect().place();
        return new Reply.Refused(
                Remedy.NEEDS_PERSON, "no connector serves %s: add one to the configuration".formatted(place));
    }

    private boolean marked(Look look, Action sending, Instant now) {
        List<Action> actions = new ArrayList<>(look.changed());
        actions.removeIf(a -> a.id().equals(sending.id()));
        actions.add(sending);
        List<Fact> facts = List.of(new Fact.Sent(sending, guard(look, sending)));
        Change change = Changes.of(look, Optional.empty(), actions, facts, now);
        try {
            return storage.commit(change) instanceof Commit.Done;
        } catch (CommitUnknown e) {
            // Perhaps it is marked: then nobody sends it, and after its deadline a reading shows that it did not
            // happen.
            return false;
        }
    }

    private static List<Finding> guard(Look look, Action sending) {
        return look.outlooks().stream()
                .filter(o -> o.acts() && o.place().equals(sending.effect().place()))
                .findFirst()
                .map(o -> o.guard())
                .orElse(List.of());
    }

    /** Makes the call, unless too much time has passed since it was decided. */
    public Reply perform(Call call) {
        if (ticker.nanos() > call.startBefore()) {
            return new Reply.Refused(Remedy.RETRY, "not sent: this process was too slow to send what it had decided");
        }
        return call.performer().perform(call.action(), call.within());
    }

    /** Records what came back. A reply that comes too late is only written down. */
    public void finish(Call call, Reply reply) {
        for (int tries = 0; tries < 10; tries++) {
            if (recorded(call, reply)) {
                return;
            }
        }
        // Ten conflicts in a row: the deadline and the next reading will tell.
    }

    private boolean recorded(Call call, Reply reply) {
        Optional<Snapshot> snapshot = storage.read(call.action().id().subject());
        if (snapshot.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        Optional<Action> current = actions(snapshot.get()).stream()
                .filter(a -> a.id().equals(call.action().id()))
                .findFirst();
        boolean inTime = current.filter(
                        a -> a.state() instanceof ActionState.Sending sending && now.isBefore(sending.deadline()))
                .isPresent();
        Look look = Look.at(
                snapshot.get(), pictures, inTime ? current.map(a -> replied(a, reply, now)) : Optional.empty(), now);
        int number = call.action().id().number();
        Fact fact = inTime ? new Fact.Replied(number, reply) : new Fact.RepliedTooLate(number, reply);
        try {
            Commit commit = storage.commit(Changes.of(look, Optional.empty(), look.changed(), List.of(fact), now));
            return !(commit instanceof Commit.Conflict);
        } catch (CommitUnknown e) {
            return true;
        } finally {
            askAgain(call, now);
        }
    }

    private static Action replied(Action action, Reply reply, Instant now) {
        Instant deadline = action.state() instanceof ActionState.Sending sending ? sending.deadline() : now;
        return switch (reply) {
            case Reply.Accepted _ -> action.accepted(now, deadline);
            case Reply.Refused refused -> action.in(new ActionState.Rejected(refused.remedy(), refused.text(), now));
            case Reply.Silent silent -> action.in(new ActionState.Unknown(now, deadline, silent.why()));
        };
    }

    /** The place is read at once: only that can confirm. */
    private void askAgain(Call call, Instant now) {
        String place = call.action().effect().place();
        connectors
                .readerOf(call.action().id().subject().app(), place)
                .ifPresent(source -> storage.askNow(call.action().id().subject().app(), source, now));
    }

    private static List<Action> actions(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.OfTrack of -> of.actions();
            case Snapshot.OfRelease of -> of.actions();
            case Snapshot.OfTrain _ -> List.of();
        };
    }

    private Patience patience(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.OfTrack of -> pictures.of(of).policy().patience();
            case Snapshot.OfRelease of -> pictures.of(of).policy().patience();
            case Snapshot.OfTrain of -> pictures.of(of).policy().patience();
        };
    }
}
