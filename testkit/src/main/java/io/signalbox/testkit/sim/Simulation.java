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
 * A release day of three platforms in one thread. Two or three replicas share a storage; time, chance and the outside are simulated, and
 * go wrong in every way that {@link Fault} names. The same seed gives the same history.
 */
public final class Simulation {
    private final VirtualTime time = new VirtualTime(SimPlan.START);
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Setup setup;
    private final SimFaults faults;
    private final SimWorld world;
    private final Policy policy = SimPlan.policy();
    private final Storage storage;
    private final Calm calm;
    private int order;
    private int steps;
    private boolean nested;

    /**
     * What is simulated.
     *
     * @param faults the kinds of faults that happen
     * @param sabotage what is planted into the engine's surroundings
     */
    public record Setup(long seed, Aim aim, Set<Fault> faults, Sabotage sabotage) {
        public Setup(long seed, Aim aim) {
            this(seed, aim, EnumSet.allOf(Fault.class), Sabotage.NONE);
        }

        public Setup with(Sabotage planted) {
            return new Setup(seed, aim, faults, planted);
        }

        Setup with(Set<Fault> only) {
            return new Setup(seed, aim, only, sabotage);
        }
    }

    private record Event(Instant at, int order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Integer.compare(order, other.order);
        }
    }

    private Simulation(Setup setup, Function<Ticker, Storage> shared) {
        this.setup = setup;
        RandomGenerator chance = new SplittableRandom(setup.seed());
        this.faults = new SimFaults(chance, setup.faults());
        this.world = new SimWorld(SimPlan.APP, chance, SimPlan.START);
        this.storage = shared.apply(time);
        Instant healed = SimPlan.START.plus(setup.aim().turbulent());
        Instant end = SimPlan.START.plus(setup.aim().length());
        this.calm = new Calm(storage, new Pictures(configuration(policy)), world, healed, end);
        Sabotage sabotage = setup.sabotage();
        Storage ports = new Ports(sabotage.storage(storage), faults, this::oneMore);
        Connectors connectors = connectors(sabotage);
        Function<String, Engine> engine = name -> new Engine(
                ports,
                configuration(sabotage.policy(policy)),
                connectors,
                sabotage.clock(time),
                sabotage.ticker(time),
                settings(name));
        SimPeople people = new SimPeople(engine.apply("people"), world, faults, time);
        int replicas = 2 + chance.nextInt(2);
        for (int i = 1; i <= replicas; i++) {
            String name = "replica-" + i;
            SimReplica replica = new SimReplica(() -> engine.apply(name), faults, this::later, people::pause);
            everyNowAndThen(Duration.ofSeconds(20), replica::turn);
            everyNowAndThen(Duration.ofHours(1), replica::maybeCrash);
        }
        people.armEverything();
        everyNowAndThen(Duration.ofMinutes(10), people::act);
        everyNowAndThen(Duration.ofMinutes(12), people::meddle);
        SimTrouble trouble = new SimTrouble(world, faults, time, this::later);
        everyNowAndThen(Duration.ofMinutes(12), trouble::strike);
        if (setup.aim() == Aim.LIVENESS) {
            later(setup.aim().turbulent(), faults::heal);
            later(setup.aim().turbulent(), trouble::calm);
            later(setup.aim().turbulent().plus(Calm.SETTLES), () -> calm.pause(time.instant(), people::pause));
        }
    }

    public static Run run(Setup setup) {
        return run(setup, MemoryStorage::new, setup.aim().length());
    }

    /**
     * @param shared makes the storage that the replicas share, empty, with leases that run on this ticker
     * @param length after which it is broken off
     */
    public static Run run(Setup setup, Function<Ticker, Storage> shared, Duration length) {
        return new Simulation(setup, shared).run(length);
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
    static void read(Setup setup, Duration every, Reader reader) {
        Simulation day = new Simulation(setup, MemoryStorage::new);
        Pictures pictures = new Pictures(day.configuration(day.policy));
        Instant next = day.time.instant();
        while (day.goesOn(setup.aim().length())) {
            day.next();
            Instant now = day.time.instant();
            if (!now.isBefore(next)) {
                day.storage.readApp(SimPlan.APP.key()).ifPresent(s -> reader.look(s, pictures, now));
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
        events.add(new Event(time.instant().plus(wait), order++, what));
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
        boolean whole = length.equals(setup.aim().length());
        return new Run(
                setup,
                List.copyOf(world.log()),
                storage.journal(SimPlan.APP.key(), 0, Integer.MAX_VALUE),
                policy,
                steps,
                reached(),
                faults.deaths(),
                whole && setup.aim() == Aim.LIVENESS ? calm.broken() : List.of());
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
            calm.look(time.instant());
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
        Optional<AppSnapshot> snapshot = storage.readApp(SimPlan.APP.key());
        snapshot.ifPresent(s ->
                s.tracks().forEach(t -> t.track().course().path().forEach(entry -> reached.add(entry.stage()))));
        return reached;
    }

    private Configuration configuration(Policy followed) {
        return new Configuration() {
            @Override
            public List<AppKey> apps() {
                return List.of(SimPlan.APP.key());
            }

            @Override
            public Optional<App> app(AppKey key) {
                return Optional.of(SimPlan.APP);
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
