package io.signalbox.cli.replicas;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.up.DatabaseOptions;
import io.signalbox.cli.up.Host;
import io.signalbox.connectors.http.Reach;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.server.ClockKind;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What {@code signalbox up --database-url} does, by a clock that can be made to jump. Ends when its standard input does. */
final class ReplicaMain {
    static final String READY = "ready ";
    static final String PASSWORD = "SIGNALBOX_DATABASE_PASSWORD";

    private ReplicaMain() {}

    /**
     * @param args directory, file of the clock, URL of the database, its user
     * @throws Exception if it cannot be served
     */
    public static void main(String[] args) throws Exception {
        String password = Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
        Host.Plan plan = new Host.Plan(
                new Home(Path.of(args[0])),
                Optional.of(new DatabaseOptions.Address(args[2], args[3], password)),
                Host.LOOPBACK,
                0,
                SharedClock.at(Path.of(args[1])),
                ClockKind.SYSTEM,
                Reach.LOOPBACK,
                Map.of());
        try (Host host = Host.start(plan)) {
            host.server().drive();
            Actor ana = new Actor("Ana Lind", Role.RELEASE_MANAGER, Optional.empty());
            System.out.println(READY + host.server().port() + " "
                    + host.server().doorkeeper().token(ana));
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
