package io.signalbox.connectors.github;

import io.signalbox.connectors.github.Actions.BuiltFile;
import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** The jobs and files of runs. Of a run that is over and has not changed they are asked for once. Not thread-safe. */
final class Details {
    private static final int KEPT = 200;

    private final Actions actions;
    private final LinkedHashMap<Long, OfRun> known = new LinkedHashMap<>();
    private final LinkedHashMap<CommitId, List<JobRun>> statuses = new LinkedHashMap<>();

    record OfRun(Instant updated, List<JobRun> jobs, List<BuiltFile> files) {
        OfRun {
            jobs = List.copyOf(jobs);
            files = List.copyOf(files);
        }
    }

    Details(Actions actions) {
        this.actions = actions;
    }

    OfRun of(Errand errand, WorkflowRun run) throws CallFailed {
        OfRun before = known.get(run.id());
        if (before != null && before.updated().equals(run.updated()) && !run.underWay()) {
            return before;
        }
        List<JobRun> jobs = actions.jobs(errand, run);
        // Until a job has passed there is no file.
        boolean mayHaveFiles = !run.underWay() || jobs.stream().anyMatch(j -> j.state() == CheckState.PASSED);
        List<BuiltFile> files = mayHaveFiles ? actions.files(errand, run) : List.of();
        OfRun now = new OfRun(run.updated(), jobs, files);
        known.putLast(run.id(), now);
        while (known.size() > KEPT) {
            known.pollFirstEntry();
        }
        return now;
    }

    /**
     * What other services say of a commit.
     *
     * @param anew whether they may have said something new
     */
    List<JobRun> statuses(Errand errand, CommitId commit, boolean anew) throws CallFailed {
        List<JobRun> before = statuses.get(commit);
        if (before != null && !anew) {
            return before;
        }
        List<JobRun> now = List.copyOf(actions.statuses(errand, commit));
        statuses.putLast(commit, now);
        while (statuses.size() > KEPT) {
            statuses.pollFirstEntry();
        }
        return now;
    }
}
