package io.signalbox.bench.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.bench.fleet.Fleet;
import io.signalbox.bench.fleet.FleetEngine;
import io.signalbox.bench.fleet.SetClock;
import io.signalbox.bench.load.Workers;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.engine.Settings;
import io.signalbox.server.ClockKind;
import io.signalbox.server.ServerParts;
import io.signalbox.server.SignalboxServer;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import io.signalbox.storage.postgres.Database;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A server with a fleet on record, in a process of its own. Says {@code ready PORT TOKEN} once it serves; answers each line
 * that it is given with how often a source was asked so far; ends with its input.
 */
final class FleetServer {
    static final int APPS = 10;
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private FleetServer() {}

    public static void main(String[] arguments) throws Exception {
        Fleet fleet = new Fleet(APPS);
        CountedSources sources = new CountedSources();
        SetClock clock = new SetClock();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
                Database database = Database.open(postgres.jdbcUrl(), postgres.user(), postgres.password());
                SignalboxServer server = SignalboxServer.start(parts(database, fleet, sources, clock))) {
            new FleetEngine(server.engine(), fleet, new Workers(2), clock).begin();
            server.drive();
            proveThatCallsAreCounted(server, fleet, sources);
            String token = server.doorkeeper().token(new Actor("Reader", Role.VIEWER, Optional.empty()));
            System.out.println("ready " + server.port() + " " + token);
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            while (input.readLine() != null) {
                System.out.println(sources.calls());
            }
        }
    }

    private static ServerParts parts(Database database, Fleet fleet, CountedSources sources, SetClock clock) {
        return new ServerParts(
                database.storage(),
                fleet,
                sources,
                database.access(),
                clock,
                ClockKind.SYSTEM,
                System::nanoTime,
                Settings.standard("bench"),
                "127.0.0.1",
                0,
                Map.of());
    }

    /** Asks for every source once, and waits until each was asked: a count that stays at nothing would prove nothing. */
    private static void proveThatCallsAreCounted(SignalboxServer server, Fleet fleet, CountedSources sources)
            throws InterruptedException {
        fleet.apps().forEach(app -> {
            server.engine()
                    .storage()
                    .askNow(app, Fleet.SOURCE, server.engine().clock().instant());
            server.wake(app);
        });
        long begun = System.nanoTime();
        while (sources.calls() < fleet.apps().size()) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("only %d calls were counted".formatted(sources.calls()));
            }
            Thread.sleep(20);
        }
    }
}
