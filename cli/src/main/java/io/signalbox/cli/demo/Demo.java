package io.signalbox.cli.demo;

import io.signalbox.cli.clock.ClockMaster;
import io.signalbox.cli.clock.Pace;
import io.signalbox.cli.home.Trouble;
import io.signalbox.cli.http.Api;
import io.signalbox.cli.scenario.Cast;
import io.signalbox.cli.scenario.Play;
import io.signalbox.cli.scenario.Release892;
import io.signalbox.server.access.Secrets;
import io.signalbox.world.World;
import io.signalbox.world.WorldApp;
import io.signalbox.world.WorldSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A world, its clock, and a real server in a process of its own that takes the world for the real one. */
final class Demo implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final World world;
    private final Console console;
    private final RestartingServer server;
    private final Cast cast;
    private volatile Optional<ClockMaster> clock = Optional.empty();

    private Demo(World world, Console console, RestartingServer server, Cast cast) {
        this.world = world;
        this.console = console;
        this.server = server;
        this.cast = cast;
    }

    /**
     * How a demo is set up.
     *
     * @param directory an empty one, for everything
     * @param port of the pages; 0 for any free one
     * @param managedPublishing whether a person must publish at Google Play what is approved there
     */
    record Plan(Path directory, int port, boolean managedPublishing) {}

    static Demo open(Plan plan) {
        WorldApp app = WorldApp.player("8.9.0", "8.9.1");
        Path outside = plan.directory().resolve("world");
        Path inside = plan.directory().resolve("server");
        try {
            Files.createDirectories(outside);
            World world = World.open(WorldSettings.of(Release892.OPENS, ZONE, outside, app)
                    .logFile(plan.directory().resolve("world.jsonl")));
            if (plan.managedPublishing()) {
                world.play().console(app.playPackage(), "Ana Lind").managedPublishing(true);
            }
            DemoFiles.write(inside, world, app, plan.managedPublishing());
            String secret = Secrets.make(new SecureRandom());
            Console console = new Console(secret);
            ServerProcess.Recipe recipe = new ServerProcess.Recipe(inside, console.address(), secret, plan.port());
            RestartingServer server = RestartingServer.start(recipe, world.now());
            return new Demo(world, console, server, cast(world, app, server));
        } catch (IOException e) {
            throw new Trouble("the demo cannot be set up in %s: %s".formatted(plan.directory(), e), e);
        }
    }

    private static Cast cast(World world, WorldApp app, RestartingServer server) {
        Map<String, String> tokens = server.ready().tokens();
        Function<String, Api> as = name -> new Api(server.address(), tokens.getOrDefault(name, ""));
        Map<String, Api> teams = new TreeMap<>();
        Cast.TEAMS.forEach(team -> teams.put(team, as.apply(DemoServerCommand.TEAM + team)));
        return new Cast(world, app, as.apply(DemoServerCommand.MANAGER), teams, as.apply(DemoServerCommand.COMPLIANCE));
    }

    World world() {
        return world;
    }

    Cast cast() {
        return cast;
    }

    RestartingServer server() {
        return server;
    }

    /** Where a browser begins; worth something once. */
    URI link() {
        return server.address().resolve("/open?link=" + server.ready().link());
    }

    /** The clock for a play, with its controls on the pages. */
    ClockMaster clock(Play play, Pace pace) {
        ClockMaster begun = new ClockMaster(server, world, play, pace);
        clock = Optional.of(begun);
        console.begin(new Console.Theatre(begun, play, new WorldActs(cast)));
        return begun;
    }

    @Override
    public void close() {
        server.replaceNoMore();
        clock.ifPresent(ClockMaster::stop);
        server.close();
        console.close();
        world.close();
    }
}
