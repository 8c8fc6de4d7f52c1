package io.signalbox.world.ci;

import io.signalbox.world.git.CodeBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run while it goes on. */
final class RunState {
    final CodeBase code;
    final Run.Workflow workflow;
    final String branch;
    final String sha;
    final Map<Platform, Long> builds = new EnumMap<>(Platform.class);
    private final long id;
    private final int number;
    private final Instant created;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Artifact> artifacts = new ArrayList<>();

    RunState(CodeBase code, Run.Workflow workflow, String branch, String sha, long id, int number, Instant created) {
        this.code = code;
        this.workflow = workflow;
        this.branch = branch;
        this.sha = sha;
        this.id = id;
        this.number = number;
        this.created = created;
    }

    long id() {
        return id;
    }

    void put(Job job) {
        jobs.removeIf(other -> other.id() == job.id());
        jobs.add(job);
        jobs.sort(Comparator.comparingLong(Job::id));
    }

    void add(Artifact artifact) {
        artifacts.add(artifact);
    }

    /** The run as it was at an instant; empty when it had not begun. */
    Optional<Run> asOf(Instant instant) {
        if (created.isAfter(instant)) {
            return Optional.empty();
        }
        return Optional.of(new Run(
                id,
                number,
                workflow,
                code.name(),
                branch,
                sha,
                created,
                jobs.stream().flatMap(job -> job.asOf(instant).stream()).toList(),
                artifacts.stream()
                        .filter(artifact -> !artifact.created().isAfter(instant))
                        .toList()));
    }
}
