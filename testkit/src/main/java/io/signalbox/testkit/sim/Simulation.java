package io.signalbox.testkit.sim;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Stage;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Settings;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import io.signalbox.testkit.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A release day of three platforms in one thread. Two replicas share a storage; time, chance and the outside are simulated, and go
 * wrong in every way that {@link SimFaults} knows for the first half, less in the second. The same seed gives the same history.
 */
public final class Simulation {
    /** A whole day: with every store's rollout to its end. */
    public static final Duration WHOLE = Duration.ofHours(20);

    private static final Duration TURBULENT = Duration.ofHours(14);

    private final VirtualTime time = new VirtualTime(SimPlan.START);
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final RandomGenerator chance;
    private final SimFaults faults;
    private final SimWorld world;
    private final App app = SimPlan.app();
    private final Policy policy = SimPlan.policy();
    private final Storage storage;
    private final long seed;
    private int steps;
    private boolean nested;

    private record Event(Instant at, int order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }

    private Simulation(long seed, Sabotage sabotage, Function<Ticker, Storage> shared) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.faults = new SimFaults(chance);
        this.world = new SimWorld(app, chance, SimPlan.START);
        this.storage = shared.apply(time);
        Storage flaky = new FlakyStorage(sabotage.storage(storage), faults, this::oneMore);
        Connectors connectors = connectors(sabotage);
        List<Engine> engines = List.of("replica-a", "replica-b").stream()
                .map(name -> new Engine(
                        flaky,
                        configuration(sabotage.policy(policy)),
                        connectors,
                        time,
                        sabotage.ticker(time),
                        settings(name)))
                .toList();
        SimPeople people = new SimPeople(engines.getFirst(), world, faults, time);
        for (Engine engine : engines) {
            engine.start();
            SimReplica replica = new SimReplica(engine, faults, this::later, people::pause);
            everyNowAndThen(Duration.ofSeconds(20), replica::turn);
            everyNowAndThen(Duration.ofHours(2), replica::maybeCrash);
        }
        people.armEverything();
        everyNowAndThen(Duration.ofMinutes(20), people::act);
        everyNowAndThen(Duration.ofMinutes(25), people::meddle);
        SimTrouble trouble = new SimTrouble(world, faults, time, this::later);
        everyNowAndThen(Duration.ofMinutes(30), trouble::strike);
        later(TURBULENT, faults::heal);
        later(TURBULENT, trouble::calm);
    }

    public static Run run(long seed, Sabotage sabotage) {
        return run(seed, sabotage, MemoryStorage::new, WHOLE);
    }

    /**
     * @param shared makes the storage that the replicas share, empty, with leases that run on this ticker
     * @param length after which it is broken off, {@link #WHOLE} for the whole day
     */
    public static Run run(long seed, Sabotage sabotage, Function<Ticker, Storage> shared, Duration length) {
        return new Simulation(seed, sabotage, shared).run(length);
    }

    /** Somebody who looks at pages. */
    interface Reader {
        void look(AppSnapshot snapshot, Pictures pictures, Instant now);
    }

    /**
     * Lets somebody look again and again while a day goes on.
     *
     * @param every how much time passes between two looks
     */
    static void read(long seed, Sabotage sabotage, Duration every, Reader reader) {
        Simulation day = new Simulation(seed, sabotage, MemoryStorage::new);
        Pictures pictures = new Pictures(day.configuration(day.policy));
        Instant next = day.time.instant();
        while (day.goesOn(WHOLE)) {
            day.next();
            Instant now = day.time.instant();
            if (!now.isBefore(next)) {
                day.storage.readApp(day.app.key()).ifPresent(s -> reader.look(s, pictures, now));
                next = now.plus(every);
            }
        }
    }

    private static Settings settings(String replica) {
        return new Settings(
                replica,
                Duration.ofSeconds(10),
                Duration.ofMinutes(4),
                Duration.ofMinutes(12),
                Duration.ofMinutes(20),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }

    private void later(Duration wait, Runnable what) {
        events.add(new Event(time.instant().plus(wait), steps + events.size(), what));
    }

    private void everyNowAndThen(Duration about, Runnable what) {
        later(faults.upTo(about.multipliedBy(2)), () -> {
            what.run();
            everyNowAndThen(about, what);
        });
    }

    private Run run(Duration length) {
        while (goesOn(length)) {
            next();
        }
        return new Run(
                seed,
                List.copyOf(world.log()),
                storage.journal(app.key(), 0, Integer.MAX_VALUE),
                policy,
                steps,
                reached());
    }

    private boolean goesOn(Duration length) {
        Event event = events.peek();
        return event != null && event.at().isBefore(SimPlan.START.plus(length));
    }

    private void next() {
        Event event = events.poll();
        if (event != null) {
            time.to(event.at());
            world.tick(time.instant());
            steps++;
            event.what().run();
        }
    }

    /** Lets the next event happen in the middle of the present one; never deeper than once. */
    private void oneMore() {
        if (!nested) {
            nested = true;
            next();
            nested = false;
        }
    }

    private Set<Stage> reached() {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        Optional<AppSnapshot> snapshot = storage.readApp(app.key());
        snapshot.ifPresent(s ->
                s.tracks().forEach(t -> t.track().course().path().forEach(entry -> reached.add(entry.stage()))));
        return reached;
    }

    private Configuration configuration(Policy followed) {
        return new Configuration() {
            @Override
            public List<AppKey> apps() {
                return List.of(app.key());
            }

            @Override
            public Optional<App> app(AppKey key) {
                return Optional.of(app);
            }

            @Override
            public Optional<Policy> policy(AppKey key) {
                return Optional.of(followed);
            }

            @Override
            public Optional<Policy> policy(String hash) {
                return Optional.of(followed);
            }
        };
    }

    private Connectors connectors(Sabotage sabotage) {
        List<Source> sources = List.of(
                sabotage.source(source("git", SignalKind.REPOSITORY)),
                sabotage.source(source("ci", SignalKind.MAIN_CHECKS, SignalKind.BUILDS)),
                sabotage.source(source("tracker", SignalKind.BUGS)),
                sabotage.source(source("crashes", SignalKind.HEALTH)),
                sabotage.source(source("stores", SignalKind.STORE)));
        Performer performer = sabotage.performer(new SimPerformer(world, time, faults, this::later));
        return new Connectors() {
            @Override
            public List<Source> sources(AppKey key) {
                return sources;
            }

            @Override
            public Optional<Performer> performer(AppKey key, String place) {
                return Optional.of(performer);
            }

            @Override
            public Optional<String> readerOf(AppKey key, String place) {
                return Optional.of(place.equals(SimPlan.REPOSITORY.value()) ? "git" : "stores");
            }
        };
    }

    private SimSource source(String name, SignalKind... kinds) {
        return new SimSource(name, Set.of(kinds), world, time);
    }
}
