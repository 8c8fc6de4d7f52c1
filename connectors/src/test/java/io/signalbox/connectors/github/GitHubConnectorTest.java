package io.signalbox.connectors.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.connectors.Asked;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.Given;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.World;
import io.signalbox.world.ci.Outcome;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.git.Change;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.github.Statuses;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator of GitHub Actions, over HTTP. */
class GitHubConnectorTest {
    private static final String BRANCH = "release/" + Given.VERSION;

    @TempDir
    Path folder;

    private OpenWorld open;
    private Http http;
    private GitHubConnector gitHub;

    @BeforeEach
    void connect() {
        open = OpenWorld.in(folder);
        http = new Http(open.world()::now, System::nanoTime);
        gitHub = connector("robot");
        open.code().bump("main", VersionFile.of(Given.VERSION.text()), OpenWorld.ADA);
    }

    @AfterEach
    void close() {
        http.close();
        open.close();
    }

    private GitHubConnector connector(String token) {
        return connector(token, GitHubSettings.Jobs.USUAL);
    }

    private GitHubConnector connector(String token, GitHubSettings.Jobs jobs) {
        GitHubSettings settings = new GitHubSettings(
                "github",
                open.world().base(Vendor.GITHUB),
                World.OWNER + "/player",
                Secret.of(token.equals("robot") ? open.world().keys().token(Vendor.GITHUB, "robot") : token),
                Given.REPOSITORY,
                List.of("ci"),
                "nightly",
                "release",
                jobs,
                Map.of(Given.SLOT, new ArtifactName("player-android-{version}-{build}.aab")));
        return new GitHubConnector(
                settings, http.outlet(GitHubConnector.outlet("github", settings.api(), Reach.LOOPBACK)));
    }

    /** Nothing of it is cut. */
    private static Release opened() {
        Release usual = Given.release();
        return Release.opened(usual.id(), usual.plan(), usual.policy(), Optional.empty(), List.of(Given.REPOSITORY));
    }

    private Answer answer(SignalKind kind, Stage stage) {
        Interest interest = new Interest(
                Given.app(Given.feed()),
                List.of(new Interest.Pursued(
                        Given.track(stage, Asked.UNSENT, Said.NOTHING), Given.policy(Given.process(Mode.AUTOMATIC)))),
                List.of(opened()),
                new Signals(List.of()),
                open.world().now());
        try {
            return gitHub.read(gitHub.topics(interest), interest).stream()
                    .filter(a -> a.topic().key().kind() == kind)
                    .findFirst()
                    .orElseThrow();
        } catch (SourceFailure e) {
            throw new AssertionError(e);
        }
    }

    private List<Build> builds(Stage stage) {
        return ((BuildsReading) ((Answer.Said) answer(SignalKind.BUILDS, stage)).reading()).builds();
    }

    private MainChecksReading main() {
        return (MainChecksReading) ((Answer.Said) answer(SignalKind.MAIN_CHECKS, Stage.UPCOMING)).reading();
    }

    private Failure failure(SignalKind kind) {
        return ((Answer.Failed) answer(kind, Stage.BRANCHED)).failure();
    }

    private String commit(String branch, String what) {
        return open.code().commit(Change.on(branch, OpenWorld.ADA, what).touching("a.kt", 1));
    }

    @Test
    void mainIsListedBackToTheNewestGreenCommit() {
        String old = commit("main", "Old");
        open.pass(Duration.ofHours(1));
        String green = commit("main", "Green");
        open.pass(Duration.ofMinutes(20));
        open.world().ci().plan(Outcome.fail("ci"));
        String red = commit("main", "Red");
        open.pass(Duration.ofMinutes(20));
        String running = commit("main", "Running");
        open.pass(Duration.ofMinutes(1));
        assertThat(main().commits())
                .extracting(c -> c.commit().hash(), c -> c.check().state())
                .containsExactly(
                        tuple(running, CheckState.RUNNING),
                        tuple(red, CheckState.FAILED),
                        tuple(green, CheckState.PASSED));
        assertThat(main().newestGreen().map(c -> c.commit().hash()))
                .contains(green)
                .isNotEqualTo(Optional.of(old));
    }

