package io.signalbox.cli.config;

import io.signalbox.codec.yaml.ConnectorKinds;
import io.signalbox.codec.yaml.Section;
import io.signalbox.domain.app.Capabilities;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of connector that there are; collects the plugs of one app while it is read. */
final class Kinds implements ConnectorKinds {
    private final Map<String, DestinationKind> destinations = new LinkedHashMap<>();
    private final Map<String, SourceKind> sources = new LinkedHashMap<>();
    private final GitKind git;
    private final List<Plug> plugs = new ArrayList<>();

    /** A kind of destination. */
    interface DestinationKind {
        /** What it can do, and how it is connected; empty, and a fault, if the settings are wrong. */
        Optional<Can> read(Section section);
    }

    /** A kind of source. */
    @FunctionalInterface
    interface SourceKind {
        Optional<Plug> read(Section section);
    }

    record Can(Capabilities capabilities, Plug plug) {}

    Kinds(Credentials credentials) {
        git = new GitKind(credentials);
        destinations.put("google-play", new PlayKind(credentials));
        destinations.put("app-store", new AppleKind(credentials));
        destinations.put("desktop-feed", new FeedKind(credentials));
        sources.put("jira", new JiraKind(credentials));
        sources.put("github", new GitHubKind(credentials));
        sources.put("sentry", new SentryKind(credentials));
    }

    List<Plug> plugs() {
        return List.copyOf(plugs);
    }

    @Override
    public List<String> destinations() {
        return List.copyOf(destinations.keySet());
    }

    @Override
    public List<String> sources() {
        return List.copyOf(sources.keySet());
    }

    @Override
    public void repository(Section section) {
        git.read(section).ifPresent(plugs::add);
    }

    @Override
    public Optional<Capabilities> destination(Section section) {
        return Optional.ofNullable(destinations.get(section.kind()))
                .flatMap(kind -> kind.read(section))
                .map(can -> {
                    plugs.add(can.plug());
                    return can.capabilities();
                });
    }

    @Override
    public void source(Section section) {
        Optional.ofNullable(sources.get(section.kind()))
                .flatMap(kind -> kind.read(section))
                .ifPresent(plugs::add);
    }
}
