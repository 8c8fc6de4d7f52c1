package io.signalbox.codec.yaml;

import io.signalbox.domain.app.Capabilities;
import java.util.List;
import java.util.Optional;

/** The kinds of destination there are connectors for. */
public interface DestinationKinds {
    List<String> names();

    /** What a destination with these settings can do; empty, and a fault, if the settings are wrong. */
    Optional<Capabilities> capabilities(Section section);
}
