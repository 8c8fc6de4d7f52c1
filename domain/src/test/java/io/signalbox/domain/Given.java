package io.signalbox.domain;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Capabilities.SelfAdvance;
import io.signalbox.domain.app.Capabilities.Steps;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.app.PathPrefix;
import io.signalbox.domain.app.Platform;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.app.Team;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.calendar.Schedule;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.policy.CarryOver;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.LargeChange;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.policy.Patience;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.policy.Rung;
import io.signalbox.domain.policy.TrackPolicy;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Build.Artifact;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Reading;
import io.signalbox.domain.signal.Signal;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.Course;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Memory;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.StageEntry;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Arming;
import io.signalbox.domain.train.Switches;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds what tests need, with one app that has one platform and one destination; a test states only what matters to it. */
public final class Given {
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    public static final AppKey APP = new AppKey("player");
    public static final PlatformKey PLATFORM = new PlatformKey("android");
    public static final RepositoryKey REPOSITORY = new RepositoryKey("main");
    public static final DestinationKey STORE = new DestinationKey("store");
    public static final ArtifactSlot SLOT = new ArtifactSlot("android");
    public static final RingKey BETA = new RingKey("beta");
    public static final Version VERSION = new Version("8.9.2");
    public static final TrackId TRACK = new TrackId(APP, VERSION, PLATFORM);
    public static final ReleaseId RELEASE = new ReleaseId(APP, VERSION);
    public static final BuildNumber BUILD = new BuildNumber(80902003);
    public static final CommitId COMMIT = commit('a');
    public static final Exposure ONE_PERCENT = Exposure.of(Share.percent(1));

    /** Fri 20 Sep 2024 09:00 in Stockholm. */
    public static final Instant START = Instant.parse("2024-09-20T07:00:00Z");

    /** Tue 1 Oct 2024 12:00 in Stockholm: after the first step's goal, within working hours. */
    public static final Instant NOW = Instant.parse("2024-10-01T10:00:00Z");

    private Given() {}

    public static CommitId commit(char digit) {
        return new CommitId(String.valueOf(digit).repeat(40));
    }

    public static Capabilities play(GoLive goLive) {
        return new Capabilities(goLive, new Steps.Any(), new SelfAdvance.Never(), true, true, true, true, true);
    }

    public static Capabilities appStore() {
        return appStore(Duration.ofDays(1));
    }

    /** One whose phased release goes on in steps of this length. */
    public static Capabilities appStore(Duration every) {
        Steps steps = new Steps.Fixed(
                List.of(1, 2, 5, 10, 20, 50, 100).stream().map(Share::percent).toList());
        return new Capabilities(GoLive.BY_CALL, steps, new SelfAdvance.Every(every), true, false, true, false, false);
    }

    public static Capabilities feed() {
        return new Capabilities(
                GoLive.WITHOUT_REVIEW, new Steps.Any(), new SelfAdvance.Never(), true, true, false, true, false);
    }

    public static App app(Capabilities capabilities, Team... teams) {
        Destination destination = new Destination(STORE, "The store", capabilities, SLOT);
        Platform platform = new Platform(PLATFORM, "Android", REPOSITORY, List.of(destination));
        Schedule schedule = new Schedule(DayOfWeek.FRIDAY, LocalTime.of(9, 0), STOCKHOLM, 1, LocalDate.of(2024, 9, 20));
        return new App(
                APP,
                "Player",
                STOCKHOLM,
                Optional.of(schedule),
                new VersionScheme.Raise(2),
                NumberScheme.standard(),
                new Version("8.9.1"),
                List.of(new Repository(REPOSITORY, "main", "release/{version}", "v{version}", true)),
                List.of(platform),
                List.of(teams));
    }

    /** The same app with other platforms. */
    public static App with(App app, List<Platform> platforms) {
        return new App(
                app.key(),
                app.name(),
                app.zone(),
                app.schedule(),
                app.versions(),
                app.numbers(),
                app.before(),
                app.repositories(),
                platforms,
                app.teams());
    }

    public static Team team(String key, String... paths) {
        return new Team(
                new TeamKey(key),
                key,
                Set.of(PLATFORM),
                Arrays.stream(paths).map(PathPrefix::new).toList());
    }

