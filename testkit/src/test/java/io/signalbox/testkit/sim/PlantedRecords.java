package io.signalbox.testkit.sim;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Course;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Arming;
import io.signalbox.domain.train.Switches;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.storage.ForwardingStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is kept is read or written wrongly, and clocks go wrong. */
final class PlantedRecords {
    private PlantedRecords() {}

    static List<PlantedFaults.Planted> all() {
        return List.of(
                tracks("a cancellation is not read", PlantedRecords::neverCancelled),
                tracks("that the Robot is off is not read", PlantedRecords::alwaysOn),
                tracks("a word that covers every bug is made up", PlantedRecords::covered),
                switches("that the Robot is off for the app is not read", s -> s.withRobotOff(Optional.empty())),
                switches("that a move is only observed is not read", PlantedRecords::allArmed),
                storing("a pause ends by itself after ten minutes", ForgetfulOfPauses::new),
                storing("a lease outlives its holder for hours", EndlessLeases::new),
                changing("next looks are not kept", PlantedRecords::neverAgain),
                changing("what is concluded of a track is not kept", PlantedRecords::notConcluded),
                changing("a mark is not kept", PlantedRecords::unmarked),
                changing("the journal leaves out what is sent", c -> journal(c, f -> !(f instanceof Fact.Sent))),
                changing("the journal leaves out what ends", c -> journal(c, f -> !ends(f))),
                changing("the journal says things twice", PlantedRecords::twice),
                clock("a clock is an hour ahead", Duration.ofHours(1)),
                clock("a clock is an hour behind", Duration.ofHours(-1)));
    }

    private static PlantedFaults.Planted storing(String name, UnaryOperator<Storage> wrap) {
        return new PlantedFaults.Planted(name, () -> PlantedFaults.storing(wrap));
    }

    private static PlantedFaults.Planted tracks(String name, UnaryOperator<Track> change) {
        return storing(name, real -> new PlantedFaults.AlteredTracks(real) {
            @Override
            Snapshot altered(Snapshot.OfTrack of) {
                return with(of, change.apply(of.track()));
            }
        });
    }

    private static PlantedFaults.Planted switches(String name, UnaryOperator<Switches> change) {
        return storing(name, real -> new PlantedFaults.AlteredTracks(real) {
            @Override
            Snapshot altered(Snapshot.OfTrack of) {
                Train train = of.train().train();
                return new Snapshot.OfTrack(
                        of.row(),
                        of.track(),
                        of.release(),
                        new Snapshot.TrainRow(
                                train.with(change.apply(train.switches())),
                                of.train().revision()),
                        of.signals(),
                        of.actions(),
                        of.others());
            }
        });
    }

    private static Switches allArmed(Switches read) {
        Switches armed = read;
        for (Move move : Move.values()) {
            armed = armed.with(new Arming(move, Mode.AUTOMATIC, "nobody", "", Instant.EPOCH));
        }
        return armed;
    }

    private static PlantedFaults.Planted changing(String name, UnaryOperator<Change> change) {
        return storing(name, real -> new ForwardingStorage(real) {
            @Override
            public Commit commit(Change kept) {
                return super.commit(change.apply(kept));
            }
        });
    }

    private static PlantedFaults.Planted clock(String name, Duration ahead) {
        return new PlantedFaults.Planted(name, () -> new Sabotage() {
            @Override
            public InstantSource clock(InstantSource clock) {
                return () -> clock.instant().plus(ahead);
            }
        });
    }

    private static Track neverCancelled(Track track) {
        Course course = track.course();
        return track.with(new Course(course.path(), Optional.empty(), course.closedAt()));
    }

    private static Track alwaysOn(Track track) {
        return track.withSaid(s -> s.lifting(h -> h instanceof Hold.RobotOff));
    }

    private static Track covered(Track track) {
        List<String> bugs = IntStream.rangeClosed(1, 50)
                .mapToObj(i -> SimSource.key(track.id(), i))
                .toList();
        CriterionKey blockers = new CriterionKey("no-open-blockers");
        return track.candidate()
                .map(c -> track.withSaid(s -> s.with(new CriterionOverride(
                        blockers, c.commit(), Verdict.RED, bugs, "nobody", "made up", c.namedAt()))))
                .orElse(track);
    }

    private static Snapshot with(Snapshot.OfTrack of, Track track) {
        return new Snapshot.OfTrack(of.row(), track, of.release(), of.train(), of.signals(), of.actions(), of.others());
    }

    private static boolean ends(Fact fact) {
        return fact instanceof Fact.Happened(Happening.ActionEnded _);
    }

    private static Change neverAgain(Change c) {
        boolean idle = c.actions().isEmpty() && c.command().isEmpty();
        return idle ? with(c, c.actions(), c.journal(), Instant.MAX) : c;
    }

    private static Change notConcluded(Change c) {
        boolean concluded = c.subject() instanceof TrackId && c.command().isEmpty();
        return concluded
                ? new Change(
                        c.subject(),
                        c.expectedRevision(),
                        c.wakes(),
                        c.epoch(),
                        c.unchanged(),
                        Optional.empty(),
                        c.actions(),
                        c.opened(),
                        c.reported(),
                        c.journal(),
                        c.command(),
                        c.attention(),
                        c.lookAgainAt(),
                        c.wakesApp(),
                        c.at())
                : c;
    }

    private static Change unmarked(Change c) {
        List<Action> kept = c.actions().stream()
                .filter(a -> !(a.state() instanceof ActionState.Sending))
                .toList();
        return with(c, kept, c.journal(), c.lookAgainAt());
    }

    private static Change journal(Change c, Predicate<Fact> kept) {
        List<Entry> journal =
                c.journal().stream().filter(e -> kept.test(e.fact())).toList();
        return with(c, c.actions(), journal, c.lookAgainAt());
    }

    private static Change twice(Change c) {
        List<Entry> journal = c.journal().stream().flatMap(e -> Stream.of(e, e)).toList();
        return with(c, c.actions(), journal, c.lookAgainAt());
    }

    private static Change with(Change c, List<Action> actions, List<Entry> journal, Instant lookAgainAt) {
        return new Change(
                c.subject(),
                c.expectedRevision(),
                c.wakes(),
                c.epoch(),
                c.unchanged(),
                c.next(),
                actions,
                c.opened(),
                c.reported(),
                journal,
                c.command(),
                c.attention(),
                lookAgainAt,
                c.wakesApp(),
                c.at());
    }

    private static final class ForgetfulOfPauses extends PlantedFaults.AlteredTracks {
        private Instant now = Instant.EPOCH;

        ForgetfulOfPauses(Storage real) {
            super(real);
        }

        @Override
        public Commit commit(Change change) {
            now = change.at();
            return super.commit(change);
        }

        @Override
        Snapshot altered(Snapshot.OfTrack of) {
            Instant longAgo = now.minus(Duration.ofMinutes(10));
            return with(
                    of,
                    of.track()
                            .withSaid(s -> s.lifting(
                                    h -> h instanceof Hold.Paused && h.since().isBefore(longAgo))));
        }
    }

    private static final class EndlessLeases extends ForwardingStorage {
        EndlessLeases(Storage real) {
            super(real);
        }

        @Override
        public List<Claim> claim(String replica, Instant now, int most, Duration lease) {
            return super.claim(replica, now, most, Duration.ofHours(10));
        }
    }
}
