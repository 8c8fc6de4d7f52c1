package io.signalbox.cli.config;

import io.signalbox.domain.app.App;
import io.signalbox.domain.policy.Policy;
import java.util.List;

/** What a configuration file says. */
public record Setup(List<OfApp> apps) {
    public Setup {
        apps = List.copyOf(apps);
    }

    /** @param plugs what becomes the app's connectors; the configuration file names each */
    public record OfApp(App app, Policy policy, List<Plug> plugs) {
        public OfApp {
            plugs = List.copyOf(plugs);
        }
    }
}
