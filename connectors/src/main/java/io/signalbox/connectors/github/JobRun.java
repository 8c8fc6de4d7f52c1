package io.signalbox.connectors.github;

import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at one job of a run.
 *
 * @param id rises with every attempt
 * @param changedAt when it entered its state, if it has begun
 */
record JobRun(long id, String name, CheckState state, Optional<Instant> changedAt, Optional<URI> page) {

    /**
     * What the attempts at a job come to: the newest counts; a pass after a failure is a pass on retry.
     *
     * @param moreToCome whether the run goes on: what is not there yet will be
     */
    static Check check(List<JobRun> all, String name, boolean moreToCome) {
        List<JobRun> attempts = all.stream()
                .filter(j -> j.name.equals(name))
                .sorted(Comparator.comparingLong(JobRun::id))
                .toList();
        if (attempts.isEmpty()) {
            return moreToCome ? new Check(CheckState.QUEUED, Optional.empty(), "", Optional.empty()) : Check.ABSENT;
        }
        JobRun newest = attempts.getLast();
        boolean failedBefore = attempts.stream().anyMatch(j -> j.state == CheckState.FAILED);
        CheckState state =
                newest.state == CheckState.PASSED && failedBefore ? CheckState.PASSED_ON_RETRY : newest.state;
        String detail = attempts.size() > 1 ? "attempt " + attempts.size() : "";
        return new Check(state, newest.changedAt, detail, newest.page);
    }
}
