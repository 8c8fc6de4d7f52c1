package io.signalbox.cli.demo;

import io.signalbox.cli.clock.SteppedClock;
import io.signalbox.cli.clock.SteppedServer;
import io.signalbox.cli.home.Home;
import io.signalbox.cli.up.DatabaseOptions;
import io.signalbox.cli.up.Host;
import io.signalbox.connectors.http.Reach;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.server.ClockKind;
import io.signalbox.server.access.Doorkeeper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server of a demo: the real one, by a clock that the demo steps. Started by {@link ServerProcess}. */
@Command(name = "demo-server", hidden = true, description = "The server of a demo; started by it.")
public final class DemoServerCommand implements Callable<Integer> {
    /** By these names the demo gets the tokens of its cast. */
    static final String MANAGER = "manager";

    static final String COMPLIANCE = "compliance";
    static final String TEAM = "team-";

    /** Whose word the person at the pages gives, so that there is one to give. */
    private static final TeamKey PLAYBACK = new TeamKey("playback");

    @Option(names = "--directory", required = true)
    private Path directory = Path.of(".");

    @Option(names = "--console", required = true)
    private URI console = URI.create("http://127.0.0.1");

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--now", required = true)
    private String now = "";

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public Integer call() throws IOException {
        SteppedClock clock = new SteppedClock(Instant.parse(now));
        String secret = Optional.ofNullable(System.getenv(ServerProcess.SECRET)).orElse("");
        DemoDoor door = new DemoDoor(console, secret);
        Host.Plan plan = new Host.Plan(
                new Home(directory),
                database.address(),
                Host.LOOPBACK,
                port,
                clock,
                ClockKind.STEPPED,
                Reach.LOOPBACK,
                Map.of("/demo/*", door));
        PrintStream out = System.out;
        try (Host host = Host.start(plan)) {
            door.open(new SteppedServer(host.server(), clock));
            out.println(ServerProcess.line(ready(host)));
            out.flush();
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return 0;
    }

    private static ServerProcess.Ready ready(Host host) {
        Doorkeeper doorkeeper = host.server().doorkeeper();
        Actor ana = new Actor("Ana Lind", Role.RELEASE_MANAGER, Optional.of(PLAYBACK));
        Map<String, String> tokens = new TreeMap<>();
        tokens.put(MANAGER, doorkeeper.token(ana));
        tokens.put(COMPLIANCE, doorkeeper.token(new Actor("Compliance scan", Role.SERVICE, Optional.empty())));
        host.setup().apps().stream()
                .flatMap(a -> a.app().teams().stream())
                .forEach(team -> tokens.put(TEAM + team.key(), doorkeeper.token(member(team.name(), team.key()))));
        return new ServerProcess.Ready(host.server().port(), doorkeeper.link(ana), tokens);
    }

    private static Actor member(String team, TeamKey key) {
        return new Actor("Team " + team, Role.TEAM_MEMBER, Optional.of(key));
    }
}
