package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import io.signalbox.connectors.git.GitAddress;
import io.signalbox.connectors.git.GitConnector;
import io.signalbox.connectors.git.GitSettings;
import io.signalbox.connectors.git.VersionFile;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.app.RepositoryKey;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Reads how a repository is reached: {@code url}, {@code token}, {@code version-file}. */
final class GitKind {
    private final Credentials credentials;

    GitKind(Credentials credentials) {
        this.credentials = credentials;
    }

    Optional<Plug> read(Section section) {
        YamlMap map = section.map();
        Optional<GitAddress> address =
                map.as("url", "a path or an https address of a git repository", GitAddress::parse);
        Optional<Secret> token = credentials.optional(map, "token");
        Optional<YamlNode> file = map.optional("version-file");
        Optional<VersionFile> versionFile = file.flatMap(GitKind::versionFile);
        map.done();
        address.filter(a -> a instanceof GitAddress.Local local && !Files.isDirectory(local.path()))
                .ifPresent(a -> section.node()
                        .fault("there is no git repository at %s".formatted(((GitAddress.Local) a).path())));
        boolean whole = address.isPresent() && (file.isEmpty() || versionFile.isPresent());
        return whole ? Optional.of(plug(section.name(), address.get(), token, versionFile)) : Optional.empty();
    }

    private static Plug plug(
            String name, GitAddress address, Optional<Secret> token, Optional<VersionFile> versionFile) {
        return new Plug(name, (app, outside) -> {
            GitSettings settings = switch (address) {
                case GitAddress.Local local -> GitSettings.local(name, local.path(), versionFile);
                case GitAddress.Remote remote ->
                    GitSettings.remote(
                            name,
                            remote,
                            token,
                            outside.reach(),
                            versionFile,
                            outside.mirrors().resolve(app.key() + "-" + name));
            };
            RepositoryKey key = new RepositoryKey(name);
            GitConnector connector = new GitConnector(settings, app.repository(key), app.numbers(key), outside.http());
            return Connector.of(connector, name, connector::tryOut);
        });
    }

    /** A path, or {@code {path: …, patterns: […]}} where the lines are not as usual. */
    private static Optional<VersionFile> versionFile(YamlNode node) {
        if (node.isText()) {
            return node.as("a version file", VersionFile::at);
        }
        YamlMap map = node.map();
        Optional<String> path = map.text("path");
        List<String> patterns = map.list("patterns").stream()
                .map(YamlNode::text)
                .flatMap(Optional::stream)
                .toList();
        map.done();
        try {
            return path.map(p -> new VersionFile(p, patterns));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }
}
