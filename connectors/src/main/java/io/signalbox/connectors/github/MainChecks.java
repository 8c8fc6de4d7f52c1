package io.signalbox.connectors.github;

import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.MainChecksReading.MainCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells from runs which commits of main are green. A commit counts from when it was pushed. */
final class MainChecks {
    private MainChecks() {}

    /** @param runs of main, newest first */
    static MainChecksReading of(List<WorkflowRun> runs, List<String> workflows) {
        Map<CommitId, List<WorkflowRun>> byCommit = new LinkedHashMap<>();
        for (WorkflowRun run : runs) {
            if (workflows.contains(run.workflow())) {
                byCommit.computeIfAbsent(run.commit(), _ -> new ArrayList<>()).add(run);
            }
        }
        List<MainCommit> commits = new ArrayList<>();
        for (Map.Entry<CommitId, List<WorkflowRun>> entry : byCommit.entrySet()) {
            Instant pushed = entry.getValue().stream()
                    .map(WorkflowRun::created)
                    .min(Instant::compareTo)
                    .orElseThrow();
            Check check = check(entry.getValue(), workflows);
            commits.add(new MainCommit(entry.getKey(), pushed, check));
            if (check.state().passed()) {
                break;
            }
        }
        return new MainChecksReading(commits);
    }

    /** The worst of what the newest run of each workflow says. */
    private static Check check(List<WorkflowRun> runs, List<String> workflows) {
        List<Check> checks = workflows.stream()
                .map(w -> runs.stream().filter(r -> r.workflow().equals(w)).findFirst())
                .map(run -> run.map(WorkflowRun::check).orElse(Check.ABSENT))
                .toList();
        return first(checks, CheckState.FAILED)
                .or(() -> checks.stream().filter(c -> !c.state().passed()).findFirst())
                .orElse(checks.getFirst());
    }

    private static Optional<Check> first(List<Check> checks, CheckState state) {
        return checks.stream().filter(c -> c.state() == state).findFirst();
    }
}
