package io.signalbox.server;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import java.util.List;
import java.util.Optional;

/** Nothing outside. */
public final class NoConnectors implements Connectors {
    @Override
    public List<Source> sources(AppKey app) {
        return List.of();
    }

    @Override
    public Optional<Performer> performer(AppKey app, String place) {
        return Optional.empty();
    }

    @Override
    public Optional<String> readerOf(AppKey app, String place) {
        return Optional.empty();
    }
}
