package io.signalbox.domain.signal;

import java.util.List;
import java.util.Optional;

/**
 * The builds of a track: of its branch once there is one, of main before.
 *
 * @param builds newest commit first
 */
public record BuildsReading(List<Build> builds) implements Reading {
    public BuildsReading {
        builds = List.copyOf(builds);
    }

    public Optional<Build> of(CommitId commit) {
        return builds.stream().filter(b -> b.commit().equals(commit)).findFirst();
    }
}
