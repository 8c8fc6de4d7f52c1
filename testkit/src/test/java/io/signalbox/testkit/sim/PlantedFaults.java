package io.signalbox.testkit.sim;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Track;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The faults that a product of this kind has in the wild, each planted alone. */
final class PlantedFaults {
    private PlantedFaults() {}

    /** Its supplier gives a fresh one for each run. */
    record Planted(String name, Supplier<Sabotage> fresh) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Planted> all() {
        List<Planted> all = new ArrayList<>(List.of(
                new Planted("a call without a reply is made again", () -> performing(PlantedFaults::blindRetry)),
                new Planted("every call is made twice", () -> performing(PlantedFaults::twice)),
                new Planted("an old picture is read before deciding", () -> storing(StaleReads::new)),
                new Planted("a pause is not read", () -> storing(DeafToPauses::new)),
                new Planted("an action in doubt is not read", () -> storing(BlindToDoubt::new)),
                new Planted("the revision is not checked", () -> storing(LastWriterWins::new)),
                new Planted("a call may begin at any time after it was decided", StoppedTicker::new)));
        all.addAll(PlantedCalls.all());
        all.addAll(PlantedReadings.all());
        all.addAll(PlantedPolicies.all());
        all.addAll(PlantedRecords.all());
        return all;
    }

    static Sabotage performing(UnaryOperator<Performer> wrap) {
        return new Sabotage() {
            @Override
            public Performer performer(Performer performer) {
                return wrap.apply(performer);
            }
        };
    }

    static Sabotage storing(UnaryOperator<Storage> wrap) {
        return new Sabotage() {
            @Override
            public Storage storage(Storage storage) {
                return wrap.apply(storage);
            }
        };
    }

    private static Performer blindRetry(Performer real) {
        return (action, within) -> {
            Reply first = real.perform(action, within);
            return first instanceof Reply.Silent ? real.perform(action, within) : first;
        };
    }

    private static Performer twice(Performer real) {
        return (action, within) -> {
            real.perform(action, within);
            return real.perform(action, within);
        };
    }

    /** Reads each subject only every third time. */
    private static final class StaleReads extends ForwardingStorage {
        private final Map<SubjectId, Snapshot> cache = new HashMap<>();
        private int reads;

        StaleReads(Storage real) {
            super(real);
        }

        @Override
        public Optional<Snapshot> read(SubjectId subject) {
            Optional<Snapshot> now = super.read(subject);
            reads++;
            Snapshot before = cache.get(subject);
            if (reads % 3 != 0
                    && before instanceof Snapshot.OfTrack old
                    && now.isPresent()
                    && now.get() instanceof Snapshot.OfTrack of) {
                return Optional.of(new Snapshot.OfTrack(
                        of.row(), old.track(), old.release(), of.train(), old.signals(), old.actions(), old.others()));
            }
            now.ifPresent(s -> cache.put(subject, s));
            return now;
        }
    }

    /** Changes what is read of a track. */
    abstract static class AlteredTracks extends ForwardingStorage {
        AlteredTracks(Storage real) {
            super(real);
        }

        @Override
        public Optional<Snapshot> read(SubjectId subject) {
            return super.read(subject).map(s -> s instanceof Snapshot.OfTrack of ? altered(of) : s);
        }

        abstract Snapshot altered(Snapshot.OfTrack of);
    }

    private static final class DeafToPauses extends AlteredTracks {
        DeafToPauses(Storage real) {
            super(real);
        }

        @Override
        Snapshot altered(Snapshot.OfTrack of) {
            Track deaf = of.track().withSaid(said -> said.lifting(h -> h instanceof Hold.Paused));
            return new Snapshot.OfTrack(
                    of.row(), deaf, of.release(), of.train(), of.signals(), of.actions(), of.others());
        }
    }

    private static final class BlindToDoubt extends AlteredTracks {
        BlindToDoubt(Storage real) {
            super(real);
        }

        @Override
        Snapshot altered(Snapshot.OfTrack of) {
            return new Snapshot.OfTrack(
                    of.row(), of.track(), of.release(), of.train(), of.signals(), certain(of.actions()), of.others());
        }

        private static List<Action> certain(List<Action> actions) {
            return actions.stream()
                    .filter(a -> !(a.state() instanceof ActionState.Unknown))
                    .toList();
        }

        /** What is in doubt is thrown away so that its lane is free. */
        @Override
        public Commit commit(Change change) {
            List<Action> actions = new ArrayList<>();
            for (Action action : change.actions()) {
                boolean doubted = action.state() instanceof ActionState.Unknown;
                actions.add(doubted ? action.in(new ActionState.Superseded("forgotten", change.at())) : action);
            }
            return super.commit(new Change(
                    change.subject(),
                    change.expectedRevision(),
                    change.wakes(),
                    change.epoch(),
                    change.unchanged(),
                    change.next(),
                    actions,
                    change.opened(),
                    change.reported(),
                    change.journal(),
                    change.command(),
                    change.attention(),
                    change.lookAgainAt(),
                    change.wakesApp(),
                    change.at()));
        }
    }

    private static final class LastWriterWins extends ForwardingStorage {
        LastWriterWins(Storage real) {
            super(real);
        }

        @Override
        public Commit commit(Change change) {
            long revision = read(change.subject()).map(s -> s.row().revision()).orElse(0L);
            return super.commit(new Change(
                    change.subject(),
                    revision,
                    change.wakes(),
                    Optional.empty(),
                    List.of(),
                    change.next(),
                    change.actions(),
                    change.opened(),
                    change.reported(),
                    change.journal(),
                    change.command(),
                    change.attention(),
                    change.lookAgainAt(),
                    change.wakesApp(),
                    change.at()));
        }
    }

    private static final class StoppedTicker implements Sabotage {
        @Override
        public Ticker ticker(Ticker ticker) {
            return () -> 0;
        }
    }
}
