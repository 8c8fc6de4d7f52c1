package io.signalbox.world.git;

import java.util.List;

/** A commit could not be picked because the branch has changed the same places. */
public final class PickConflict extends RuntimeException {
    private final transient List<String> paths;

    PickConflict(String sha, String branch, List<String> paths) {
        super("Commit " + sha + " does not fit onto " + branch + ": resolve " + paths + " by hand");
        this.paths = List.copyOf(paths);
    }

    /** Where it does not fit. */
    public List<String> paths() {
        return paths;
    }
}
