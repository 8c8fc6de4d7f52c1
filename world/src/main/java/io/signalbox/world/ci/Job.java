package io.signalbox.world.ci;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a job.
 *
 * @param conclusion {@code success}, {@code failure}, {@code skipped} or {@code cancelled}; empty while it is not completed
 */
public record Job(
        long id,
        long run,
        String name,
        int attempt,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> completed,
        Optional<String> conclusion) {

    /** {@code queued}, {@code in_progress} or {@code completed}. */
    public String status() {
        if (completed.isPresent()) {
            return "completed";
        }
        return started.isPresent() ? "in_progress" : "queued";
    }

    Job startedAt(Instant instant) {
        return new Job(id, run, name, attempt, created, Optional.of(instant), completed, conclusion);
    }

    Job completedAt(Instant instant, String as) {
        return new Job(id, run, name, attempt, created, started, Optional.of(instant), Optional.of(as));
    }

    /** The job as it was at an instant; empty when it was not there yet. */
    Optional<Job> asOf(Instant instant) {
        if (created.isAfter(instant)) {
            return Optional.empty();
        }
        Optional<Instant> startedBy = started.filter(at -> !at.isAfter(instant));
        Optional<Instant> completedBy = completed.filter(at -> !at.isAfter(instant));
        return Optional.of(new Job(
                id, run, name, attempt, created, startedBy, completedBy, completedBy.flatMap(at -> conclusion)));
    }
}
