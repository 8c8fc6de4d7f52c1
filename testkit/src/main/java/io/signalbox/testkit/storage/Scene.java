package io.signalbox.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.SubjectState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A storage with a few subjects in it, and what tests do with them. */
public final class Scene {
    /** When everything that a scene begins with is due. */
    public static final Instant NOW = Given.NOW;

    public static final Instant LATER = NOW.plus(Duration.ofHours(1));
    public static final TrainId TRAIN = new TrainId(Given.APP);
    public static final ReleaseId RELEASE = Given.RELEASE;
    public static final TrackId TRACK = Given.TRACK;
    public static final TrackId IOS = new TrackId(Given.APP, Given.VERSION, new PlatformKey("ios"));
    public static final Duration LEASE = Duration.ofSeconds(10);
    static final SignalKey BUGS = SignalKey.of(SignalKind.BUGS);

    private final Storage storage;

    public Scene(Storage storage) {
        this.storage = storage;
    }

    /** With a train, a release and two tracks. */
    public static Scene ofOneRelease(Storage storage) {
        Scene scene = new Scene(storage);
        storage.ensureTrain(Given.APP, NOW);
        scene.open(release(Given.VERSION), track(TRACK), track(IOS));
        return scene;
    }

    /** Opens subjects by the hand of the train, which is then due no more. */
    public void open(SubjectState... states) {
        AppKey app = states[0].id().app();
        SubjectId train = new TrainId(app);
        Commit commit = storage.commit(
                ChangeOf.subject(train, revision(train), NOW).opening(states).made());
        assertThat(commit).isInstanceOf(Commit.Done.class);
    }

    public static SubjectState release(Version version) {
        return new SubjectState.OfRelease(of(version));
    }

    static Release of(Version version) {
        Release given = Given.release();
        return Release.opened(
                new ReleaseId(Given.APP, version),
                given.plan(),
                given.policy(),
                given.previous(),
                List.of(Given.REPOSITORY));
    }

    public static SubjectState track(TrackId id) {
        return new SubjectState.OfTrack(trackOf(id));
    }

    static Track trackOf(TrackId id) {
        Track given = Given.track(Stage.BRANCHED, new DestinationState.Unsent(NOW), Said.NOTHING);
        return new Track(id, given.course(), given.candidate(), given.destinations(), given.said(), given.memory());
    }

    static SubjectState ended(TrackId id) {
        Track track = trackOf(id);
        return new SubjectState.OfTrack(track.with(track.course().closed(NOW)));
    }

    static SubjectState endedRelease(Version version) {
        return new SubjectState.OfRelease(of(version).closed(NOW));
    }

    public Snapshot read(SubjectId subject) {
        return storage.read(subject).orElseThrow();
    }

    public long revision(SubjectId subject) {
        return read(subject).row().revision();
    }

    /** A change of what a subject says now. */
    ChangeOf change(SubjectId subject) {
        Snapshot.Row row = read(subject).row();
        return ChangeOf.subject(subject, row.revision(), NOW).woken(row.wakes());
    }

    Commit commit(ChangeOf change) {
        return storage.commit(change.made());
    }

    void done(ChangeOf change) {
        assertThat(commit(change)).isInstanceOf(Commit.Done.class);
    }

    List<Claim> claim(String replica, Instant now) {
        return storage.claim(replica, now, 100, LEASE);
    }

    /** What could be claimed now, without a trace. */
    List<String> due(Instant now) {
        List<Claim> claims = claim("onlooker", now);
        claims.forEach(c -> done(change(c.subject()).under(c.epoch()).dueAt(c.due())));
        return claims.stream().map(c -> c.subject().text()).sorted().toList();
    }

    /** Nothing is due any more. */
    void settle() {
        claim("settler", Instant.parse("2100-01-01T00:00:00Z"))
                .forEach(c -> done(change(c.subject()).under(c.epoch())));
    }

    public static Action go(SubjectId subject, int number, String place) {
        DestinationKey destination = new DestinationKey(place);
        return Action.planned(
                new ActionId(subject, number),
                new Effect.Resume(destination, Given.BUILD, Given.ONE_PERCENT),
                "fingerprint",
                NOW);
    }

    static Action stop(SubjectId subject, int number, String place) {
        return Action.planned(
                new ActionId(subject, number),
                new Effect.Halt(new DestinationKey(place), Given.BUILD),
                "fingerprint",
                NOW);
    }

    /** A reading of bugs, told apart by their keys. */
    public static Observed bugs(SubjectId about, Instant asOf, String... keys) {
        List<BugsReading.Bug> bugs = Arrays.stream(keys)
                .map(key -> new BugsReading.Bug(
                        key,
                        "It breaks",
                        true,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        Answer answer = new Answer.Said(new Topic(about, BUGS), new BugsReading(bugs), asOf, Optional.empty());
        return new Observed("tracker", answer, asOf);
    }

    static List<String> texts(SubjectId... subjects) {
        return Stream.of(subjects).map(SubjectId::text).sorted().toList();
    }
}
