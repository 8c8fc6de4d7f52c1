package io.signalbox.cli.config;

import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A configuration with its connectors made, as the engine sees it. */
public final class Wired implements Configuration, Connectors {
    private final Map<AppKey, Setup.OfApp> apps = new LinkedHashMap<>();
    private final Map<AppKey, List<Connector>> connectors = new LinkedHashMap<>();
    private final Map<String, Policy> known = new ConcurrentHashMap<>();
    private final Storage storage;

    /** @param storage knows the policies that older releases keep */
    public Wired(Setup setup, Outside outside, Storage storage) {
        this.storage = storage;
        for (Setup.OfApp app : setup.apps()) {
            AppKey key = app.app().key();
            apps.put(key, app);
            known.put(app.policy().hash(), app.policy());
            connectors.put(
                    key,
                    app.plugs().stream().map(p -> p.connect(app.app(), outside)).toList());
        }
    }

    @Override
    public List<AppKey> apps() {
        return List.copyOf(apps.keySet());
    }

    @Override
    public Optional<App> app(AppKey key) {
        return Optional.ofNullable(apps.get(key)).map(Setup.OfApp::app);
    }

    @Override
    public Optional<Policy> policy(AppKey key) {
        return Optional.ofNullable(apps.get(key)).map(Setup.OfApp::policy);
    }

    @Override
    public Optional<Policy> policy(String hash) {
        Optional<Policy> policy = Optional.ofNullable(known.get(hash)).or(() -> storage.policy(hash));
        policy.ifPresent(p -> known.put(hash, p));
        return policy;
    }

    @Override
    public List<Source> sources(AppKey app) {
        return of(app).stream().map(Connector::source).toList();
    }

    @Override
    public Optional<Performer> performer(AppKey app, String place) {
        return of(app).stream()
                .filter(c -> c.places().contains(place))
                .findFirst()
                .flatMap(Connector::performer);
    }

    @Override
    public Optional<String> readerOf(AppKey app, String place) {
        return of(app).stream()
                .filter(c -> c.places().contains(place))
                .findFirst()
                .map(c -> c.source().name());
    }

    private List<Connector> of(AppKey app) {
        return connectors.getOrDefault(app, List.of());
    }
}
