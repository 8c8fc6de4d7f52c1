package io.signalbox.cli.replicas;

import io.signalbox.cli.http.Api;
import io.signalbox.cli.text.Template;
import io.signalbox.cli.up.DatabaseOptions;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import io.signalbox.world.World;
import io.signalbox.world.WorldApp;
import io.signalbox.world.WorldSettings;
import io.signalbox.world.log.Vendor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A world, a PostgreSQL, and servers that share it, each with a directory and credentials of its own. */
final class Replicas implements AutoCloseable {
    static final String RELEASE = "/api/v1/apps/player/releases/8.9.2";

    /** Friday 20 Sep 2024, 08:00 in Stockholm: an hour before the cycle begins. */
    private static final Instant OPENS = Instant.parse("2024-09-20T06:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Path folder;
    private final WorldApp app = WorldApp.player("8.9.0", "8.9.1");
    private final SharedClock clock;
    private final World world;
    private final EmbeddedPostgres postgres;
    private final Books books;
    private final List<Replica> servers = new CopyOnWriteArrayList<>();
    private int started;
    private long journal = -1;

    private Replicas(Path folder, SharedClock clock, World world, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.clock = clock;
        this.world = world;
        this.postgres = postgres;
        this.books = new Books(address());
    }

    /** Starts them at once, on an empty database. */
    static Replicas open(Path folder, int servers) throws Exception {
        Files.createDirectories(folder.resolve("world"));
        SharedClock clock = SharedClock.at(folder.resolve("clock"));
        clock.jumpTo(OPENS);
        World world =
                World.open(WorldSettings.of(OPENS, ZONE, folder.resolve("world"), WorldApp.player("8.9.0", "8.9.1"))
                        .machineClock(clock));
        world.play().reviews(WorldApp.player("8.9.0", "8.9.1").playPackage()).usually(Duration.ofMinutes(5));
        Replicas replicas = new Replicas(folder, clock, world, EmbeddedPostgres.start(folder.resolve("database")));
        replicas.start(servers);
        return replicas;
    }

    /** More of them, all at once. */
    void start(int more) throws IOException {
        List<Replica> begun = new CopyOnWriteArrayList<>();
        for (int i = 0; i < more; i++) {
            begun.add(Replica.begin(recipe("server-" + ++started)));
        }
        servers.addAll(begun);
        for (Replica replica : begun) {
            replica.awaitReady();
        }
    }

    private Replica.Recipe recipe(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        URI tokens = URI.create(world.base(Vendor.GOOGLE_OAUTH) + "/token");
        Files.writeString(
                own.resolve("google.json"), world.keys().serviceAccount(name).json(tokens));
        Map<String, String> values = new LinkedHashMap<>();
        for (Vendor vendor : Vendor.values()) {
            values.put(vendor.prefix() + ".url", world.base(vendor).toString());
            Files.writeString(
                    own.resolve(vendor.prefix() + ".token"), world.keys().token(vendor, name));
        }
        values.put("play.package", app.playPackage());
        values.put("owner", World.OWNER);
        values.put("ladder", ladder());
        for (String file : List.of("signalbox.yaml", "policy.yaml")) {
            Files.writeString(
                    own.resolve(file), Template.of(Replicas.class, file).filled(values));
        }
        return new Replica.Recipe(name, own, folder.resolve("clock"), address());
    }

    private static String ladder() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj("  - {share: %d %%, soak: 1m}"::formatted)
                .collect(Collectors.joining("\n"));
    }

    private DatabaseOptions.Address address() {
        return new DatabaseOptions.Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    World world() {
        return world;
    }

    Books books() {
        return books;
    }

    SharedClock clock() {
        return clock;
    }

    List<Replica> alive() {
        return servers.stream().filter(Replica::isAlive).toList();
    }

    Optional<Replica> find(String name) {
        return servers.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** How far the release is at the store at which it is least far. */
    double least() {
        return Effects.CHANNELS.stream()
                .mapToDouble(channel -> Effects.share(world, channel))
                .min()
                .orElse(0);
    }

    /** Lets time pass until every store has gone on by so much. */
    void goOn(Duration longest, double by) throws Exception {
        double before = least();
        until("it goes on", longest, () -> least() >= before + by);
    }

    /** As any of those that live. */
    Api api() {
        return alive().getFirst().api();
    }

    void arm() {
        for (String move : List.of("bump", "cut", "submit", "first-step", "next-step", "everyone", "resume")) {
            api().post(
                            "/api/v1/apps/player/train/arm",
                            Map.of("move", move, "mode", "automatic", "reason", "to be tried"));
        }
    }

    /** Lets real time pass, and the world with it. */
    void pass(Duration real) throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < real.toNanos()) {
            world.advanceTo(clock.instant());
            Thread.sleep(5);
        }
    }

    /**
     * Lets time pass until something is so. Time jumps to what comes next whenever nothing is due or under way.
     *
     * @throws AssertionError if it takes too long in real time
     */
    void until(String what, Duration longest, Callable<Boolean> so) throws Exception {
        long began = System.nanoTime();
        while (!so.call()) {
            if (System.nanoTime() - began > longest.toNanos()) {
                throw new AssertionError(
                        "not within %s: %s; it is %s%n%s".formatted(longest, what, clock.instant(), told()));
            }
            step();
        }
    }

    /** For whoever must find out why something did not happen. */
    private String told() throws SQLException, IOException {
        List<String> lines = new ArrayList<>(books.texts("SELECT left(entry, 300) FROM"
                + " (SELECT sequence, entry FROM journal ORDER BY sequence DESC LIMIT 12) j ORDER BY sequence"));
        lines.addAll(books.texts("SELECT id || ' due ' || due || coalesce(' parked ' || parked, '') FROM subject"));
        lines.addAll(books.texts("SELECT source || ' due ' || due || ' failures ' || failures FROM watch"));
        for (Replica server : servers) {
            lines.add(Files.readString(folder.resolve(server.name() + ".log")));
        }
        return String.join("\n", lines);
    }

    private void step() throws InterruptedException {
        Instant now = clock.instant();
        world.advanceTo(now);
        try {
            Books.State state = books.at(now);
            boolean settled = state.quiet() && state.journal() == journal;
            journal = state.journal();
            Optional<Instant> next = Stream.of(state.due(), world.nextEvent())
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
            if (settled && next.filter(n -> n.isAfter(now.plusMillis(20))).isPresent()) {
                clock.jumpTo(next.get());
                world.advanceTo(clock.instant());
                books.wake("player");
                journal = -1;
            } else {
                Thread.sleep(10);
            }
        } catch (SQLException e) {
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws SQLException, DatabaseTrouble {
        servers.forEach(Replica::close);
        books.close();
        postgres.close();
        world.close();
    }
}
