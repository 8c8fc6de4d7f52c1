package io.signalbox.connectors.git;

import static io.signalbox.connectors.git.Asked.about;
import static io.signalbox.connectors.git.Asked.action;
import static io.signalbox.connectors.git.Asked.reading;
import static io.signalbox.connectors.git.Asked.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made in a clone on this machine. */
class WritingTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Version NEXT = new Version("8.9.2");
    private static final Effect.Bump BUMP = new Effect.Bump(Given.REPOSITORY, "main", NEXT);

    @TempDir
    Path folder;

    private Optional<MadeRepository> open = Optional.empty();
    private Optional<GitConnector> connected = Optional.empty();

    @AfterEach
    void close() {
        connected.ifPresent(GitConnector::close);
        open.ifPresent(MadeRepository::close);
    }

    private MadeRepository bare() {
        return opened(MadeRepository.bare(folder.resolve("player")));
    }

    private MadeRepository working() {
        return opened(MadeRepository.working(folder.resolve("player")));
    }

    private MadeRepository opened(MadeRepository made) {
        open = Optional.of(made);
        made.write("main", "First", "version.properties", "version=8.9.1\nios.build=80901000\n");
        made.commit("main", "Work", "app/Work.java");
        connected = Optional.of(TestConnectors.connector(
                GitSettings.local("git", folder.resolve("player"), Optional.of(VersionFile.at("version.properties")))));
        return made;
    }

    private Reply perform(Effect effect) {
        return connected.orElseThrow().perform(action(effect), MINUTE);
    }

    private static Effect cut(String commit) {
        return new Effect.CutBranch(Given.REPOSITORY, "release/8.9.2", new CommitId(commit));
    }

    private static Effect tag(String commit) {
        return new Effect.Tag(Given.REPOSITORY, "v8.9.2", new CommitId(commit));
    }

    private static void assertRefused(Reply reply, String text) {
        assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.remedy()).isEqualTo(Remedy.NEEDS_PERSON);
            assertThat(refused.text()).contains(text);
        });
    }

    @Test
    void aBumpIsACommitOnMainThatChangesTheVersionFileAlone() throws IOException {
        MadeRepository made = bare();
        String before = made.head("main");

        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);

        assertThat(made.file("main", "version.properties")).isEqualTo("version=8.9.2\nios.build=80902000\n");
        assertThat(made.file("main", "app/Work.java")).startsWith("Work");
        try (RevWalk walk = new RevWalk(made.repository())) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(made.head("main")));
            assertThat(commit.getParent(0).name()).isEqualTo(before);
            assertThat(commit.getFullMessage()).isEqualTo("Begin 8.9.2\n");
            PersonIdent by = commit.getCommitterIdent();
            assertThat(by.getName()).isEqualTo("Signalbox");
            assertThat(by.getWhenAsInstant()).isEqualTo(Asked.NOW);
        }
        assertThat(reading(connected.orElseThrow(), about(List.of(), release("8.9.2", "8.9.1")))
                        .mainVersion())
                .contains(NEXT);
    }

    @Test
    void whatIsThereIsNotMadeAgain() {
        MadeRepository made = bare();
        perform(BUMP);
        String bumped = made.head("main");
        perform(cut(bumped));
        perform(tag(bumped));
        Optional<ObjectId> tagged = made.at("refs/tags/v8.9.2");

        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);
        assertThat(perform(cut(bumped))).isInstanceOf(Reply.Accepted.class);
        assertThat(perform(tag(bumped))).isInstanceOf(Reply.Accepted.class);

        assertThat(made.head("main")).isEqualTo(bumped);
        assertThat(made.head("release/8.9.2")).isEqualTo(bumped);
        assertThat(made.at("refs/tags/v8.9.2")).isEqualTo(tagged);
        assertThat(reading(connected.orElseThrow(), about(List.of(), release("8.9.2", "8.9.1")))
                        .tagged())
                .isTrue();
    }

    @Test
    void aBranchOrTagAtAnotherCommitIsLeftAlone() {
        MadeRepository made = bare();
        String other = made.head("main");
        made.point("release/8.9.2", other);
        made.tag("v8.9.2", other);
        String wanted = made.commit("main", "More");

        assertRefused(perform(cut(wanted)), "is there already, at " + other.substring(0, 7));
        assertRefused(perform(tag(wanted)), "is there already, at " + other.substring(0, 7));

        assertThat(made.head("release/8.9.2")).isEqualTo(other);
    }

    @Test
    void aCommitThatIsNotThereIsNotCutFrom() {
        bare();
        assertRefused(perform(cut("a".repeat(40))), "there is no commit " + "a".repeat(40));
        assertRefused(perform(tag("a".repeat(40))), "there is no commit");
    }

    @Test
    void aMainThatIsFurtherOnIsNotBumpedBack() {
        MadeRepository made = bare();
        made.write("main", "By hand", "version.properties", "version=8.10.0\n");

        assertRefused(perform(BUMP), "8.10.0 already, which is newer");
    }

    @Test
    void aMainWithoutTheFileOrWithoutAVersionInItNeedsAPerson() {
        MadeRepository made = bare();
        made.write("main", "Broken", "version.properties", "nothing\n");

        assertRefused(perform(BUMP), "names no version");
    }

    @Test
    void aMainThatIsCheckedOutIsNotMovedUnderThoseWhoWorkThere() {
        MadeRepository made = working();
        String before = made.head("main");

        assertRefused(perform(BUMP), "main is checked out in " + folder.resolve("player"));

        assertThat(made.head("main")).isEqualTo(before);
        assertThat(perform(cut(before))).isInstanceOf(Reply.Accepted.class);
        assertThat(made.head("release/8.9.2")).isEqualTo(before);
    }

    @Test
    void aMainThatIsNotCheckedOutIsBumpedAndNoFileIsTouched() throws IOException {
        MadeRepository made = working();
        made.repository().updateRef(Constants.HEAD).link("refs/heads/mine");
        made.point("mine", made.head("main"));
        Path file = folder.resolve("player/version.properties");
        Files.writeString(file, "mine\n");

        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);

        assertThat(made.file("main", "version.properties")).startsWith("version=8.9.2");
        assertThat(Files.readString(file)).isEqualTo("mine\n");
    }

    @Test
    void aMainThatIsCheckedOutInALinkedWorkTreeIsNotMovedEither() throws IOException {
        MadeRepository made = bare();
        Path linked = Files.createDirectories(folder.resolve("player/worktrees/desk"));
        Files.writeString(linked.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(linked.resolve("gitdir"), "/somewhere/desk/.git\n");
        String before = made.head("main");

        assertRefused(perform(BUMP), "checked out in /somewhere/desk");

        assertThat(made.head("main")).isEqualTo(before);
    }

    @Test
    void ofOwnAndRemoteTrackingBranchTheOneThatHoldsTheOtherCounts() {
        MadeRepository made = working();
        String own = made.head("main");
        made.point("refs/remotes/origin/main", own);
        String newer = made.commit("refs/remotes/origin/main", "Merged by others");

        assertThat(main()).isEqualTo(newer);

        made.point("refs/remotes/origin/main", own);
        String mine = made.commit("main", "Not pushed yet");

        assertThat(main()).isEqualTo(mine);
    }

    @Test
    void ofBranchesThatDivergedTheTeamsIsReadAndNeitherIsBumped() {
        MadeRepository made = working();
        made.point("mine", made.head("main"));
        link(made, "refs/heads/mine");
        made.point("refs/remotes/origin/main", made.head("main"));
        String theirs = made.commit("refs/remotes/origin/main", "Merged by others");
        made.commit("main", "Not pushed yet");

        assertThat(main()).isEqualTo(theirs);
        assertRefused(perform(BUMP), "bring them together first");
    }

    @Test
    void aBranchThatOnlyTheRemoteHasIsThereAndABumpMovesTheOwnOneForward() {
        MadeRepository made = working();
        link(made, "refs/heads/mine");
        made.point("refs/remotes/origin/release/8.9.2", made.head("main"));
        made.point("refs/remotes/origin/main", made.head("main"));
        String newer = made.commit("refs/remotes/origin/main", "Merged by others");

        assertThat(reading(connected.orElseThrow(), about(List.of(), release("8.9.2", "8.9.1")))
                        .branch())
                .isPresent();
        assertThat(perform(cut(made.head("main")))).isInstanceOf(Reply.Accepted.class);
        assertThat(made.at("refs/heads/release/8.9.2")).isEmpty();
        assertThat(perform(BUMP)).isInstanceOf(Reply.Accepted.class);
        assertThat(parent(made, made.head("main"))).isEqualTo(newer);
    }

    private static void link(MadeRepository made, String head) {
        try {
            made.repository().updateRef(Constants.HEAD).link(head);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String parent(MadeRepository made, String commit) {
        try (RevWalk walk = new RevWalk(made.repository())) {
            return walk.parseCommit(ObjectId.fromString(commit)).getParent(0).name();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String main() {
        return reading(connected.orElseThrow(), about(List.of(), release("8.9.2", "8.9.1")))
                .main()
                .head()
                .hash();
    }

    @Test
    void aFolderThatIsNoRepositoryIsSaidToBeNone() {
        connected = Optional.of(
                TestConnectors.connector(GitSettings.local("git", folder.resolve("nothing"), Optional.empty())));

        assertThat(perform(BUMP))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.text())
                                .contains("nothing was changed")
                                .contains("is no git repository"));
        assertThat(connected.orElseThrow().tryOut(Asked.NOW)).singleElement().satisfies(trial -> {
            assertThat(trial.works()).isFalse();
            assertThat(trial.found()).contains("is no git repository");
        });
    }

    @Test
    void tryingOutTellsWhatIsThereAndWhatIsMissing() {
        MadeRepository made = bare();

        assertThat(connected.orElseThrow().tryOut(Asked.NOW))
                .allSatisfy(trial -> assertThat(trial.works()).isTrue())
                .extracting(trial -> trial.found())
                .endsWith("version.properties names 8.9.1", "it takes pushes");

        made.write("main", "Broken", "version.properties", "nothing\n");

        assertThat(connected.orElseThrow().tryOut(Asked.NOW).get(2).remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("version={version}"));
    }
}
