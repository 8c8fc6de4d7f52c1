package io.signalbox.world.ci;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of a workflow, as it was at the instant at which it was asked for.
 *
 * @param number counts the runs of its workflow from 1
 * @param jobs all attempts, in the order of their creation
 */
public record Run(
        long id,
        int number,
        Workflow workflow,
        String repository,
        String branch,
        String sha,
        Instant created,
        List<Job> jobs,
        List<Artifact> artifacts) {

    /** What a run is for. */
    public enum Workflow {
        CI("ci", "push"),
        NIGHTLY("nightly", "schedule"),
        RELEASE("release", "push");

        private final String word;
        private final String event;

        Workflow(String word, String event) {
            this.word = word;
            this.event = event;
        }

        public String word() {
            return word;
        }

        /** GitHub's name of what starts it. */
        public String event() {
            return event;
        }
    }

    /** The newest attempt at each job. */
    public List<Job> latestJobs() {
        List<Job> latest = new ArrayList<>();
        for (Job job : jobs) {
            latest.removeIf(other -> other.name().equals(job.name()));
            latest.add(job);
        }
        return latest;
    }

    /** {@code queued}, {@code in_progress} or {@code completed}. */
    public String status() {
        List<Job> latest = latestJobs();
        if (latest.stream().allMatch(job -> job.status().equals("completed"))) {
            return "completed";
        }
        return latest.stream().allMatch(job -> job.status().equals("queued")) ? "queued" : "in_progress";
    }

    /** {@code success} or {@code failure}; empty while it is not completed. */
    public Optional<String> conclusion() {
        if (!status().equals("completed")) {
            return Optional.empty();
        }
        boolean good = latestJobs().stream()
                .allMatch(job -> job.conclusion().orElse("").equals("success"));
        return Optional.of(good ? "success" : "failure");
    }

    /** When something last happened in it. */
    public Instant updated() {
        Instant updated = created;
        for (Job job : jobs) {
            Instant last = job.completed().or(job::started).orElse(job.created());
            updated = last.isAfter(updated) ? last : updated;
        }
        return updated;
    }

    public int attempt() {
        return jobs.stream().mapToInt(Job::attempt).max().orElse(1);
    }
}
