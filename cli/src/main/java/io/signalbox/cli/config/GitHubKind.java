package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import io.signalbox.connectors.github.ArtifactName;
import io.signalbox.connectors.github.GitHubConnector;
import io.signalbox.connectors.github.GitHubSettings;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.RepositoryKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads GitHub Actions of a repository: {@code path}, {@code token}, {@code repository}, workflows, jobs and artifacts. */
final class GitHubKind implements Kinds.SourceKind {
    private final Credentials credentials;

    GitHubKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Plug> read(Section section) {
        YamlMap map = section.map();
        URI api = map.as("url", "an address", Addresses::of, GitHubSettings.GITHUB);
        Optional<String> path = map.text("path");
        Optional<Secret> token = credentials.required(map, "token");
        Optional<RepositoryKey> repository =
                map.as("repository", "the key of one of the app's repositories", RepositoryKey::new);
        YamlMap workflows = map.map("workflows");
        List<String> main = Texts.of(workflows, "main");
        String nightly = workflows.text("nightly", "nightly");
        String release = workflows.text("release", "release");
        workflows.done();
        GitHubSettings.Jobs jobs = jobs(map.map("jobs"));
        Map<ArtifactSlot, ArtifactName> artifacts = artifacts(map.map("artifacts"));
        map.done();
        if (path.isEmpty() || token.isEmpty() || repository.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(plug(new GitHubSettings(
                    section.name(),
                    api,
                    path.get(),
                    token.get(),
                    repository.get(),
                    main.isEmpty() ? List.of("ci") : main,
                    nightly,
                    release,
                    jobs,
                    artifacts)));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private static GitHubSettings.Jobs jobs(YamlMap map) {
        GitHubSettings.Jobs usual = GitHubSettings.Jobs.USUAL;
        GitHubSettings.Jobs jobs = new GitHubSettings.Jobs(
                map.text("build", usual.build()),
                map.text("test", usual.test()),
                map.text("verify", usual.verify()),
                map.text("upload", usual.upload()));
        map.done();
        return jobs;
    }

    private static Map<ArtifactSlot, ArtifactName> artifacts(YamlMap map) {
        Map<ArtifactSlot, ArtifactName> artifacts = new TreeMap<>();
        map.named()
                .forEach((key, node) -> slot(key, node)
                        .ifPresent(slot -> node.as("a file name with {build}", ArtifactName::new)
                                .ifPresent(name -> artifacts.put(slot, name))));
        return artifacts;
    }

    private static Optional<ArtifactSlot> slot(String key, YamlNode node) {
        try {
            return Optional.of(new ArtifactSlot(key));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private static Plug plug(GitHubSettings settings) {
        return new Plug(settings.name(), (app, outside) -> {
            GitHubConnector connector = new GitHubConnector(
                    settings,
                    outside.http().outlet(GitHubConnector.outlet(settings.name(), settings.api(), outside.reach())));
            String main = app.repository(settings.repository()).main();
            return Connector.readOnly(connector, now -> connector.trials(main, now));
        });
    }
}
