package io.signalbox.cli.up;

import io.signalbox.cli.config.ConfigFile;
import io.signalbox.cli.config.Outside;
import io.signalbox.cli.config.Setup;
import io.signalbox.cli.config.Wired;
import io.signalbox.cli.home.Hold;
import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.codec.yaml.Fault;
import io.signalbox.codec.yaml.Read;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.domain.actor.Actor;
import io.signalbox.engine.Settings;
import io.signalbox.server.ClockKind;
import io.signalbox.server.ServerParts;
import io.signalbox.server.SignalboxServer;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.PortInUseException;

/** A server with its database and connectors, in this process. */
public final class Host implements AutoCloseable {
    public static final String LOOPBACK = "127.0.0.1";

    private final Hold hold;
    private final Setup setup;
    private final Data data;
    private final Http http;
    private final SignalboxServer server;

    private Host(Hold hold, Setup setup, Data data, Http http, SignalboxServer server) {
        this.hold = hold;
        this.setup = setup;
        this.data = data;
        this.http = http;
        this.server = server;
    }

    /**
     * What a server is started with.
     *
     * @param database empty for one that Signalbox starts for itself
     * @param reach where connectors may go
     * @param mounts servlets beside the API, by their path pattern
     */
    public record Plan(
            Home home,
            Optional<DatabaseOptions.Address> database,
            String address,
            int port,
            InstantSource clock,
            ClockKind clockKind,
            Reach reach,
            Map<String, HttpServlet> mounts) {
        public Plan {
            mounts = Map.copyOf(mounts);
        }
    }

    /**
     * Reads the configuration, opens the database, and serves. Work is not driven yet.
     *
     * @throws Trouble if something stands in the way that a person can mend
     */
    public static Host start(Plan plan) {
        Setup setup = setup(plan);
        Hold hold = Hold.of(plan.home());
        try {
            Door.tryOut(plan.address(), plan.port());
            return start(plan, setup, hold);
        } catch (PortInUseException e) {
            hold.close();
            throw Door.closed(plan.port(), e);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    private static Host start(Plan plan, Setup setup, Hold hold) {
        Data data = Data.open(plan.home(), plan.database());
        Http http = new Http(plan.clock(), System::nanoTime);
        try {
            return new Host(hold, setup, data, http, server(plan, setup, data, http));
        } catch (RuntimeException e) {
            http.close();
            data.close();
            throw e;
        }
    }

    static Setup setup(Plan plan) {
        return switch (ConfigFile.read(plan.home().configuration())) {
            case Read.Whole<Setup> whole -> whole.value();
            case Read.Refused<Setup> refused ->
                throw new Trouble("the configuration is refused; nothing was started.\n"
                        + refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    private static SignalboxServer server(Plan plan, Setup setup, Data data, Http http) {
        Outside outside = new Outside(http, plan.reach(), plan.home().mirrors());
        Wired wired = new Wired(setup, outside, data.storage());
        SignalboxServer server = SignalboxServer.start(new ServerParts(
                data.storage(),
                wired,
                wired,
                data.access(),
                plan.clock(),
                plan.clockKind(),
                System::nanoTime,
                Settings.standard(replica()),
                plan.address(),
                plan.port(),
                plan.mounts()));
        data.onChange(server::wake);
        return server;
    }

    private static String replica() {
        return "%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
    }

    /** A way in for the first person, if nobody was ever let in; worth something once. */
    public Optional<String> firstLink(Actor actor) {
        return data.access().all().isEmpty() ? Optional.of(server.doorkeeper().link(actor)) : Optional.empty();
    }

    public SignalboxServer server() {
        return server;
    }

    public Setup setup() {
        return setup;
    }

    @Override
    public void close() {
        data.tellNobody();
        server.close();
        http.close();
        data.close();
        hold.close();
    }
}
