package io.signalbox.world.ci;

import io.signalbox.world.git.VersionFile;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes jobs from queued to completed in virtual time. Used under the world's lock only. */
final class Pipeline {
    private final CiSettings settings;
    private final Timeline timeline;
    private final EffectLog log;
    private final Consumer<Upload> uploads;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Runnable> stuck = new ArrayList<>();
    private final Map<String, Integer> buildCounts = new HashMap<>();
    private long ids = 7_000_000_000L;

    Pipeline(CiSettings settings, Timeline timeline, EffectLog log, Consumer<Upload> uploads) {
        this.settings = settings;
        this.timeline = timeline;
        this.log = log;
        this.uploads = uploads;
    }

    void plan(Outcome outcome) {
        outcomes.add(outcome);
    }

    void end(Outcome outcome) {
        outcomes.remove(outcome);
    }

    void unstick() {
        List<Runnable> waiting = List.copyOf(stuck);
        stuck.clear();
        waiting.forEach(Runnable::run);
    }

    long nextId() {
        return ids++;
    }

    void queue(RunState run, Task task, int attempt) {
        Job job = job(run, task, attempt);
        run.put(job);
        timeline.at(timeline.now().plus(settings.queue()), () -> start(run, task, job));
    }

    private void start(RunState run, Task task, Job queued) {
        Job job = queued.startedAt(timeline.now());
        run.put(job);
        enter(run, job, "in_progress");
        if (planned(run, job, Outcome.How.STICK).isPresent()) {
            stuck.add(() -> succeed(run, task, job));
        } else {
            timeline.at(timeline.now().plus(task.length(settings)), () -> finish(run, task, job));
        }
    }

    private void finish(RunState run, Task task, Job job) {
        Optional<Outcome> once = planned(run, job, Outcome.How.FAIL_ONCE);
        if (once.isPresent()) {
            outcomes.remove(once.get());
            complete(run, job, "failure");
            Instant again = timeline.now().plus(settings.retryAfter());
            timeline.at(again, () -> queue(run, task, job.attempt() + 1));
        } else if (planned(run, job, Outcome.How.FAIL).isPresent() || cannotBuild(run, task)) {
            complete(run, job, "failure");
            for (Optional<Task> next = task.next();
                    next.isPresent();
                    next = next.get().next()) {
                complete(run, job(run, next.get(), 1).startedAt(timeline.now()), "skipped");
            }
        } else {
            succeed(run, task, job);
        }
    }

    private static boolean cannotBuild(RunState run, Task task) {
        return task instanceof Task.Of && run.code.version(run.sha).isEmpty();
    }

    private void succeed(RunState run, Task task, Job job) {
        complete(run, job, "success");
        leave(run, task);
        task.next().ifPresent(next -> queue(run, next, 1));
    }

    /** What a task leaves behind when it has gone well. */
    private void leave(RunState run, Task task) {
        switch (task) {
            case Task.Check check -> {}
            case Task.Of(Step step, Platform platform) -> {
                switch (step) {
                    case BUILD -> packages(run, platform).forEach(built -> run.add(artifact(run, built)));
                    case TEST, VERIFY -> {}
                    case UPLOAD -> packages(run, platform).forEach(uploads);
                }
            }
        }
    }

    private List<Upload> packages(RunState run, Platform platform) {
        VersionFile version = run.code.version(run.sha).orElseThrow();
        String counter = run.code.name() + " " + version.version() + " " + platform;
        long build = run.builds.computeIfAbsent(
                platform, which -> platform.base(version) + buildCounts.merge(counter, 1, Integer::sum));
        return Packages.build(run, platform, version, build);
    }

    private Artifact artifact(RunState run, Upload built) {
        return new Artifact(
                nextId(), run.id(), built.fileName(), built.content().length(), built.digest(), timeline.now());
    }

    private Job job(RunState run, Task task, int attempt) {
        return new Job(
                nextId(),
                run.id(),
                task.name(),
                attempt,
                timeline.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void complete(RunState run, Job job, String conclusion) {
        run.put(job.completedAt(timeline.now(), conclusion));
        enter(run, job, conclusion);
    }

    private Optional<Outcome> planned(RunState run, Job job, Outcome.How how) {
        Outcome.At at = new Outcome.At(run.branch, run.sha);
        return outcomes.stream()
                .filter(outcome -> outcome.how() == how
                        && outcome.job().equals(job.name())
                        && outcome.when().test(at))
                .findFirst();
    }

    private void enter(RunState run, Job job, String state) {
        log.append(
                Vendor.GITHUB,
                new Detail.Job(run.code.name(), run.branch, run.sha, job.name(), job.attempt(), state, Actor.itself()));
    }
}
