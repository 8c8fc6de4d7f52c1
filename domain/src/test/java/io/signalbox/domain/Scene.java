package io.signalbox.domain;

import static io.signalbox.domain.Given.BETA;
import static io.signalbox.domain.Given.BUILD;
import static io.signalbox.domain.Given.COMMIT;
import static io.signalbox.domain.Given.NOW;
import static io.signalbox.domain.Given.ONE_PERCENT;
import static io.signalbox.domain.Given.STORE;
import static io.signalbox.domain.Given.TRACK;

import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.TrackCommands;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.app.Team;
import io.signalbox.domain.picture.Sibling;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.HealthReading;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.DestinationState.Motion;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Switches;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.NumberScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A track with its one store, in which everything is as it should be: signals fresh and good, every move armed, nothing under way.
 * A test changes what matters and lets the Robot decide.
 */
public final class Scene {
    public static final Actor MANAGER = new Actor("Ana", Role.RELEASE_MANAGER, Optional.empty());
    public static final RingKey PRODUCTION = new RingKey("production");

    /** Where a track stands at its store: long enough for any soak. */
    private static final Instant SINCE = NOW.minus(Duration.ofHours(25));

    private App app = Given.app(Given.play(GoLive.BY_CALL));
    private Policy policy = Given.policy(Given.process(Mode.AUTOMATIC, new Criterion.StoreSeen()));
    private Release release = Given.release();
    private Switches switches = Given.armed();
    private Track track;
    private final TreeMap<String, Signal> signals = new TreeMap<>();
    private List<Action> actions = List.of();
    private List<Sibling> siblings = List.of();
    private Instant now = NOW;

    private Scene(Track track) {
        this.track = track;
        shows(new StoreReading.NotSent());
        reads(Given.RELEASE, repositoryKey(), repository(branch(commit(COMMIT, "Fix the seek bar"))));
        says(SignalKey.of(SignalKind.BUILDS), new BuildsReading(List.of(Scene.build(COMMIT, CheckState.PASSED))));
        says(SignalKey.of(SignalKind.BUGS), new BugsReading(List.of()));
        says(new SignalKey(SignalKind.HEALTH, BETA.value()), health(100_000, 100));
        says(new SignalKey(SignalKind.HEALTH, PRODUCTION.value()), health(100_000, 100));
    }

    public static Scene upcoming() {
        return new Scene(Given.track(Stage.UPCOMING, new DestinationState.Unsent(SINCE), Said.NOTHING));
    }

    public static Scene branched() {
        return new Scene(Given.track(Stage.BRANCHED, new DestinationState.Unsent(SINCE), Said.NOTHING));
    }

    public static Scene candidate() {
        return new Scene(Given.track(Stage.CANDIDATE, new DestinationState.Unsent(SINCE), Said.NOTHING));
    }

    public static Scene inReview() {
        return at(Stage.SUBMITTED, new DestinationState.InReview(COMMIT, 0, SINCE), new StoreReading.InReview());
    }

    public static Scene approved() {
        return at(Stage.SUBMITTED, new DestinationState.Approved(COMMIT, SINCE), new StoreReading.Approved());
    }

    /** At 1 %, with 10 % and everyone before it. */
    public static Scene rollingOut() {
        return at(
                Stage.ROLLING_OUT,
                new DestinationState.Exposed(COMMIT, 0, ONE_PERCENT, Motion.RUNNING, SINCE),
                new StoreReading.Live(ONE_PERCENT, false, Optional.empty()));
    }

    public static Scene at(Stage stage, DestinationState state, StoreReading.State shown) {
        return new Scene(Given.track(stage, state, Said.NOTHING)).shows(shown);
    }

    public Scene store(Capabilities capabilities, Team... teams) {
        app = Given.app(capabilities, teams);
        return this;
    }

    /** Its builds are numbered by the platform's own scheme. */
    public Scene numbered(NumberScheme own) {
        app = Given.with(
                app,
                app.platforms().stream()
                        .map(p -> new Platform(p.key(), p.name(), p.repository(), p.destinations(), Optional.of(own)))
                        .toList());
        return this;
    }

    public Scene teams(Team... teams) {
        return store(app.platforms().getFirst().destinations().getFirst().capabilities(), teams);
    }

