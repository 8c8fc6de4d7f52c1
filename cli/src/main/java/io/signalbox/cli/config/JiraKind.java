package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.jira.JiraConnector;
import io.signalbox.connectors.jira.JiraSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads a Jira Cloud: {@code url}, {@code email}, {@code token}, {@code projects}, {@code label}, {@code versions}. */
final class JiraKind implements Kinds.SourceKind {
    private final Credentials credentials;

    JiraKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Plug> read(Section section) {
        YamlMap map = section.map();
        Optional<URI> url = map.as("url", "an address", Addresses::of);
        Optional<String> email = map.text("email");
        Optional<Secret> token = credentials.required(map, "token");
        List<String> projects = Texts.of(map, "projects");
        String label = map.text("label", JiraSettings.LABEL);
        List<String> versions = Texts.of(map, "versions");
        map.done();
        if (url.isEmpty() || email.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        try {
            JiraSettings settings = new JiraSettings(
                    section.name(),
                    url.get(),
                    email.get(),
                    token.get(),
                    projects,
                    label,
                    versions.isEmpty() ? JiraSettings.VERSIONS : versions);
            return Optional.of(plug(settings));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private static Plug plug(JiraSettings settings) {
        return new Plug(settings.name(), (_, outside) -> {
            JiraConnector connector = new JiraConnector(
                    settings,
                    outside.http().outlet(JiraConnector.outlet(settings.name(), settings.base(), outside.reach())));
            return Connector.readOnly(connector, connector::tryOut);
        });
    }
}
