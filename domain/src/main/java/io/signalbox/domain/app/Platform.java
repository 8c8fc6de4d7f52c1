package io.signalbox.domain.app;

import java.util.List;

/** A platform of an app, the repository it is built from, and where it ships to. */
public record Platform(PlatformKey key, String name, RepositoryKey repository, List<Destination> destinations) {
    public Platform {
        destinations = List.copyOf(destinations);
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