    /** Every move of the track is guarded by these. */
    public Scene guardedBy(Criterion... guard) {
        return process(Given.process(Mode.AUTOMATIC, guard));
    }

    /** One move of the track is guarded by these. */
    public Scene guard(Move move, Criterion... guard) {
        return move(move, m -> new MovePolicy(move, m.mode(), m.approvals(), List.of(guard)));
    }

    /** One move of the track waits for this many people. */
    public Scene mode(Move move, Mode mode, int approvals) {
        return move(move, m -> new MovePolicy(move, mode, approvals, m.guard()));
    }

    private Scene move(Move move, UnaryOperator<MovePolicy> change) {
        TrackPolicy before = policy.track();
        List<MovePolicy> moves = before.moves().stream()
                .map(m -> m.move() == move ? change.apply(m) : m)
                .toList();
        return process(new TrackPolicy(before.ladder(), moves, before.upcoming(), before.released(), before.asks()));
    }

    public Scene process(TrackPolicy process) {
        policy = Given.policy(process);
        return this;
    }

    public Scene policy(UnaryOperator<Policy> change) {
        policy = change.apply(policy);
        return this;
    }

    public Scene release(UnaryOperator<Release> change) {
        release = change.apply(release);
        return this;
    }

    public Scene switches(UnaryOperator<Switches> change) {
        switches = change.apply(switches);
        return this;
    }

    public Scene track(UnaryOperator<Track> change) {
        track = change.apply(track);
        return this;
    }

    public Scene said(UnaryOperator<Said> change) {
        return track(t -> t.withSaid(change));
    }

    public Scene under(Action... unresolved) {
        actions = List.of(unresolved);
        return this;
    }

    public Scene beside(Sibling... others) {
        siblings = List.of(others);
        return this;
    }

    /** Time passes, and whatever was said is said again just now. */
    public Scene later(Duration time) {
        now = now.plus(time);
        signals.replaceAll((_, s) -> s.latest()
                .lastRead()
                .map(r -> Given.read(s.about(), s.key(), r.reading(), now.minusSeconds(10)))
                .orElse(s));
        return this;
    }

