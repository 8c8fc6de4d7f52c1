package io.signalbox.world.ci;

import io.signalbox.world.ci.Run.Workflow;
import io.signalbox.world.git.CodeBase;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.time.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Continuous integration. Every push to main is checked; every push to a release branch, and main every night, is built, tested,
 * verified and uploaded for each platform, the platforms side by side. A build takes the next number of its version and platform,
 * counted from the version file at its commit. Thread-safe.
 */
public final class Ci {
    private static final String BRANCHES = "refs/heads/";

    private final CiSettings settings;
    private final Timeline timeline;
    private final Pipeline pipeline;
    private final List<RunState> runs = new ArrayList<>();
    private final Map<String, Integer> runCounts = new HashMap<>();
    private final Set<LocalDate> skippedNights = new HashSet<>();

    /** @param uploads where finished builds go, called under the world's lock */
    public Ci(CiSettings settings, Timeline timeline, EffectLog log, Consumer<Upload> uploads) {
        this.settings = settings;
        this.timeline = timeline;
        this.pipeline = new Pipeline(settings, timeline, log, uploads);
    }

    /** Builds this code base from now on, and checks what main is now. */
    public void watch(CodeBase code) {
        code.onRefMoved(this::refMoved);
        timeline.alone(() -> {
            refMoved(code, BRANCHES + "main", code.head("main"));
            LocalDate today = timeline.now().atZone(settings.zone()).toLocalDate();
            planNight(code, night(today).isAfter(timeline.now()) ? today : today.plusDays(1));
        });
    }

    /** Plans how jobs are to go, until {@link #end}. */
    public Outcome plan(Outcome outcome) {
        timeline.alone(() -> pipeline.plan(outcome));
        return outcome;
    }

    /** Ends a plan; jobs that it has stuck stay so until {@link #unstick}. */
    public void end(Outcome outcome) {
        timeline.alone(() -> pipeline.end(outcome));
    }

    /** Lets all stuck jobs go on: they end as if they had just done their work. */
    public void unstick() {
        timeline.alone(pipeline::unstick);
    }

    /** Leaves out the nightly build of one local date. */
    public void skipNightly(LocalDate date) {
        timeline.alone(() -> {
            skippedNights.add(date);
        });
    }

    /** All runs of a repository as they were at an instant, newest first. */
    public List<Run> runs(String repository, Instant asOf) {
        return timeline.alone(() -> runs.reversed().stream()
                .filter(run -> run.code.name().equals(repository))
                .flatMap(run -> run.asOf(asOf).stream())
                .toList());
    }

    /** The runs of one commit as they were at an instant, newest first. */
    public List<Run> runsOf(String repository, String sha, Instant asOf) {
        return timeline.alone(() -> runs.reversed().stream()
                .filter(run -> run.sha.equals(sha) && run.code.name().equals(repository))
                .flatMap(run -> run.asOf(asOf).stream())
                .toList());
    }

    private void refMoved(CodeBase code, String ref, Optional<String> sha) {
        if (sha.isEmpty() || !ref.startsWith(BRANCHES)) {
            return;
        }
        String branch = ref.substring(BRANCHES.length());
        if (branch.equals("main")) {
            pipeline.queue(begin(code, Workflow.CI, branch, sha.get()), new Task.Check(), 1);
        } else if (settings.releaseBranches().matcher(branch).matches()) {
            buildAll(begin(code, Workflow.RELEASE, branch, sha.get()));
        }
    }

    private Instant night(LocalDate date) {
        return date.atTime(settings.nightly()).atZone(settings.zone()).toInstant();
    }

    private void planNight(CodeBase code, LocalDate date) {
        timeline.at(night(date), () -> {
            code.head("main")
                    .filter(sha -> !skippedNights.contains(date))
                    .ifPresent(sha -> buildAll(begin(code, Workflow.NIGHTLY, "main", sha)));
            planNight(code, date.plusDays(1));
        });
    }

    private RunState begin(CodeBase code, Workflow workflow, String branch, String sha) {
        int number = runCounts.merge(code.name() + " " + workflow, 1, Integer::sum);
        RunState run = new RunState(code, workflow, branch, sha, pipeline.nextId(), number, timeline.now());
        runs.add(run);
        return run;
    }

    private void buildAll(RunState run) {
        for (Platform platform : Platform.values()) {
            pipeline.queue(run, new Task.Of(Step.BUILD, platform), 1);
        }
    }
}
