package io.signalbox.engine.config;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import java.util.List;
import java.util.Optional;

/** Which connectors serve an app. Thread-safe. */
public interface Connectors {
    List<Source> sources(AppKey app);

    /** Who brings effects about at a place of an app: a destination or a repository. */
    Optional<Performer> performer(AppKey app, String place);

    /** The name of the source that reads a place back. */
    Optional<String> readerOf(AppKey app, String place);
}
