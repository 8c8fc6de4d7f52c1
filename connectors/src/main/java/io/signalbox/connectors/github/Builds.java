package io.signalbox.connectors.github;

import io.signalbox.connectors.github.Actions.BuiltFile;
import io.signalbox.connectors.github.GitHubSettings.Jobs;
import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes builds of a track from runs, their jobs and their files. */
final class Builds {
    /** Older builds are history. */
    private static final int MOST = 10;

    /** With so many it is not looked further back. */
    private static final int ENOUGH = 3;

    private final GitHubSettings settings;
    private final Details details;

    Builds(GitHubSettings settings, Details details) {
        this.settings = settings;
        this.details = details;
    }

    /**
     * The newest builds, one for each commit. Jobs that no run has are looked for among what other services say of the commit.
     *
     * @param runs of the branch, newest first
     */
    BuildsReading of(Errand errand, List<WorkflowRun> runs, String workflow, TrackId track, Platform platform)
            throws CallFailed {
        List<Build> builds = new ArrayList<>();
        Set<CommitId> seen = new HashSet<>();
        for (WorkflowRun run : runs) {
            if (run.workflow().equals(workflow) && builds.size() < MOST && seen.add(run.commit())) {
                builds.add(build(errand, run, builds.isEmpty(), track, platform));
            }
        }
        return new BuildsReading(builds);
    }

    /** Whether these runs hold the builds that matter. */
    static boolean enough(List<WorkflowRun> runs, String workflow) {
        return runs.stream().filter(run -> run.workflow().equals(workflow)).count() >= ENOUGH;
    }

    private Build build(Errand errand, WorkflowRun run, boolean newest, TrackId track, Platform platform)
            throws CallFailed {
        Details.OfRun found = details.of(errand, run);
        List<Build.Artifact> artifacts = artifacts(found.files(), track.version(), platform);
        Jobs jobs = settings.jobs();
        boolean more = run.underWay();
        List<JobRun> all = new ArrayList<>(found.jobs());
        if (!more
                && !jobs.allOf(platform.key()).stream()
                        .allMatch(name -> all.stream().anyMatch(j -> j.name().equals(name)))) {
            all.addAll(details.statuses(errand, run.commit(), newest));
        }
        return new Build(
                run.commit(),
                run.created(),
                number(run, artifacts),
                JobRun.check(all, Jobs.of(jobs.build(), platform.key()), more),
                JobRun.check(all, Jobs.of(jobs.test(), platform.key()), more),
                JobRun.check(all, Jobs.of(jobs.verify(), platform.key()), more),
                JobRun.check(all, Jobs.of(jobs.upload(), platform.key()), more),
                artifacts);
    }

    private List<Build.Artifact> artifacts(List<BuiltFile> files, Version version, Platform platform) {
        List<Build.Artifact> artifacts = new ArrayList<>();
        for (ArtifactSlot slot : platform.slots()) {
            Optional<ArtifactName> name =
                    Optional.ofNullable(settings.artifacts().get(slot));
            for (BuiltFile file : files) {
                name.flatMap(n -> n.number(file.name(), version))
                        .ifPresent(number -> artifacts.add(new Build.Artifact(slot, number, file.digest())));
            }
        }
        return artifacts;
    }

    /** Every file of a build has the build's number, or nobody knows which it is. */
    private static Optional<BuildNumber> number(WorkflowRun run, List<Build.Artifact> artifacts) throws CallFailed {
        List<BuildNumber> numbers =
                artifacts.stream().map(Build.Artifact::number).distinct().toList();
        if (numbers.size() > 1) {
            throw Actions.nonsense("run %d has files of builds %s".formatted(run.id(), numbers));
        }
        return numbers.stream().findFirst();
    }
}
