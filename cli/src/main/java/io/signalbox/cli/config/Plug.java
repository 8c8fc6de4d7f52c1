package io.signalbox.cli.config;

import io.signalbox.domain.app.App;

/**
 * A part of the configuration that becomes a connector once there is an outside to connect it with.
 *
 * @param name how the configuration file calls it
 */
public record Plug(String name, Making making) {
    /** Makes the connector. */
    @FunctionalInterface
    interface Making {
        Connector connect(App app, Outside outside);
    }

    public Connector connect(App app, Outside outside) {
        return making.connect(app, outside);
    }
}
