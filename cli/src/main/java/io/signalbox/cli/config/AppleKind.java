package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.connectors.apple.AppleConnector;
import io.signalbox.connectors.apple.AppleKey;
import io.signalbox.connectors.apple.AppleSettings;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.app.DestinationKey;
import java.net.URI;
import java.util.Optional;

/** Reads a platform at the App Store: {@code app}, {@code platform}, {@code issuer}, {@code key-id}, {@code key}. */
final class AppleKind implements Kinds.DestinationKind {
    private final Credentials credentials;

    AppleKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Kinds.Can> read(Section section) {
        YamlMap map = section.map();
        Optional<String> app = map.text("app");
        AppleSettings.Platform platform = map.optional("platform")
                .flatMap(n -> n.oneOf(AppleSettings.Platform.class))
                .orElse(AppleSettings.Platform.IOS);
        Optional<String> issuer = map.text("issuer");
        Optional<String> keyId = map.text("key-id");
        Optional<Secret> key = credentials.required(map, "key");
        URI api = map.as("url", "an address", Addresses::of, AppleSettings.APPLE);
        map.done();
        if (app.isEmpty() || issuer.isEmpty() || keyId.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            AppleSettings settings = new AppleSettings(new DestinationKey(section.name()), api, app.get(), platform);
            AppleKey signing = new AppleKey(issuer.get(), keyId.get(), key::orElseThrow);
            return Optional.of(new Kinds.Can(AppleConnector.capabilities(), plug(settings, signing)));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private static Plug plug(AppleSettings settings, AppleKey key) {
        String name = settings.destination().value();
        return new Plug(name, (_, outside) -> {
            AppleConnector connector = new AppleConnector(
                    settings, key, outside.http().outlet(AppleConnector.outlet(name, settings.api(), outside.reach())));
            return Connector.of(connector, name, _ -> connector.trials());
        });
    }
}
