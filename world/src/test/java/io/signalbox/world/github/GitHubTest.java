package io.signalbox.world.github;

import static io.signalbox.world.OpenWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.OpenWorld.Answer;
import io.signalbox.world.ci.Outcome;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.git.Change;
import io.signalbox.world.log.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubTest {
    private static final String REPO = "/repos/example/player";

    @TempDir
    Path folder;

    private OpenWorld open;
    private String sha;

    @BeforeEach
    void cutABranch() {
        open = OpenWorld.in(folder);
        open.world().ci().plan(Outcome.failOnce("test / ios"));
        sha = open.code().commit(Change.on("main", ADA, "Last change").touching("a.kt", 1));
        open.code().branch("release/8.9.1", sha, ADA);
        open.pass(Duration.ofHours(3));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void checkRunsOfACommitAreListedWithTheNewestAttemptOnly() {
        Answer latest = get(REPO + "/commits/" + sha + "/check-runs?per_page=100");
        Answer all = get(REPO + "/commits/" + sha + "/check-runs?per_page=100&filter=all");

        assertThat(latest.status()).isEqualTo(200);
        assertThat(latest.json().path("total_count").asInt()).isEqualTo(13);
        assertThat(all.json().path("total_count").asInt()).isEqualTo(14);
        assertThat(latest.json().path("check_runs").valueStream())
                .allMatch(run -> run.path("conclusion").asString().equals("success"))
                .allMatch(run -> run.path("head_sha").asString().equals(sha));
    }

    @Test
    void checkRunsCanBeAskedForByNameAndByBranch() {
        Answer byName = get(REPO + "/commits/release/8.9.1/check-runs?check_name=test%20%2F%20ios&filter=all");

        assertThat(byName.json()
                        .path("check_runs")
                        .valueStream()
                        .map(run -> run.path("conclusion").asString()))
                .containsExactly("success", "failure");
    }

    @Test
    void listingsArePagedByLink() {
        Answer first = get(REPO + "/commits/" + sha + "/check-runs?per_page=5");
        Answer last = get(REPO + "/commits/" + sha + "/check-runs?per_page=5&page=3");

        assertThat(first.json().path("check_runs").size()).isEqualTo(5);
        assertThat(first.header("Link"))
                .contains("per_page=5&page=2>; rel=\"next\"")
                .contains("page=3>; rel=\"last\"")
                .startsWith("<" + open.world().base(Vendor.GITHUB));
        assertThat(last.json().path("check_runs").size()).isEqualTo(3);
        assertThat(last.header("Link")).doesNotContain("next").contains("rel=\"first\"");
    }

    @Test
    void runsAndArtifactsNameTheCommitThatTheyAreOf() {
        Answer runs = get(REPO + "/actions/runs?head_sha=" + sha + "&branch=release/8.9.1");
        long id = runs.json().path("workflow_runs").get(0).path("id").asLong();
        Answer artifacts = get(REPO + "/actions/runs/" + id + "/artifacts");

        assertThat(runs.json().path("total_count").asInt()).isEqualTo(1);
        assertThat(artifacts.json().path("artifacts").valueStream())
                .allMatch(file ->
                        file.path("workflow_run").path("head_sha").asString().equals(sha))
                .allMatch(file -> file.path("digest").asString().matches("sha256:[0-9a-f]{64}"))
                .extracting(file -> file.path("name").asString())
                .contains("player-android-8.9.1-80901001.aab");
        assertThat(get(REPO + "/actions/runs/" + id).json().path("conclusion").asString())
                .isEqualTo("success");
    }

    @Test
    void aCommitWithoutOldStatusesIsPendingThoughItsChecksPassed() {
        assertThat(get(REPO + "/commits/" + sha + "/status")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("pending");

        open.world().gitHub().statuses().post("player", sha, "license", Statuses.State.SUCCESS);
        open.world().gitHub().statuses().post("player", sha, "scan", Statuses.State.ERROR);

        Answer mixed = get(REPO + "/commits/" + sha + "/status");
        assertThat(mixed.json().path("state").asString()).isEqualTo("failure");
        assertThat(mixed.json().path("total_count").asInt()).isEqualTo(2);
    }

    @Test
    void anUnchangedAnswerIsNotSentAgainAndCostsNothing() {
        String path = REPO + "/commits/" + sha + "/check-runs";
        Answer first = get(path);
        Answer second = open.robot(Vendor.GITHUB, "GET", path)
                .header("If-None-Match", first.header("ETag"))
                .send();

        assertThat(second.status()).isEqualTo(304);
        assertThat(second.text()).isEmpty();
        assertThat(second.header("X-RateLimit-Remaining")).isEqualTo(first.header("X-RateLimit-Remaining"));
    }

    @Test
    void whoHasUsedUpTheHourIsRefusedUntilItEases() {
        for (int i = 0; i < 5000; i++) {
            get(REPO + "/actions/runs?per_page=1");
        }

        Answer refused = get(REPO + "/actions/runs");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.json().path("message").asString()).startsWith("API rate limit exceeded");
        open.pass(Duration.ofHours(1));
        assertThat(get(REPO + "/actions/runs").status()).isEqualTo(200);
    }

    @Test
    void wrongCredentialsRepositoriesAndCommitsHaveGitHubsAnswers() {
        assertThat(open.request(Vendor.GITHUB, "GET", REPO + "/actions/runs")
                        .send()
                        .json()
                        .path("message")
                        .asString())
                .isEqualTo("Bad credentials");
        assertThat(get("/repos/example/nothing/actions/runs").status()).isEqualTo(404);
        assertThat(get("/repos/other/player/actions/runs").status()).isEqualTo(404);
        Answer unknown = get(REPO + "/commits/" + "0".repeat(39) + "1/check-runs");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("message").asString()).startsWith("No commit found for SHA");
    }

    @Test
    void aFrozenSourceShowsBuildsAsTheyWere() {
        open.world().faults().add(FaultRule.on(Vendor.GITHUB, new Fault.Freeze(OpenWorld.START.plusSeconds(120))));

        Answer frozen = get(REPO + "/commits/" + sha + "/check-runs");
        List<String> states = frozen.json()
                .path("check_runs")
                .valueStream()
                .map(run -> run.path("status").asString())
                .distinct()
                .toList();
        assertThat(states).containsExactly("in_progress");
    }

    private Answer get(String path) {
        return open.robot(Vendor.GITHUB, "GET", path).send();
    }
}