    public static List<Plan.Offset> offsets() {
        return List.of(
                new Plan.Offset(Milestone.BRANCH_CUT, 7, LocalTime.of(9, 0)),
                new Plan.Offset(Milestone.REGRESSION, 7, LocalTime.of(18, 0)),
                new Plan.Offset(Milestone.SUBMISSION, 10, LocalTime.of(9, 0)),
                new Plan.Offset(Milestone.FIRST_STEP, 11, LocalTime.of(9, 0)),
                new Plan.Offset(Milestone.EVERYONE, 12, LocalTime.of(12, 0)));
    }

    public static Bounds bounds() {
        return new Bounds(Arrays.stream(SignalKind.values())
                .map(kind ->
                        new Bounds.Bound(kind, kind == SignalKind.CHECK ? Duration.ofDays(30) : Duration.ofMinutes(15)))
                .toList());
    }

    /** A process whose track moves are all guarded by the same criteria. */
    public static Policy policy(TrackPolicy process, Criterion... releaseGuard) {
        return new Policy(
                "test",
                "hash",
                List.of(),
                offsets(),
                bounds(),
                Patience.STANDARD,
                CarryOver.STANDARD,
                new LargeChange(500, List.of()),
                List.of(
                        new MovePolicy(Move.BUMP, Mode.AUTOMATIC, 1, List.of(releaseGuard)),
                        new MovePolicy(Move.CUT, Mode.AUTOMATIC, 1, List.of(releaseGuard))),
                process,
                List.of());
    }

    public static TrackPolicy process(Mode mode, Criterion... guard) {
        List<MovePolicy> moves = Arrays.stream(Move.values())
                .filter(m -> m != Move.BUMP && m != Move.CUT)
                .map(m -> new MovePolicy(m, mode, 1, List.of(guard)))
                .toList();
        return new TrackPolicy(ladder(), moves, List.of(), List.of(), List.of());
    }

    public static List<Rung> ladder() {
        return List.of(
                new Rung(ONE_PERCENT, Duration.ofHours(24)),
                new Rung(Exposure.of(Share.percent(10)), Duration.ofHours(24)),
                new Rung(Exposure.EVERYONE, Duration.ZERO));
    }

    public static Switches armed() {
        Switches switches = Switches.FRESH;
        for (Move move : Move.values()) {
            switches = switches.with(new Arming(move, Mode.AUTOMATIC, "Ana", "trusted", START));
        }
        return switches;
    }

    public static Candidate candidate() {
        return new Candidate(
                3,
                COMMIT,
                BUILD,
                List.of(new Artifact(SLOT, BUILD, "sha256:" + "0".repeat(64))),
                NOW.minusSeconds(86_400));
    }

    public static Release release() {
        RepositoryProgress cut = RepositoryProgress.untouched(REPOSITORY)
                .bumped(START)
                .with(new RepositoryProgress.Cut(
                        "release/8.9.2", commit('b'), START.plus(Duration.ofDays(7)), "Robot"));
        LocalDate start = LocalDate.of(2024, 9, 20);
        return Release.opened(
                        RELEASE,
                        Plan.of(start, START, STOCKHOLM, offsets()),
                        "hash",
                        Optional.of(new Version("8.9.1")),
                        List.of(REPOSITORY))
                .with(cut);
    }

    /** A track in a stage with its one destination in a state. */
    public static Track track(Stage stage, DestinationState state, Said said) {
        Course course = new Course(
                List.of(new StageEntry(stage, NOW.minus(Duration.ofDays(1)), "Robot")),
                Optional.empty(),
                Optional.empty());
        DestinationProgress progress = new DestinationProgress(STORE, state, Optional.empty());
        Optional<Candidate> candidate = stage == Stage.UPCOMING ? Optional.empty() : Optional.of(candidate());
        return new Track(TRACK, course, candidate, List.of(progress), said, Memory.BLANK);
    }

    public static TrackPicture picture(
            App app, Policy policy, Track track, List<Signal> signals, List<Action> actions) {
        return new TrackPicture(app, policy, track, release(), armed(), new Signals(signals), actions, List.of());
    }

    public static Signal read(SubjectId about, SignalKey key, Reading reading, Instant at) {
        return new Signal(about, key, "source", Observation.Read.first(reading, at, at, Optional.empty()));
    }
}
