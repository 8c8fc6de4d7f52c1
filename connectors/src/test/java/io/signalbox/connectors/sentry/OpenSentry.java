package io.signalbox.connectors.sentry;

import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.policy.AskRule;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Topic;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.git.Change;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.users.CrashRate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A world in which the beta of 8.9.1 has been used for a day on three platforms, and the connector that reads it. */
final class OpenSentry implements AutoCloseable {
    static final RingKey BETA = new RingKey("beta");
    static final RingKey PRODUCTION = new RingKey("production");
    static final PlatformKey ANDROID = new PlatformKey("android");
    static final PlatformKey IOS = new PlatformKey("ios");
    static final PlatformKey DESKTOP = new PlatformKey("desktop");

    private final OpenWorld open;
    private final Http http;
    private final App app;
    private final SentryConnector sentry;
    private final List<AskRule> asks = new ArrayList<>();

    OpenSentry(Path folder) {
        open = OpenWorld.in(folder);
        open.world().users().crash(CrashRate.of("player-android", 0.002));
        open.world()
                .users()
                .crash(CrashRate.of("player-android", 0.03).inVersion("8.9.1").inCountry("BR"));
        open.world().users().crash(CrashRate.of("player-ios", 0.001));
        open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), ADA);
        open.pass(Duration.ofHours(24));
        http = new Http(open.world()::now, System::nanoTime);
        app = app();
        sentry = connector(settings(), open.world().keys().token(Vendor.SENTRY, "robot"));
        asks.add(new AskRule.RegionalCrash(BETA, 30, 60));
        asks.add(new AskRule.RegionalCrash(PRODUCTION, 30, 60));
    }

    private static App app() {
        App usual = Given.app(Given.feed());
        List<Platform> platforms = List.of(ANDROID, IOS, DESKTOP).stream()
                .map(key -> new Platform(
                        key,
                        key.value(),
                        Given.REPOSITORY,
                        usual.platforms().getFirst().destinations()))
                .toList();
        return Given.with(usual, platforms);
    }

    SentrySettings settings() {
        return SentrySettings.of("sentry", open.world().base(Vendor.SENTRY), "example", app);
    }

    SentryConnector connector(SentrySettings settings, String token) {
        return new SentryConnector(settings, http.outlet(settings.outlet(Reach.LOOPBACK)), () -> Secret.of(token));
    }

    OpenWorld open() {
        return open;
    }

    SentryConnector sentry() {
        return sentry;
    }

    void askNothing() {
        asks.clear();
    }

    /** Another commit on the branch, built and used for a while. */
    void anotherBuild(Duration used) {
        open.code().commit(Change.on("release/8.9.1", ADA, "Mend the search").touching("search/index.txt", 1));
        open.pass(used);
    }

    /** One track of a version on each platform, whose release is under way since the world began. */
    Interest interest(List<PlatformKey> platforms, String... versions) {
        return interest(platforms, release -> release, versions);
    }

    Interest interest(List<PlatformKey> platforms, UnaryOperator<Release> with, String... versions) {
        TrackPolicy bare = Given.process(
                Mode.AUTOMATIC,
                new Criterion.NoOpenQuestion(),
                new Criterion.CrashRate(BETA, 2.5, 2000, Duration.ZERO),
                new Criterion.EnoughUse(PRODUCTION, 20_000));
        TrackPolicy process = new TrackPolicy(bare.ladder(), bare.moves(), bare.upcoming(), bare.released(), asks);
        List<Interest.Pursued> tracks = new ArrayList<>();
        List<Release> releases = new ArrayList<>();
        for (String version : versions) {
            Release usual = Given.release();
            releases.add(with.apply(Release.opened(
                    new ReleaseId(Given.APP, new Version(version)),
                    usual.plan(),
                    usual.policy(),
                    Optional.empty(),
                    List.of(Given.REPOSITORY))));
            for (PlatformKey platform : platforms) {
                TrackId id = new TrackId(Given.APP, new Version(version), platform);
                tracks.add(new Interest.Pursued(
                        Track.upcoming(id, app.platform(platform), Given.START), Given.policy(process)));
            }
        }
        return new Interest(
                app, tracks, releases, new Signals(List.of()), open.world().now());
    }

    /** All answers, by platform, version and ring as one text. */
    Map<String, Answer> read(Interest interest) {
        return read(sentry, interest);
    }

    static Map<String, Answer> read(SentryConnector sentry, Interest interest) {
        List<Topic> topics = sentry.topics(interest);
        List<Answer> answers = sentry.read(topics, interest);
        assertThat(answers).extracting(Answer::topic).containsExactlyInAnyOrderElementsOf(topics);
        Map<String, Answer> named = new TreeMap<>();
        for (Answer answer : answers) {
            TrackId track = (TrackId) answer.topic().about();
            assertThat(answer.topic().key())
                    .isEqualTo(new SignalKey(
                            SignalKind.HEALTH, answer.topic().key().scope()));
            named.put(
                    "%s %s %s"
                            .formatted(
                                    track.platform(),
                                    track.version(),
                                    answer.topic().key().scope()),
                    answer);
        }
        return named;
    }

    Answer.Said said(RingKey ring) {
        Answer answer = read(interest(List.of(ANDROID), "8.9.1")).get("android 8.9.1 " + ring);
        assertThat(answer).isInstanceOf(Answer.Said.class);
        return (Answer.Said) Optional.ofNullable(answer).orElseThrow();
    }

    HealthReading beta() {
        return (HealthReading) said(BETA).reading();
    }

    Failure failure() {
        return failure(sentry);
    }

    Failure failure(SentryConnector connector) {
        Answer answer = read(connector, interest(List.of(ANDROID), "8.9.1")).get("android 8.9.1 beta");
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) Optional.ofNullable(answer).orElseThrow()).failure();
    }

    /** Sentry's own answer about the beta of Android, to be compared with ours. */
    JsonNode asked(String endpoint, String query) {
        return open.robot(
                        Vendor.SENTRY,
                        "GET",
                        "/api/0/organizations/example/" + endpoint + "/?project=player-android&environment=beta&"
                                + query)
                .send()
                .json();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lets something go wrong while something is done. */
    void during(String path, Fault fault, Runnable act) {
        var planned =
                open.world().faults().add(FaultRule.on(Vendor.SENTRY, fault).path(path));
        act.run();
        planned.remove();
    }

    static Fault answering(String json) {
        return new Fault.Garble(Reply.json(200, Json.parse(json)));
    }

    long calls() {
        return open.world().log().requests(Vendor.SENTRY);
    }

    @Override
    public void close() {
        http.close();
        open.close();
    }
}
