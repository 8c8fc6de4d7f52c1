package io.signalbox.cli.config;

import io.signalbox.codec.yaml.Section;
import io.signalbox.codec.yaml.YamlMap;
import io.signalbox.connectors.feed.FeedConnector;
import io.signalbox.connectors.feed.FeedSettings;
import io.signalbox.connectors.feed.FileName;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.app.DestinationKey;
import java.net.URI;
import java.util.Optional;

/** Reads a channel of a desktop feed: {@code url}, {@code channel}, {@code file}, {@code token}. */
final class FeedKind implements Kinds.DestinationKind {
    private final Credentials credentials;

    FeedKind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Optional<Kinds.Can> read(Section section) {
        YamlMap map = section.map();
        Optional<URI> folder = map.as("url", "the address of the feed's folder", Addresses::of);
        Optional<String> channel = map.text("channel");
        Optional<FileName> file = map.as("file", "a file name with {version}", FileName::new);
        Optional<Secret> token = credentials.required(map, "token");
        map.done();
        if (folder.isEmpty() || channel.isEmpty() || file.isEmpty() || token.isEmpty()) {
            return Optional.empty();
        }
        try {
            FeedSettings settings =
                    new FeedSettings(new DestinationKey(section.name()), folder.get(), channel.get(), file.get());
            return Optional.of(new Kinds.Can(FeedConnector.capabilities(), plug(settings, token.get())));
        } catch (IllegalArgumentException e) {
            section.node().fault(e);
            return Optional.empty();
        }
    }

    private static Plug plug(FeedSettings settings, Secret token) {
        String name = settings.destination().value();
        return new Plug(name, (_, outside) -> {
            FeedConnector connector = new FeedConnector(
                    settings,
                    outside.http().outlet(FeedConnector.outlet(name, settings.folder(), outside.reach())),
                    () -> token);
            return Connector.of(connector, name, connector::tryOut);
        });
    }
}
