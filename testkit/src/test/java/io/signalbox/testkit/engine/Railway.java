package io.signalbox.testkit.engine;

import io.signalbox.domain.Given;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.command.Envelope;
import io.signalbox.engine.command.Handled;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.WatchClaim;
import io.signalbox.testkit.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The engine in memory over a small world: time stands until a test moves it, and everything that is due by then happens. */
final class Railway {
    static final Actor MANAGER = new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty());
    static final TrainId TRAIN = new TrainId(Given.APP);

    final VirtualTime time;
    final SmallWorld world;
    final MemoryStorage storage;
    App app = Given.app(Given.feed());
    Policy policy = policy();
    private final List<Source> sources;
    private UnaryOperator<Storage> between = UnaryOperator.identity();
    private Engine engine;
    private int commands;

    Railway() {
        this(true);
    }

    /** Only the calendar: nothing outside can be read. */
    static Railway withoutWorld() {
        return new Railway(false);
    }

    /** Begins on Thu 19 Sep 2024 at noon, the day before the first cycle. */
    private Railway(boolean seesWorld) {
        time = new VirtualTime(Given.START.minus(Duration.ofHours(19)));
        world = new SmallWorld(time, new Version("8.9.1"));
        storage = new MemoryStorage(time);
        sources = seesWorld ? List.of(world) : List.of();
        engine = engine();
        engine.start();
    }

    /** The bump at the cycle's start, the cut a week later, tracks that need nothing but to see their store and no question. */
    private static Policy policy() {
        Policy base = Given.policy(Given.process(Mode.AUTOMATIC, new Criterion.NoOpenQuestion()));
        List<MovePolicy> release = List.of(
                new MovePolicy(
                        Move.BUMP,
                        Mode.AUTOMATIC,
                        1,
                        List.of(
                                new Criterion.NotBefore(Milestone.CYCLE_START),
                                new Criterion.PreviousCut(),
                                new Criterion.AnyCommit())),
                new MovePolicy(
                        Move.CUT,
                        Mode.AUTOMATIC,
                        1,
                        List.of(
                                new Criterion.NotBefore(Milestone.BRANCH_CUT),
                                new Criterion.Bumped(),
                                new Criterion.GreenCommit(Duration.ofHours(24)))));
        return new Policy(
                base.name(),
                base.hash(),
                base.rings(),
                base.plan(),
                base.bounds(),
                base.patience(),
                base.carryOver(),
                base.largeChange(),
                release,
                base.track(),
                List.of());
    }

    Railway with(Schedule schedule) {
        app = new App(
                app.key(),
                app.name(),
                app.zone(),
                Optional.of(schedule),
                app.versions(),
                app.numbers(),
                app.before(),
                app.repositories(),
                app.platforms(),
                app.teams());
        return this;
    }

    /** A second platform of the same kind; for cycles that begin from now on. */
    Railway withPlatform(String key) {
        Platform first = app.platforms().getFirst();
        List<Platform> platforms = new ArrayList<>(app.platforms());
        platforms.add(new Platform(new PlatformKey(key), key, first.repository(), first.destinations()));
        return with(platforms);
    }

    /** An app of which nothing is known but its repository; for cycles that begin from now on. */
    Railway withoutPlatforms() {
        return with(List.of());
    }

    /** The configuration is written anew with these repositories and platforms, and read at a start. */
    Railway restartWith(List<Repository> repositories, List<Platform> platforms) {
        app = new App(
                app.key(),
                app.name(),
                app.zone(),
                app.schedule(),
                app.versions(),
                app.numbers(),
                app.before(),
                repositories,
                platforms,
                app.teams());
        return restart();
    }

    private Railway with(List<Platform> platforms) {
        app = Given.with(app, platforms);
        return this;
    }

    Railway armed(Move... moves) {
        for (Move move : moves) {
            accepted(TRAIN, new Command.Arm(move, Mode.AUTOMATIC, "trusted"));
        }
        return this;
    }

    /** The process ends and another begins. */
    Railway restart() {
        engine = engine();
        engine.start();
        return this;
    }

    /** Another process begins, which reaches storage only through this. */
    Railway restartOver(UnaryOperator<Storage> way) {
        between = way;
        return restart();
    }

    /** Time passes and nobody is there. */
    Railway outage(Duration length) {
        time.by(length);
        return restart();
    }

    /** Everything that becomes due until then happens at its time. */
    Railway until(Instant end) {
        settle();
        for (Optional<Instant> due = storage.nextDue();
                due.filter(d -> !d.isAfter(end)).isPresent();
                due = storage.nextDue()) {
            time.to(due.get());
            settle();
        }
        time.to(end);
        return this;
    }

    Railway until(String end) {
        return until(Instant.parse(end));
    }

    private void settle() {
        boolean busy = true;
        while (busy) {
            List<Claim> claims = engine.reconciler().claim(16);
            for (Claim claim : claims) {
                for (ActionId action : engine.reconciler().look(claim)) {
                    engine.send(action);
                }
            }
            List<WatchClaim> watches = engine.watcher().claim(16, Duration.ofMinutes(1));
            for (WatchClaim watch : watches) {
                engine.watcher()
                        .begin(watch)
                        .ifPresent(
                                a -> engine.watcher().finish(a, engine.watcher().ask(a)));
            }
            busy = !claims.isEmpty() || !watches.isEmpty();
        }
    }

    Handled give(String id, SubjectId subject, Optional<Long> revision, Command command) {
        return engine.desk().handle(new Envelope(id, subject, MANAGER, "api", revision, command));
    }

    Handled give(SubjectId subject, Command command) {
        commands++;
        return give("c" + commands, subject, Optional.empty(), command);
    }

    void accepted(SubjectId subject, Command command) {
        Handled handled = give(subject, command);
        if (!(handled instanceof Handled.Accepted)) {
            throw new AssertionError("%s to %s: %s".formatted(command, subject, handled));
        }
    }

    Board board() {
        return new BoardBuilder(engine.pictures())
                .build(storage.readApp(Given.APP).orElseThrow(), time.instant());
    }

    Engine current() {
        return engine;
    }

    Train train() {
        return ((Snapshot.OfTrain) storage.read(TRAIN).orElseThrow()).train();
    }

    Release release(String version) {
        ReleaseId id = new ReleaseId(Given.APP, new Version(version));
        return ((Snapshot.OfRelease) storage.read(id).orElseThrow()).release();
    }

    RepositoryProgress repository(String version) {
        return release(version).repository(Given.REPOSITORY);
    }

    static TrackId track(String version, String platform) {
        return new TrackId(Given.APP, new Version(version), new PlatformKey(platform));
    }

    Snapshot.OfTrack read(TrackId track) {
        return (Snapshot.OfTrack) storage.read(track).orElseThrow();
    }

    Track track(TrackId track) {
        return read(track).track();
    }

    private Engine engine() {
        return new Engine(between.apply(storage), new OneApp(), new OneWorld(), time, time, Settings.standard("one"));
    }

    private final class OneApp implements Configuration {
        @Override
        public List<AppKey> apps() {
            return List.of(Given.APP);
        }

        @Override
        public Optional<App> app(AppKey key) {
            return Optional.of(app);
        }

        @Override
        public Optional<Policy> policy(AppKey key) {
            return Optional.of(policy);
        }

        @Override
        public Optional<Policy> policy(String hash) {
            return Optional.of(policy);
        }
    }

    private final class OneWorld implements Connectors {
        @Override
        public List<Source> sources(AppKey key) {
            return sources;
        }

        @Override
        public Optional<Performer> performer(AppKey key, String place) {
            return Optional.of(world);
        }

        @Override
        public Optional<String> readerOf(AppKey key, String place) {
            return Optional.of(world.name());
        }
    }
}
