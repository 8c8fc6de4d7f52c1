package io.signalbox.domain.policy;

import io.signalbox.domain.app.PathPrefix;
import io.signalbox.domain.signal.Commit;
import java.util.List;

/**
 * Which changes are asked to merge on the first day of a cycle.
 *
 * @param lines from this many on, whatever the paths
 */
public record LargeChange(int lines, List<PathPrefix> paths) {
    public LargeChange {
        paths = List.copyOf(paths);
    }

    public boolean is(Commit commit) {
        boolean infrastructure =
                commit.paths().stream().anyMatch(path -> paths.stream().anyMatch(p -> p.covers(path)));
        return commit.lines() >= lines || infrastructure;
    }
}
