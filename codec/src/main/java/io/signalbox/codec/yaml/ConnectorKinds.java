package io.signalbox.codec.yaml;

import io.signalbox.domain.app.Capabilities;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of connector that there are. Each is handed the sections that are its own while an app is read; it notes what is wrong
 * with them as faults.
 */
public interface ConnectorKinds {
    /** The kinds of destination. */
    List<String> destinations();

    /** The kinds of source: trackers, CI, crash services. */
    List<String> sources();

    void repository(Section section);

    /** What a destination with these settings can do; empty, and a fault, if the settings are wrong. */
    Optional<Capabilities> destination(Section section);

    void source(Section section);
}
