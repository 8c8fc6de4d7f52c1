package io.signalbox.connectors.github;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The runs of one branch, newest first, asked for page by page only as far back as somebody needs. A run that begins meanwhile shifts
 * the pages, so that some come twice; none is left out. For one round of asking.
 */
final class BranchRuns {
    private static final int MOST_PAGES = 5;

    private final Actions actions;
    private final Errand errand;
    private final String branch;
    private final Map<Long, WorkflowRun> found = new LinkedHashMap<>();
    private Instant asOf;
    private int pages;
    private boolean last;

    /** @param now when it is asked */
    BranchRuns(Actions actions, Errand errand, String branch, Instant now) {
        this.actions = actions;
        this.errand = errand;
        this.branch = branch;
        this.asOf = now;
    }

    /** The newest runs: so many that they are enough, or all, or the newest 500. */
    List<WorkflowRun> until(Predicate<List<WorkflowRun>> enough) throws CallFailed {
        while (pages == 0 || (!last && pages < MOST_PAGES && !enough.test(all()))) {
            Actions.Page<WorkflowRun> page = actions.runs(errand, branch, pages + 1, asOf);
            page.items().forEach(run -> found.putIfAbsent(run.id(), run));
            pages++;
            last = page.last();
            asOf = page.asOf();
        }
        return all();
    }

    private List<WorkflowRun> all() {
        return new ArrayList<>(found.values());
    }

    /** GitHub's own time of the oldest page. */
    Instant asOf() {
        return asOf;
    }
}