    /** Time passes, and nobody says anything. */
    public Scene inSilence(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Instant now() {
        return now;
    }

    public Track track() {
        return track;
    }

    // Signals

    public Scene shows(StoreReading.State state) {
        return shows(state, BUILD.value());
    }

    public Scene shows(StoreReading.State state, long build) {
        boolean there = !(state instanceof StoreReading.NotSent);
        Optional<BuildNumber> held = there ? Optional.of(new BuildNumber(build)) : Optional.empty();
        return says(new SignalKey(SignalKind.STORE, STORE.value()), new StoreReading(state, held, false));
    }

    public Scene says(SignalKey key, Reading reading) {
        return reads(TRACK, key, reading);
    }

    public Scene repositoryIs(RepositoryReading reading) {
        return reads(Given.RELEASE, repositoryKey(), reading);
    }

    private Scene reads(SubjectId about, SignalKey key, Reading reading) {
        signals.put(key.text(), Given.read(about, key, reading, now.minusSeconds(10)));
        return this;
    }

    public Scene observed(SignalKey key, Observation latest) {
        SubjectId about = key.equals(repositoryKey()) ? Given.RELEASE : TRACK;
        signals.put(key.text(), new Signal(about, key, "source", latest));
        return this;
    }

    public Scene withoutSignal(SignalKey key) {
        signals.remove(key.text());
        return this;
    }

    public static SignalKey repositoryKey() {
        return new SignalKey(SignalKind.REPOSITORY, Given.REPOSITORY.value());
    }

    public static RepositoryReading repository(RepositoryReading.Line branch, Commit... onMain) {
        List<Commit> main = new ArrayList<>(List.of(onMain));
        main.add(commit(branch.base(), "Where the branch leaves main"));
        RepositoryReading.Line line =
                new RepositoryReading.Line("main", main.getFirst().id(), Given.commit('0'), main, true);
        return new RepositoryReading(line, Optional.of(Given.VERSION), Optional.of(branch), false, Optional.empty());
    }

    /** The release branch with these commits, newest first. */
    public static RepositoryReading.Line branch(Commit... commits) {
        CommitId base = Given.commit('b');
        CommitId head = commits.length == 0 ? base : commits[0].id();
        return new RepositoryReading.Line("release/8.9.2", head, base, List.of(commits), true);
    }

    public static Commit commit(CommitId id, String subject, String... tickets) {
        return new Commit(
                id,
                "Mei",
                NOW.minus(Duration.ofDays(1)),
                subject,
                List.of(tickets),
                List.of("player/Seek.kt"),
                true,
                10,
                Optional.empty());
    }

    public static Commit touching(CommitId id, String... paths) {
        Commit c = commit(id, "Touch");
        return new Commit(
                c.id(), c.author(), c.at(), c.subject(), c.tickets(), List.of(paths), true, c.lines(), c.pickedFrom());
    }

    /** A cherry-pick onto the branch. */
    public static Commit pick(CommitId id, Commit of) {
        return new Commit(
                id,
                of.author(),
                of.at(),
                of.subject(),
                of.tickets(),
                of.paths(),
                true,
                of.lines(),
                Optional.of(of.id()));
    }

    /** Built, verified and uploaded under the candidate's number; its tests are as given. */
    public static Build build(CommitId commit, CheckState tests) {
        return build(commit, BUILD.value(), check(CheckState.PASSED), check(CheckState.PASSED), tests);
    }

    public static Build build(CommitId commit, long number, Check verified, Check uploaded, CheckState tests) {
        BuildNumber build = new BuildNumber(number);
        return new Build(
                commit,
                NOW,
                Optional.of(build),
                check(CheckState.PASSED),
                check(tests),
                verified,
                uploaded,
                List.of(new Build.Artifact(Given.SLOT, build, "sha256:" + "0".repeat(64))));
    }

    public static Check check(CheckState state) {
        return new Check(state, Optional.of(NOW), "", Optional.empty());
    }

    public static BugsReading.Bug bug(String key, boolean open) {
        return new BugsReading.Bug(
                key,
                "Crash on start",
                open,
                NOW.minus(Duration.ofDays(2)),
                open ? Optional.empty() : Optional.of(NOW.minus(Duration.ofHours(1))),
                Optional.of("High"),
                Optional.of("playback"),
                Optional.empty());
    }

    public Scene bugs(BugsReading.Bug... bugs) {
        return says(SignalKey.of(SignalKind.BUGS), new BugsReading(List.of(bugs)));
    }

    public static HealthReading health(long sessions, long crashed, HealthReading.CountryCrashes... countries) {
        HealthReading.Use use = new HealthReading.Use(sessions, crashed);
        return new HealthReading(
                NOW.minus(Duration.ofDays(1)),
                NOW,
                use,
                List.of(new HealthReading.BuildUse(BUILD, use)),
                Arrays.asList(countries),
                Optional.empty());
    }

    // What comes of it

    public TrackPicture picture() {
        return new TrackPicture(
                app, policy, track, release, switches, new Signals(List.copyOf(signals.values())), actions, siblings);
    }

    /** Decides, and carries the decision over into this scene: its track, and the actions that are not ended. */
    public Decided decide() {
        Decided decided = new Decided(picture(), TrackRobot.decide(picture(), now));
        track = decided.track();
        actions = decided.unresolved();
        return decided;
    }

    public Applied<Track> applied(Command.OfTrack command, Actor actor) {
        return TrackCommands.apply(command, actor, picture(), now);
    }

    /** Gives a command that must be accepted. */
    public Scene give(Command.OfTrack command) {
        return give(command, MANAGER);
    }

    public Scene give(Command.OfTrack command, Actor actor) {
        if (!(applied(command, actor) instanceof Applied.Accepted<Track> accepted)) {
            throw new AssertionError("refused: " + applied(command, actor));
        }
        track = accepted.next();
        return this;
    }

    /** The one action under way is sent now, and its reply is lost. */
    public Scene sentInto(UnaryOperator<Action> become) {
        actions = actions.stream()
                .map(a -> a.sentAt().isEmpty() ? become.apply(a.sending(now, now.plusSeconds(60))) : a)
                .toList();
        return this;
    }
}