    @Test
    void aBuildOfTheBranchIsFollowedFromQueuedToUploaded() {
        String cut = commit("main", "Last change");
        open.pass(Duration.ofHours(1));
        open.code().branch(BRANCH, cut, OpenWorld.ADA);
        assertThat(builds(Stage.BRANCHED)).singleElement().satisfies(build -> {
            assertThat(build.commit()).isEqualTo(new CommitId(cut));
            assertThat(build.built().state()).isEqualTo(CheckState.QUEUED);
            assertThat(build.uploaded().state())
                    .as("not there yet, but to come")
                    .isEqualTo(CheckState.QUEUED);
            assertThat(build.number()).isEmpty();
        });
        open.pass(Duration.ofMinutes(20));
        assertThat(builds(Stage.BRANCHED)).singleElement().satisfies(build -> {
            assertThat(build.built().state()).isEqualTo(CheckState.PASSED);
            assertThat(build.tested().state()).isEqualTo(CheckState.RUNNING);
            assertThat(build.number()).contains(new BuildNumber(80902001));
        });
        open.pass(Duration.ofHours(1));
        assertThat(builds(Stage.BRANCHED)).singleElement().satisfies(build -> {
            assertThat(build.complete(List.of(Given.SLOT))).isTrue();
            assertThat(build.tested().state()).isEqualTo(CheckState.PASSED);
            assertThat(build.artifacts())
                    .singleElement()
                    .satisfies(a -> assertThat(a.digest()).matches("sha256:[0-9a-f]{64}"));
        });
    }

    @Test
    void theNewestCommitComesFirstAndARunThatIsOverIsAskedForOnce() {
        open.code().branch(BRANCH, commit("main", "Last change"), OpenWorld.ADA);
        open.pass(Duration.ofHours(2));
        String fix = commit(BRANCH, "Fix");
        open.pass(Duration.ofHours(2));
        assertThat(builds(Stage.CANDIDATE))
                .hasSize(2)
                .first()
                .extracting(Build::commit)
                .isEqualTo(new CommitId(fix));
        long before = open.world().log().requests(Vendor.GITHUB);
        assertThat(builds(Stage.CANDIDATE)).hasSize(2);
        assertThat(open.world().log().requests(Vendor.GITHUB) - before)
                .as("one listing of main, one of the branch")
                .isEqualTo(2);
    }

    @Test
    void aPassOnRetryAndAFailureAreToldApart() {
        open.world().ci().plan(Outcome.failOnce("test / android"));
        open.code().branch(BRANCH, commit("main", "Last change"), OpenWorld.ADA);
        open.pass(Duration.ofHours(3));
        assertThat(builds(Stage.BRANCHED).getFirst().tested().state()).isEqualTo(CheckState.PASSED_ON_RETRY);
        open.world().ci().plan(Outcome.fail("test / android"));
        commit(BRANCH, "Worse");
        open.pass(Duration.ofHours(3));
        Build worse = builds(Stage.BRANCHED).getFirst();
        assertThat(worse.tested().state()).isEqualTo(CheckState.FAILED);
        assertThat(worse.verified().state()).as("never run").isEqualTo(CheckState.ABSENT);
    }

    @Test
    void beforeTheCutATrackIsShownTheNightlyBuildsOfMain() {
        open.pass(Duration.ofHours(30));
        assertThat(builds(Stage.UPCOMING))
                .isNotEmpty()
                .allSatisfy(build -> assertThat(build.built().state()).isEqualTo(CheckState.PASSED));
    }

    @Test
    void theNewestGreenCommitIsFoundHoweverManyRunsCameAfterIt() {
        String green = commit("main", "Green");
        open.pass(Duration.ofHours(1));
        open.world().ci().plan(Outcome.fail("ci"));
        for (int i = 0; i < 120; i++) {
            commit("main", "Red " + i);
        }
        open.pass(Duration.ofHours(1));

        assertThat(main().commits()).hasSize(121);
        assertThat(main().newestGreen().map(c -> c.commit().hash())).contains(green);
    }

    @Test
    void aPassOfASecondAttemptOfMainIsOneOnRetry() {
        open.pass(Duration.ofHours(1));
        open.world().ci().plan(Outcome.failOnce("ci"));
        commit("main", "Flaky");
        open.pass(Duration.ofHours(1));

        assertThat(main().commits().getFirst().check().state()).isEqualTo(CheckState.PASSED_ON_RETRY);
    }

    @Test
    void whatAForkCheckedUnderTheNameOfMainIsNoCommitOfMain() {
        String ours = commit("main", "Ours");
        open.pass(Duration.ofHours(1));
        String run = """
                {"id": %d, "path": ".github/workflows/ci.yml", "head_sha": "%s", "check_suite_id": 1, "status": "completed",
                 "conclusion": "success", "created_at": "2024-09-20T07:30:00Z", "updated_at": "2024-09-20T07:40:00Z",
                 "html_url": "https://example.com/1", "event": "%s", "head_repository": {"full_name": "%s"}}
                """;
        String body = "{\"total_count\": 3, \"workflow_runs\": [%s, %s, %s]}"
                .formatted(
                        run.formatted(3, "a".repeat(40), "pull_request", "stranger/player"),
                        run.formatted(2, "b".repeat(40), "push", "stranger/player"),
                        run.formatted(1, ours, "push", "Example/Player"));
        Reply listing = Reply.bytes(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.GITHUB, new Fault.Garble(listing)).path("/actions/runs$"));

