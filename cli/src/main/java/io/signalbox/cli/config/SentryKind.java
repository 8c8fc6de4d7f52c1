package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.codec.yaml.YamlNode;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.sentry.SentryConnector;
import io.signalbox.connectors.sentry.SentrySettings;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.RingKey;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a Sentry: {@code organization}, {@code token}, {@code projects}, {@code environments}. */
final class SentryKind implements Kinds.SourceKind {
    private final Credentials credentials;

    SentryKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Plug> read(Section section) {
        YamlMap map = section.map();
        URI url = map.as("url", "an address", Addresses::of, SentrySettings.SENTRY_IO);
        Optional<String> organization = map.text("organization");
        Optional<Secret> token = credentials.required(map, "token");
        Map<PlatformKey, SentrySettings.Project> projects = new TreeMap<>();
        map.map("projects")
                .named()
                .forEach((key, node) -> key(node, key, PlatformKey::new)
                        .ifPresent(platform -> project(node).ifPresent(p -> projects.put(platform, p))));
        Map<RingKey, String> environments = new TreeMap<>();
        map.map("environments")
                .named()
                .forEach((key, node) -> key(node, key, RingKey::new)
                        .ifPresent(ring -> node.text().ifPresent(e -> environments.put(ring, e))));
        map.done();
        if (organization.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        try {
            SentrySettings settings =
                    new SentrySettings(section.name(), url, organization.get(), projects, environments);
            return Optional.of(plug(settings, token.get()));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private static <K> Optional<K> key(YamlNode node, String written, Function<String, K> make) {
        try {
            return Optional.of(make.apply(written));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private static Optional<SentrySettings.Project> project(YamlNode node) {
        YamlMap map = node.map();
        Optional<String> slug = map.text("slug");
        Optional<String> packageName = map.text("package");
        map.done();
        try {
            return slug.flatMap(s -> packageName.map(p -> new SentrySettings.Project(s, p)));
        } catch (IllegalArgumentException e) {
            node.fault(e);
            return Optional.empty();
        }
    }

    private static Plug plug(SentrySettings settings, Secret token) {
        return new Plug(settings.name(), (app, outside) -> {
            SentrySettings whole = settings.projects().isEmpty() ? everyPlatform(settings, app) : settings;
            SentryConnector connector =
                    new SentryConnector(whole, outside.http().outlet(whole.outlet(outside.reach())), () -> token);
            return Connector.readOnly(connector, connector::tryOut);
        });
    }

    /** Without a word about projects there is one for each platform, called after app and platform. */
    private static SentrySettings everyPlatform(SentrySettings settings, App app) {
        SentrySettings usual = SentrySettings.of(settings.name(), settings.base(), settings.organization(), app);
        return new SentrySettings(
                settings.name(), settings.base(), settings.organization(), usual.projects(), settings.environments());
    }
}
