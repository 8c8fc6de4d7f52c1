package io.signalbox.domain.track;

import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One commit of a release branch that may ship, with what was built of it.
 *
 * @param ordinal 1 for RC 1
 */
public record Candidate(
        int ordinal, CommitId commit, BuildNumber build, List<Build.Artifact> artifacts, Instant namedAt) {
    public Candidate {
        artifacts = List.copyOf(artifacts);
    }

    public Optional<Build.Artifact> artifact(ArtifactSlot slot) {
        return artifacts.stream().filter(a -> a.slot().equals(slot)).findFirst();
    }

    /** {@code RC 3}. */
    public String title() {
        return "RC " + ordinal;
    }
}
