package io.signalbox.bench.fleet;

import io.signalbox.codec.yaml.PolicyReader;
import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Many apps of three platforms under the default policy; each has one release whose branch is cut. */
public final class Fleet implements Configuration, Connectors {
    /** The name of the one source that each app has. */
    public static final String SOURCE = "everything";

    private final Policy policy = new PolicyReader(Given.STOCKHOLM).builtIn("default");
    private final Map<AppKey, App> apps = new TreeMap<>();

    public Fleet(int size) {
        for (int i = 0; i < size; i++) {
            App app = made(new AppKey("app-" + i));
            apps.put(app.key(), app);
        }
    }

    private static App made(AppKey key) {
        App one = Given.app(Given.feed(), Given.team("search", "search/"), Given.team("playback", "playback/"));
        return new App(
                key,
                "App " + key,
                one.zone(),
                Optional.empty(),
                one.versions(),
                one.numbers(),
                one.before(),
                one.repositories(),
                List.of(
                        platform("android", Given.play(Capabilities.GoLive.BY_CALL)),
                        platform("ios", Given.appStore()),
                        platform("desktop", Given.feed())),
                one.teams());
    }

    private static Platform platform(String key, Capabilities capabilities) {
        DestinationKey store = new DestinationKey(key + "-store");
        return new Platform(
                new PlatformKey(key),
                key,
                Given.REPOSITORY,
                List.of(new Destination(store, store.value(), capabilities, new ArtifactSlot(key))));
    }

    public int tracks() {
        return apps.values().stream().mapToInt(a -> a.platforms().size()).sum();
    }

    public Policy policy() {
        return policy;
    }

    public static ReleaseId releaseOf(AppKey app) {
        return new ReleaseId(app, Given.VERSION);
    }

    /** The release of an app with its branch cut. */
    public Release release(AppKey app) {
        Release given = Given.release();
        return Release.opened(
                        releaseOf(app),
                        given.plan(),
                        policy.hash(),
                        Optional.of(new Version("8.9.1")),
                        List.of(Given.REPOSITORY))
                .with(given.repository(Given.REPOSITORY));
    }

    public List<Track> tracks(AppKey key) {
        List<Track> tracks = new ArrayList<>();
        for (Platform platform : app(key).orElseThrow().platforms()) {
            TrackId id = new TrackId(key, Given.VERSION, platform.key());
            tracks.add(Track.upcoming(id, platform, Given.START));
        }
        return tracks;
    }

    public static TrainId trainOf(AppKey app) {
        return new TrainId(app);
    }

    /** When the sources speak first: after the cut, before the submission. */
    public static Instant begin() {
        return Given.START.plus(Duration.ofDays(8));
    }

    @Override
    public List<AppKey> apps() {
        return List.copyOf(apps.keySet());
    }

    @Override
    public Optional<App> app(AppKey key) {
        return Optional.ofNullable(apps.get(key));
    }

    @Override
    public Optional<Policy> policy(AppKey key) {
        return Optional.of(policy);
    }

    @Override
    public Optional<Policy> policy(String hash) {
        return Optional.of(policy);
    }

    /** None: what sources say is put into storage by the benchmark itself. */
    @Override
    public List<Source> sources(AppKey app) {
        return List.of();
    }

    @Override
    public Optional<Performer> performer(AppKey app, String place) {
        return Optional.empty();
    }

    @Override
    public Optional<String> readerOf(AppKey app, String place) {
        return Optional.empty();
    }
}
