package io.signalbox.codec.yaml;

import io.signalbox.domain.app.App;
import java.util.List;

/**
 * An app as written, with the parts that connectors understand.
 *
 * @param policy the name of a built-in policy, or a path
 * @param repositories one for each repository
 * @param destinations one for each destination of each platform
 * @param sources trackers, CI, crash services
 */
public record AppSections(
        App app,
        YamlNode policy,
        String policyName,
        List<Section> repositories,
        List<Section> destinations,
        List<Section> sources) {
    public AppSections {
        repositories = List.copyOf(repositories);
        destinations = List.copyOf(destinations);
        sources = List.copyOf(sources);
    }
}
