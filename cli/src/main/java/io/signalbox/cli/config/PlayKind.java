package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.play.Endpoints;
import io.signalbox.connectors.play.PlayAccount;
import io.signalbox.connectors.play.PlayConnector;
import io.signalbox.connectors.play.PlaySettings;
import io.signalbox.domain.app.DestinationKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a track of Google Play: {@code package}, {@code track}, {@code key}, {@code managed-publishing}. */
final class PlayKind implements Kinds.DestinationKind {
    private final Credentials credentials;

    /** Destinations of one package share what is known of it: edits of one account exclude each other. */
    private final Map<String, PlayAccount> accounts = new HashMap<>();

    PlayKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Kinds.Can> read(Section section) {
        YamlMap map = section.map();
        Optional<String> packageName = map.text("package");
        String track = map.text("track", PlaySettings.PRODUCTION);
        boolean managed = map.as("managed-publishing", "true or false", Truth::of, false);
        boolean haltsAtEveryone = map.as("halts-at-everyone", "true or false", Truth::of, true);
        Optional<Secret> key = credentials.required(map, "key");
        Endpoints endpoints = new Endpoints(
                map.as("url", "an address", Addresses::of, Endpoints.GOOGLE.api()),
                map.as("tokens", "an address", Addresses::of, Endpoints.GOOGLE.tokens()));
        map.done();
        try {
            PlaySettings settings = new PlaySettings(
                    new DestinationKey(section.name()),
                    packageName.orElse("missing.package"),
                    track,
                    managed,
                    haltsAtEveryone);
            return key.filter(_ -> packageName.isPresent())
                    .map(k -> new Kinds.Can(
                            PlayConnector.capabilities(managed, haltsAtEveryone), plug(settings, endpoints, k)));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private Plug plug(PlaySettings settings, Endpoints endpoints, Secret key) {
        String name = settings.destination().value();
        return new Plug(name, (_, outside) -> {
            PlayAccount account = accounts.computeIfAbsent(
                    settings.packageName(),
                    packageName -> new PlayAccount(
                            outside.http().outlet(PlayAccount.outlet(name, endpoints, outside.reach())),
                            endpoints,
                            packageName,
                            () -> key));
            PlayConnector connector = new PlayConnector(settings, account);
            return Connector.of(connector, name, _ -> connector.trials());
        });
    }
}
