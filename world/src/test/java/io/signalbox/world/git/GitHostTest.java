package io.signalbox.world.git;

import static io.signalbox.world.OpenWorld.ADA;
import static io.signalbox.world.OpenWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.world.OpenWorld;
import io.signalbox.world.gate.Fault;
import io.signalbox.world.gate.FaultRule;
import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Developers' acts, and JGit's own client against the smart HTTP face. */
class GitHostTest {
    @TempDir
    Path folder;

    private OpenWorld open;
    private CodeBase code;

    @BeforeEach
    void openWorld() {
        open = OpenWorld.in(folder.resolve("repositories"));
        code = open.code();
    }

    @AfterEach
    void closeWorld() {
        open.close();
    }

    @Test
    void aCommitCarriesAuthorTeamTicketAndVirtualTime() {
        open.pass(Duration.ofHours(2));
        String sha =
                code.commit(Change.on("main", ADA, "Fix the queue, AND-4102").touching("player/Queue.kt", 40));

        Commit commit = code.find(sha).orElseThrow();
        assertThat(commit.author()).isEqualTo("Ada Player");
        assertThat(commit.at()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(commit.subject()).isEqualTo("Fix the queue, AND-4102");
        assertThat(commit.message()).endsWith("Team: playback\n");
        assertThat(code.file(sha, "player/Queue.kt").orElseThrow().lines()).hasSize(40);
        assertThat(code.version(sha)).contains(VersionFile.of("8.9.1"));
    }

    @Test
    void theSameActsGiveTheSameIds() {
        String sha = code.commit(Change.on("main", ADA, "Fix").touching("a.kt", 3));
        try (OpenWorld other = OpenWorld.in(folder.resolve("other"))) {
            assertThat(other.code().commit(Change.on("main", ADA, "Fix").touching("a.kt", 3)))
                    .isEqualTo(sha);
        }
    }

    @Test
    void aCherryPickNamesWhereItCameFrom() {
        code.branch("release/8.9.1", code.head("main").orElseThrow(), ADA);
        code.commit(Change.on("main", ADA, "Go on").touching("other.kt", 5));
        String fix = code.commit(Change.on("main", ADA, "Fix AND-1").touching("player/Queue.kt", 5));

        String picked = code.cherryPick(fix, "release/8.9.1", ADA);

        assertThat(code.find(picked).orElseThrow().message()).contains("(cherry picked from commit " + fix + ")");
        assertThat(code.file(picked, "player/Queue.kt")).isPresent();
        assertThat(code.file(picked, "other.kt")).isEmpty();
        assertThat(code.contains(picked, fix)).isFalse();
    }

    @Test
    void aPickThatDoesNotFitSaysWhere() {
        code.commit(Change.on("main", ADA, "One").touching("a.kt", 2));
        code.branch("release/8.9.1", code.head("main").orElseThrow(), ADA);
        code.commit(Change.on("main", ADA, "Two").touching("a.kt", 2));
        String third = code.commit(Change.on("main", ADA, "Three").touching("a.kt", 2));

        assertThatThrownBy(() -> code.cherryPick(third, "release/8.9.1", ADA))
                .isInstanceOfSatisfying(
                        PickConflict.class,
                        conflict -> assertThat(conflict.paths()).containsExactly("a.kt"));
    }

    @Test
    void jgitClonesCommitsAndPushes() throws Exception {
        try (Git git = cloneInto("clone")) {
            assertThat(git.getRepository().getFullBranch()).isEqualTo("refs/heads/main");
            Files.writeString(folder.resolve("clone/new.txt"), "new");
            git.add().addFilepattern("new.txt").call();
            git.commit().setMessage("Add new").setSign(false).call();

            assertThat(push(git, "HEAD:refs/heads/release/8.9.1")).isEqualTo(RemoteRefUpdate.Status.OK);
        }

        String tip = code.head("release/8.9.1").orElseThrow();
        assertThat(code.file(tip, "new.txt")).contains("new");
        Detail.RefMoved moved = moves().getLast();
        assertThat(moved.ref()).isEqualTo("refs/heads/release/8.9.1");
        assertThat(moved.before()).isEmpty();
        assertThat(moved.after()).isEqualTo(tip);
        assertThat(moved.by())
                .isInstanceOfSatisfying(
                        Actor.Api.class, by -> assertThat(by.credential()).isEqualTo("robot"));
    }

    @Test
    void aPushThatIsNotAFastForwardIsRejected() throws Exception {
        try (Git git = cloneInto("clone")) {
            code.commit(Change.on("main", ADA, "Meanwhile").touching("a.kt", 1));
            git.commit().setAllowEmpty(true).setMessage("Late").setSign(false).call();

            assertThat(push(git, "+HEAD:refs/heads/main")).isEqualTo(RemoteRefUpdate.Status.REJECTED_OTHER_REASON);
        }
    }

    @Test
    void aProtectedBranchDeclinesPushes() throws Exception {
        code.protect("refs/heads/main");
        try (Git git = cloneInto("clone")) {
            git.commit().setAllowEmpty(true).setMessage("Bump").setSign(false).call();

            assertThat(push(git, "HEAD:refs/heads/main")).isEqualTo(RemoteRefUpdate.Status.REJECTED_OTHER_REASON);
            code.unprotect("refs/heads/main");
            assertThat(push(git, "HEAD:refs/heads/main")).isEqualTo(RemoteRefUpdate.Status.OK);
        }
    }

    @Test
    void aPushWhoseReplyIsLostHasMovedTheBranch() throws Exception {
        open.world()
                .faults()
                .add(FaultRule.on(Vendor.GIT, new Fault.LoseReply())
                        .path("git-receive-pack$")
                        .times(1));
        try (Git git = cloneInto("clone")) {
            assertThatThrownBy(() -> push(git, "HEAD:refs/heads/release/8.9.1")).isInstanceOf(TransportException.class);

            assertThat(code.head("release/8.9.1")).isEqualTo(code.head("main"));
            assertThat(push(git, "HEAD:refs/heads/release/8.9.1")).isEqualTo(RemoteRefUpdate.Status.UP_TO_DATE);
        }
        assertThat(moves())
                .filteredOn(moved -> moved.ref().equals("refs/heads/release/8.9.1"))
                .hasSize(1);
    }

    @Test
    void withoutATokenNothingIsServed() {
        assertThatThrownBy(() -> Git.cloneRepository()
                        .setURI(open.world().base(Vendor.GIT) + "/player.git")
                        .setDirectory(folder.resolve("refused").toFile())
                        .call())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("Authentication is required");
    }

    @Test
    void aFrozenHostShowsTheOldTip() throws Exception {
        String old = code.head("main").orElseThrow();
        open.pass(Duration.ofHours(1));
        code.commit(Change.on("main", ADA, "New").touching("a.kt", 1));
        open.world().faults().add(FaultRule.on(Vendor.GIT, new Fault.Freeze(START)));

        try (Git git = cloneInto("clone")) {
            assertThat(git.getRepository().resolve("HEAD")).isEqualTo(ObjectId.fromString(old));
        }
    }

    private List<Detail.RefMoved> moves() {
        return open.world().log().details(Detail.RefMoved.class);
    }

    private Git cloneInto(String name) throws GitAPIException {
        return Git.cloneRepository()
                .setURI(open.world().base(Vendor.GIT) + "/player.git")
                .setDirectory(folder.resolve(name).toFile())
                .setCredentialsProvider(credentials())
                .call();
    }

    private RemoteRefUpdate.Status push(Git git, String refSpec) throws GitAPIException {
        Iterable<PushResult> results = git.push()
                .setCredentialsProvider(credentials())
                .setRefSpecs(new RefSpec(refSpec))
                .call();
        return results.iterator().next().getRemoteUpdates().iterator().next().getStatus();
    }

    private UsernamePasswordCredentialsProvider credentials() {
        return new UsernamePasswordCredentialsProvider(
                "robot", open.world().keys().token(Vendor.GIT, "robot"));
    }
}
