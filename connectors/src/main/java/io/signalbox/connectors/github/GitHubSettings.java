package io.signalbox.connectors.github;

import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.RepositoryKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the Actions of one GitHub repository are reached, and what they are called there.
 *
 * @param name the connector's, unique within an app
 * @param api address of the REST API, without a slash at the end
 * @param path owner and repository: {@code example/player}
 * @param repository which of the app's repositories this is
 * @param mainWorkflows a commit of main is green when all of these have passed
 * @param nightlyWorkflow builds main every night
 * @param releaseWorkflow builds every push to a release branch
 * @param jobs how the jobs of a build are called
 * @param artifacts how the files of a build are called, by slot
 */
public record GitHubSettings(
        String name,
        URI api,
        String path,
        Secret token,
        RepositoryKey repository,
        List<String> mainWorkflows,
        String nightlyWorkflow,
        String releaseWorkflow,
        Jobs jobs,
        Map<ArtifactSlot, ArtifactName> artifacts) {
    public static final URI GITHUB = URI.create("https://api.github.com");

    public GitHubSettings {
        mainWorkflows = List.copyOf(mainWorkflows);
        artifacts = Map.copyOf(new TreeMap<>(artifacts));
        if (!path.matches("[\\w.-]+/[\\w.-]+")) {
            throw new IllegalArgumentException("repository \"%s\": write OWNER/REPOSITORY".formatted(path));
        }
        if (mainWorkflows.isEmpty()) {
            throw new IllegalArgumentException("name at least one workflow that checks main");
        }
    }

    /** Names of jobs, or of statuses of other services; {@code {platform}} stands for the platform's key. */
    public record Jobs(String build, String test, String verify, String upload) {
        public static final Jobs USUAL =
                new Jobs("build / {platform}", "test / {platform}", "verify / {platform}", "upload / {platform}");

        List<String> allOf(PlatformKey platform) {
            return Stream.of(build, test, verify, upload)
                    .map(pattern -> of(pattern, platform))
                    .toList();
        }

        static String of(String pattern, PlatformKey platform) {
            return pattern.replace("{platform}", platform.value());
        }
    }
}
