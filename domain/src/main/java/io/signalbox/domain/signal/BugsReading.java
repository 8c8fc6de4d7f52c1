package io.signalbox.domain.signal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All bugs, open and closed, that the tracker names as blocking a track. Always the whole list. */
public record BugsReading(List<Bug> bugs) implements Reading {
    public BugsReading {
        bugs = List.copyOf(bugs);
    }

    /**
     * A bug that blocks.
     *
     * @param key the tracker's key, such as {@code AND-4102}
     * @param owner the team or person that the tracker names, if any
     */
    public record Bug(
            String key,
            String title,
            boolean open,
            Instant createdAt,
            Optional<Instant> closedAt,
            Optional<String> priority,
            Optional<String> owner,
            Optional<URI> link) {}
}
