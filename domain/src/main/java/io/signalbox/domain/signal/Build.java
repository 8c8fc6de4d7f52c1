package io.signalbox.domain.signal;

import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One build of one commit for one platform, as CI tells it.
 *
 * @param number empty as long as no artifact is there
 * @param verified the build verification test
 * @param uploaded whether every artifact has reached the stores
 */
public record Build(
        CommitId commit,
        Instant commitAt,
        Optional<BuildNumber> number,
        Check built,
        Check tested,
        Check verified,
        Check uploaded,
        List<Artifact> artifacts) {
    public Build {
        artifacts = List.copyOf(artifacts);
    }

    /**
     * One file that ships.
     *
     * @param digest {@code sha256:} and 64 hexadecimal digits
     */
    public record Artifact(ArtifactSlot slot, BuildNumber number, String digest) {}

    /** Whether the build is built, verified and uploaded, with an artifact for each of these slots. */
    public boolean complete(List<ArtifactSlot> slots) {
        return built.state().passed()
                && verified.state().passed()
                && uploaded.state().passed()
                && number.isPresent()
                && slots.stream()
                        .allMatch(slot ->
                                artifacts.stream().anyMatch(a -> a.slot().equals(slot)));
    }
}