        assertThat(main().commits()).extracting(c -> c.commit().hash()).containsExactly(ours);
    }

    @Test
    void aListingOfWhichAPartIsMissingIsNoReading() {
        open.pass(Duration.ofHours(1));
        open.world().faults().add(FaultRule.on(Vendor.GITHUB, new Fault.Pages(Call.PageShift.SKIP)));

        assertThat(failure(SignalKind.MAIN_CHECKS).kind()).isEqualTo(Failure.Kind.NONSENSE);
    }

    @Test
    void aJobOfAnotherServiceIsFoundByItsStatusWheneverThatComes() {
        gitHub = connector(
                "robot",
                new GitHubSettings.Jobs(
                        "build / {platform}", "test / {platform}", "verify / {platform}", "delivery/{platform}"));
        String cut = commit("main", "Last change");
        open.code().branch(BRANCH, cut, OpenWorld.ADA);
        open.pass(Duration.ofHours(2));
        assertThat(builds(Stage.BRANCHED).getFirst().uploaded().state()).isEqualTo(CheckState.ABSENT);

        open.world().gitHub().statuses().post("player", cut, "delivery/android", Statuses.State.PENDING);
        assertThat(builds(Stage.BRANCHED).getFirst().uploaded().state()).isEqualTo(CheckState.RUNNING);

        open.world().gitHub().statuses().post("player", cut, "delivery/android", Statuses.State.SUCCESS);
        Build build = builds(Stage.BRANCHED).getFirst();
        assertThat(build.uploaded().state()).isEqualTo(CheckState.PASSED);
        assertThat(build.complete(List.of(Given.SLOT))).isTrue();
    }

    @Test
    void aFrozenGitHubIsReadWithItsOldTime() {
        open.pass(Duration.ofHours(1));
        Instant frozen = open.world().now();
        open.pass(Duration.ofHours(1));
        open.world().faults().add(FaultRule.on(Vendor.GITHUB, new Fault.Freeze(frozen)));

        assertThat(((Answer.Said) answer(SignalKind.MAIN_CHECKS, Stage.UPCOMING)).asOf())
                .isEqualTo(frozen);
    }

    @Test
    void whenLittleOfTheLimitIsLeftItIsNotUsedUp() {
        String body = "{\"total_count\": 0, \"workflow_runs\": []}";
        Reply almostUsedUp = Reply.bytes(200, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .with("X-RateLimit-Limit", "5000")
                .with("X-RateLimit-Remaining", "900")
                .with(
                        "X-RateLimit-Reset",
                        Long.toString(open.world().now().plusSeconds(600).getEpochSecond()));
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.GITHUB, new Fault.Garble(almostUsedUp)).times(1));
        answer(SignalKind.MAIN_CHECKS, Stage.UPCOMING);

        assertThat(failure(SignalKind.BUILDS).kind()).isEqualTo(Failure.Kind.THROTTLED);

        open.pass(Duration.ofMinutes(10));
        assertThat(main().commits()).isNotEmpty();
    }

    @Test
    void noAnswerIsNoReading() {
        open.world().faults().add(FaultRule.on(Vendor.GITHUB, Fault.status(502)));
        assertThat(failure(SignalKind.BUILDS).kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        open.world().faults().clear();
        open.world().faults().add(FaultRule.on(Vendor.GITHUB, Fault.nonsenseJson()));
        assertThat(failure(SignalKind.MAIN_CHECKS).kind()).isEqualTo(Failure.Kind.NONSENSE);
        open.world().faults().clear();
        gitHub = connector("wrong");
        assertThat(failure(SignalKind.BUILDS)).satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Failure.Kind.REFUSED);
            assertThat(f.message()).contains("Bad credentials");
        });
    }

    @Test
    void aTrialSaysWhatToMend() {
        open.pass(Duration.ofHours(1));
        assertThat(gitHub.trials("main", open.world().now())).allMatch(Trial::works);
        assertThat(gitHub.trials("trunk", open.world().now()))
                .singleElement()
                .satisfies(t -> assertThat(t.remedy()).isPresent());
    }

    @Test
    void aFileNameMustTellTheBuild() {
        assertThatThrownBy(() -> new ArtifactName("player.aab")).hasMessageContaining("{build}");
    }
}
