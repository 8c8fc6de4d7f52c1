package io.signalbox.server;

import io.signalbox.engine.Settings;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a server is made of.
 *
 * @param clock business time
 * @param address that it binds; {@code 127.0.0.1} unless it is meant to be reached from elsewhere
 * @param port 0 for any free one
 * @param mounts servlets beside the API, by their path pattern
 */
public record ServerParts(
        Storage storage,
        Configuration configuration,
        Connectors connectors,
        Access access,
        InstantSource clock,
        ClockKind clockKind,
        Ticker ticker,
        Settings settings,
        String address,
        int port,
        Map<String, HttpServlet> mounts) {
    public ServerParts {
        mounts = Map.copyOf(mounts);
    }
}
