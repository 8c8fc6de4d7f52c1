package io.signalbox.domain.app;

import java.util.List;
import java.util.Set;

/**
 * A team that signs off.
 *
 * @param platforms the platforms it signs for
 * @param paths the parts of the repositories it owns; empty means that any change may touch its work
 */
public record Team(TeamKey key, String name, Set<PlatformKey> platforms, List<PathPrefix> paths) {
    public Team {
        platforms = Set.copyOf(platforms);
        paths = List.copyOf(paths);
    }

    /** Whether a change of this path concerns the team. A team that named no paths is concerned by every change. */
    public boolean ownsPath(String path) {
        return paths.isEmpty() || paths.stream().anyMatch(p -> p.covers(path));
    }
}
