package io.signalbox.testkit.sim;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
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
import io.signalbox.domain.policy.AskRule;
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
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The app and the policy that are simulated: three kinds of store, and a whole release within a day. */
final class SimPlan {
    static final Instant START = Instant.parse("2024-09-20T08:00:00Z");
    static final RingKey BETA = new RingKey("beta");
    static final RingKey PRODUCTION = new RingKey("production");
    static final RepositoryKey REPOSITORY = new RepositoryKey("main");
    static final List<TeamKey> TEAMS = List.of(new TeamKey("search"), new TeamKey("playback"));

    static final App APP = new App(
            Given.APP,
            "Player",
            ZoneOffset.UTC,
            Optional.of(
                    new Schedule(DayOfWeek.FRIDAY, LocalTime.of(9, 0), ZoneOffset.UTC, 1, LocalDate.of(2024, 9, 20))),
            new VersionScheme.Raise(2),
            NumberScheme.standard(),
            new Version("8.9.1"),
            List.of(new Repository(REPOSITORY, "main", "release/{version}", "v{version}", true)),
            List.of(
                    platform("android", Given.play(GoLive.ON_APPROVAL)),
                    platform("ios", Given.appStore()),
                    platform("desktop", Given.feed())),
            TEAMS.stream().map(SimPlan::team).toList());

    private SimPlan() {}

    private static Platform platform(String key, Capabilities capabilities) {
        Destination destination =
                new Destination(new DestinationKey(key + "-store"), key, capabilities, new ArtifactSlot(key));
        return new Platform(new PlatformKey(key), key, REPOSITORY, List.of(destination));
    }

    private static Team team(TeamKey key) {
        Set<PlatformKey> all = Set.of(new PlatformKey("android"), new PlatformKey("ios"), new PlatformKey("desktop"));
        return new Team(key, key.value(), all, List.of(new PathPrefix(key.value() + "/")));
    }

    static Policy policy() {
        return new Policy(
                "simulated",
                "simulated",
                List.of(),
                List.of(
                        new Plan.Offset(Milestone.BRANCH_CUT, 0, LocalTime.of(9, 30)),
                        new Plan.Offset(Milestone.REGRESSION, 0, LocalTime.of(10, 0)),
                        new Plan.Offset(Milestone.SUBMISSION, 0, LocalTime.of(10, 30)),
                        new Plan.Offset(Milestone.FIRST_STEP, 0, LocalTime.of(11, 0)),
                        new Plan.Offset(Milestone.EVERYONE, 0, LocalTime.of(16, 0))),
                bounds(),
                Patience.STANDARD,
                CarryOver.STANDARD,
                new LargeChange(500, List.of()),
                List.of(
                        move(Move.BUMP, new Criterion.NotBefore(Milestone.CYCLE_START), new Criterion.AnyCommit()),
                        move(
                                Move.CUT,
                                new Criterion.NotBefore(Milestone.BRANCH_CUT),
                                new Criterion.Bumped(),
                                new Criterion.GreenCommit(Duration.ofHours(12)))),
                process(),
                List.of());
    }

    private static Bounds bounds() {
        return new Bounds(Arrays.stream(SignalKind.values())
                .map(kind -> new Bounds.Bound(kind, bound(kind)))
                .toList());
    }

    private static Duration bound(SignalKind kind) {
        return switch (kind) {
            case CHECK -> Duration.ofDays(7);
            case HEALTH -> Duration.ofHours(2);
            case REPOSITORY, MAIN_CHECKS, BUILDS, BUGS, STORE -> Duration.ofMinutes(40);
        };
    }

    private static TrackPolicy process() {
        Criterion noBlockers = new Criterion.NoOpenBlockers(Duration.ofMinutes(2));
        Criterion question = new Criterion.NoOpenQuestion();
        Criterion beta = new Criterion.CrashRate(BETA, 2.5, 100, Duration.ZERO);
        Criterion production = new Criterion.CrashRate(PRODUCTION, 2.5, 100, Duration.ofMinutes(5));
        Criterion compliance = new Criterion.CheckPassed("compliance");
        return new TrackPolicy(
                List.of(
                        new Rung(Exposure.of(Share.percent(1)), Duration.ofHours(1)),
                        new Rung(Exposure.EVERYONE, Duration.ZERO)),
                List.of(
                        move(
                                Move.CANDIDATE,
                                noBlockers,
                                new Criterion.NewestCommitBuilt(),
                                new Criterion.OnlyApprovedCommits()),
                        move(
                                Move.SUBMIT,
                                noBlockers,
                                new Criterion.TestsGreen(),
                                new Criterion.SignedOff(),
                                beta,
                                new Criterion.NotBefore(Milestone.SUBMISSION),
                                question,
                                new Criterion.StoreSeen()),
                        move(
                                Move.FIRST_STEP,
                                new Criterion.StoreApproved(),
                                noBlockers,
                                question,
                                new Criterion.NoOtherVersion()),
                        move(Move.EVERYONE, new Criterion.Soaked(), noBlockers, production, compliance, question),
                        move(Move.RESUME, question, new Criterion.StoreSeen())),
                List.of(),
                List.of(),
                List.of(new AskRule.RegionalCrash(PRODUCTION, 50, 80)));
    }

    private static MovePolicy move(Move move, Criterion... guard) {
        return new MovePolicy(move, Mode.AUTOMATIC, 1, List.of(guard));
    }
}
