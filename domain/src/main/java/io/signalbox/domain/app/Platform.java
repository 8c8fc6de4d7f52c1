package io.signalbox.domain.app;

import io.signalbox.domain.version.NumberScheme;
import java.util.List;
import java.util.Optional;

/**
 * A platform of an app, the repository it is built from, and where it ships to.
 *
 * @param numbers its own scheme of build numbers; empty: the app's
 */
public record Platform(
        PlatformKey key,
        String name,
        RepositoryKey repository,
        List<Destination> destinations,
        Optional<NumberScheme> numbers) {
    public Platform {
        destinations = List.copyOf(destinations);
    }

    /** One that numbers its builds as the app does. */
    public Platform(PlatformKey key, String name, RepositoryKey repository, List<Destination> destinations) {
        this(key, name, repository, destinations, Optional.empty());
    }

    /** The artifacts that a candidate needs before it may ship: one for each slot that a destination ships, sorted. */
    public List<ArtifactSlot> slots() {
        return destinations.stream()
                .map(Destination::artifact)
                .distinct()
                .sorted()
                .toList();
    }

    /** @throws IllegalArgumentException if the platform has no such destination */
    public Destination destination(DestinationKey key) {
        return destinations.stream()
                .filter(d -> d.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("platform %s has no destination %s".formatted(this.key, key)));
    }
}
