package io.signalbox.world.ci;

import static io.signalbox.world.OpenWorld.ADA;
import static io.signalbox.world.OpenWorld.START;
import static io.signalbox.world.OpenWorld.STOCKHOLM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.world.git.Change;
import io.signalbox.world.git.CodeBase;
import io.signalbox.world.git.GitHost;
import io.signalbox.world.git.VersionFile;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.time.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiTest {
    @TempDir
    Path folder;

    private final Timeline timeline = new Timeline(START);
    private final EffectLog log = new EffectLog(timeline::now, Optional.empty());
    private final List<Upload> uploads = new ArrayList<>();
    private final Ci ci = new Ci(CiSettings.in(STOCKHOLM), timeline, log, uploads::add);
    private CodeBase code;

    @BeforeEach
    void watchACodeBase() {
        GitHost host = new GitHost(folder, timeline, log, new Keys(timeline::now, timeline::now));
        code = host.create("player", VersionFile.of("8.9.2"), ADA);
        ci.watch(code);
    }

    @Test
    void aPushToMainIsChecked() {
        String sha = commit("main");
        assertThat(jobs(sha)).extracting(Job::name, Job::status).containsExactly(tuple("ci", "queued"));

        pass(Duration.ofMinutes(5));
        assertThat(jobs(sha)).extracting(Job::status).containsExactly("in_progress");
        pass(Duration.ofMinutes(5));

        assertThat(jobs(sha)).extracting(Job::conclusion).containsExactly(Optional.of("success"));
    }

    @Test
    void aReleaseBranchIsBuiltForEveryPlatformAndNumbersRiseFromTheVersionFile() {
        code.branch("release/8.9.2", commit("main"), ADA);
        pass(Duration.ofHours(2));
        String second = commit("release/8.9.2");
        pass(Duration.ofHours(2));

        assertThat(run(second).conclusion()).contains("success");
        assertThat(run(second).latestJobs())
                .extracting(Job::name)
                .contains("build / android", "test / ios", "verify / desktop", "upload / android")
                .hasSize(12);
        assertThat(run(second).artifacts())
                .extracting(Artifact::name)
                .containsExactlyInAnyOrder(
                        "player-android-8.9.2-80902002.aab",
                        "player-ios-8.9.2-80902002.ipa",
                        "player-desktop-windows-8.9.2-80902002.exe",
                        "player-desktop-mac-8.9.2-80902002.zip",
                        "player-desktop-linux-8.9.2-80902002.AppImage");
        assertThat(uploads).hasSize(10);
        Upload newest = uploads.getLast();
        assertThat(newest.digest()).isEqualTo("sha256:" + newest.content().sha256());
        assertThat(newest.commit()).isEqualTo(second);
    }

    @Test
    void everyNightMainIsBuiltAtTwoLocalTimeEvenWhenTheClocksChange() {
        timeline.advanceTo(Instant.parse("2024-10-28T12:00:00Z"));

        List<Run> nightlies = ci.runs("player", timeline.now()).stream()
                .filter(run -> run.workflow() == Run.Workflow.NIGHTLY)
                .toList();
        assertThat(nightlies).hasSize(38);
        assertThat(nightlies.getFirst().created()).isEqualTo("2024-10-28T01:00:00Z");
        assertThat(nightlies.getLast().created()).isEqualTo("2024-09-21T00:00:00Z");
        assertThat(uploads).allMatch(Upload::nightly);
    }

    @Test
    void aSkippedNightLeavesNoRun() {
        ci.skipNightly(LocalDate.of(2024, 9, 21));
        timeline.advanceTo(Instant.parse("2024-09-21T12:00:00Z"));

        assertThat(uploads).isEmpty();
    }

    @Test
    void aJobThatFailsOncePassesOnItsSecondAttempt() {
        ci.plan(Outcome.failOnce("test / ios"));
        code.branch("release/8.9.2", commit("main"), ADA);
        String sha = code.head("release/8.9.2").orElseThrow();

        pass(Duration.ofMinutes(32));
        assertThat(run(sha).latestJobs())
                .filteredOn(job -> job.name().equals("test / ios"))
                .extracting(Job::conclusion)
                .containsExactly(Optional.of("failure"));
        pass(Duration.ofHours(2));

        assertThat(run(sha).jobs())
                .filteredOn(job -> job.name().equals("test / ios"))
                .extracting(Job::attempt, job -> job.conclusion().orElse(""))
                .containsExactly(tuple(1, "failure"), tuple(2, "success"));
        assertThat(run(sha).conclusion()).contains("success");
        assertThat(run(sha).attempt()).isEqualTo(2);
    }

    @Test
    void aJobFailsUntilTheFixIsInAndWhatFollowsIsSkipped() {
        code.branch("release/8.9.2", commit("main"), ADA);
        ci.plan(Outcome.fail("test / android")
                .on("release/8.9.2")
                .whilst(at -> code.file(at.sha(), "fix.kt").isEmpty()));
        String broken = commit("release/8.9.2");
        pass(Duration.ofHours(2));
        String mended = code.commit(Change.on("release/8.9.2", ADA, "Fix").touching("fix.kt", 3));
        pass(Duration.ofHours(2));

        assertThat(run(broken).conclusion()).contains("failure");
        assertThat(run(broken).latestJobs())
                .filteredOn(job -> job.name().endsWith("android"))
                .extracting(job -> job.conclusion().orElse(""))
                .containsExactly("success", "failure", "skipped", "skipped");
        assertThat(run(broken).latestJobs())
                .filteredOn(job -> job.name().endsWith("ios"))
                .allMatch(job -> job.conclusion().orElse("").equals("success"));
        assertThat(run(mended).conclusion()).contains("success");
    }

    @Test
    void aStuckJobStaysInProgressUntilItIsLetGo() {
        Outcome stuck = ci.plan(Outcome.stick("upload / desktop"));
        code.branch("release/8.9.2", commit("main"), ADA);
        String sha = code.head("release/8.9.2").orElseThrow();
        timeline.advanceTo(Instant.parse("2024-09-20T20:00:00Z"));

        assertThat(run(sha).status()).isEqualTo("in_progress");
        ci.end(stuck);
        ci.unstick();

        assertThat(run(sha).conclusion()).contains("success");
        assertThat(uploads).hasSize(5);
    }

    @Test
    void runsCanBeReadAsTheyWere() {
        String sha = commit("main");
        Instant early = timeline.now().plusSeconds(60);
        pass(Duration.ofHours(1));

        assertThat(ci.runsOf("player", sha, early).getFirst().status()).isEqualTo("in_progress");
        assertThat(ci.runsOf("player", sha, timeline.now()).getFirst().status()).isEqualTo("completed");
        assertThat(ci.runsOf("player", sha, START.minusSeconds(1))).isEmpty();
    }

    private String commit(String branch) {
        return code.commit(Change.on(branch, ADA, "Go on").touching("a.kt", 1));
    }

    private void pass(Duration duration) {
        timeline.advanceTo(timeline.now().plus(duration));
    }

    private List<Job> jobs(String sha) {
        return ci.runsOf("player", sha, timeline.now()).getFirst().jobs();
    }

    private Run run(String sha) {
        return ci.runsOf("player", sha, timeline.now()).getFirst();
    }
}
