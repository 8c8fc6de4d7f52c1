package io.signalbox.connectors.git;

import static io.signalbox.connectors.git.Asked.about;
import static io.signalbox.connectors.git.Asked.reading;
import static io.signalbox.connectors.git.Asked.release;
import static io.signalbox.connectors.git.Asked.subjects;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.blocker.BlockerRule;
import io.signalbox.domain.blocker.BlockerRule.Standing;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.BugsReading.Bug;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.version.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of histories of every shape. */
class ReadingTest {
    private static final Release RELEASE = release("8.9.2", "8.9.1");

    @TempDir
    Path folder;

    private MadeRepository made;
    private GitConnector connector;

    @BeforeEach
    void make() {
        made = MadeRepository.bare(folder.resolve("player.git"));
        connector = connector(Limits.USUAL);
        made.write("main", "First", "version.properties", "version=8.9.1\nandroid.versionCode=80901000\n");
        made.commit("main", "Old");
        made.point("release/8.9.1", made.head("main"));
    }

    @AfterEach
    void close() {
        connector.close();
        made.close();
    }

    private GitConnector connector(Limits limits) {
        GitSettings settings = GitSettings.local(
                        "git", folder.resolve("player.git"), Optional.of(VersionFile.at("version.properties")))
                .with(limits);
        return TestConnectors.connector(settings);
    }

    private RepositoryReading read() {
        return reading(connector, about(List.of(), RELEASE));
    }

    private static CommitId id(String hash) {
        return new CommitId(hash);
    }

    @Test
    void theReleaseBeforeIsTheNewestThatIsTagged() {
        made.tag("v8.9.1", made.head("main"));
        made.tag("v8.10.0", made.head("main"));
        made.tag("v8.9.0", made.head("main"));
        made.tag("nightly-8.9.1.7", made.head("main"));
        assertThat(read().earlier()).hasValueSatisfying(earlier -> {
            assertThat(earlier.version()).isEqualTo(new Version("8.9.1"));
            assertThat(earlier.name()).isEqualTo("v8.9.1");
        });
    }

    @Test
    void whereNothingIsTaggedTheReleaseBeforeIsTheBranchThatItFollows() {
        assertThat(read().earlier()).hasValueSatisfying(earlier -> {
            assertThat(earlier.version()).isEqualTo(new Version("8.9.1"));
            assertThat(earlier.name()).isEqualTo("release/8.9.1");
        });
    }

    @Test
    void mainIsListedBackToWhereThePreviousBranchLeftIt() {
        String left = made.head("main");
        made.commit("release/8.9.1", "Fix on the old branch");
        made.commit("main", "One", "app/One.java");
        String two = made.commit("main", "Two, AND-4102 and IOS-7", "app/Two.java", "app/Three.java");

        RepositoryReading reading = read();

        assertThat(reading.main().name()).isEqualTo("main");
        assertThat(reading.main().base()).isEqualTo(id(left));
        assertThat(reading.main().whole()).isTrue();
        assertThat(subjects(reading.main().commits())).containsExactly("Two, AND-4102 and IOS-7", "One");
        assertThat(reading.mainVersion()).contains(new Version("8.9.1"));
        assertThat(reading.branch()).isEmpty();
        assertThat(reading.tagged()).isFalse();
        Commit newest = reading.main().commits().getFirst();
        assertThat(newest)
                .isEqualTo(new Commit(
                        id(two),
                        "Ada",
                        made.now(),
                        "Two, AND-4102 and IOS-7",
                        List.of("AND-4102", "IOS-7"),
                        List.of("app/Three.java", "app/Two.java"),
                        true,
                        4,
                        Optional.empty()));
    }

    @Test
    void aBranchIsListedBackToWhereItLeftMain() {
        String cut = made.commit("main", "One");
        made.point("release/8.9.2", cut);
        made.commit("main", "Later on main");
        String fix = made.commit("main", "Fix AND-1", "app/Fix.java");
        made.commit("release/8.9.2", "Fix AND-1\n\n(cherry picked from commit " + fix + ")\n", "app/Fix.java");

        RepositoryReading reading = read();

        assertThat(reading.branch()).hasValueSatisfying(branch -> {
            assertThat(branch.name()).isEqualTo("release/8.9.2");
            assertThat(branch.base()).isEqualTo(id(cut));
            assertThat(branch.head()).isEqualTo(id(made.head("release/8.9.2")));
            assertThat(branch.whole()).isTrue();
            assertThat(branch.commits()).singleElement().satisfies(pick -> {
                assertThat(pick.pickedFrom()).contains(id(fix));
                assertThat(pick.tickets()).containsExactly("AND-1");
            });
        });
        assertThat(subjects(reading.main().upTo(id(cut)))).containsExactly("One");
    }

    @Test
    void aBranchWithoutCommitsOfItsOwnIsAtItsBase() {
        made.point("release/8.9.2", made.commit("main", "One"));
        made.commit("main", "Two");

        assertThat(read().branch()).hasValueSatisfying(branch -> {
            assertThat(branch.head()).isEqualTo(branch.base());
            assertThat(branch.commits()).isEmpty();
        });
    }

    @Test
    void theTagIsSeen() {
        made.tag("v8.9.2", made.head("main"));

        assertThat(read().tagged()).isTrue();
    }

    @Test
    void withoutThePreviousBranchItsTagCountsAndWithoutBothTheWholeHistory() {
        String tagged = made.head("main");
        made.commit("main", "One");
        made.point("release/8.9.1", made.head("main"));
        Release noBranch = release("8.9.2", "8.9.0");
        made.tag("v8.9.0", tagged);

        assertThat(reading(connector, about(List.of(), noBranch)).main().base()).isEqualTo(id(tagged));

        RepositoryReading nothing = reading(connector, about(List.of(), release("8.9.2", "7.0.0")));
        assertThat(subjects(nothing.main().commits())).containsExactly("One", "Old");
        assertThat(nothing.main().whole()).isTrue();
    }

    @Test
    void whatAMergeBroughtCountsFromThatMergeOnAndNotBefore() {
        String work = made.head("main");
        made.point("feature", work);
        made.commit("feature", "Half of AND-5", "app/A.java");
        made.commit("feature", "Rest of AND-5", "app/B.java");
        String cut = made.commit("main", "Meanwhile", "app/C.java");
        made.point("release/8.9.2", cut);
        String merge = made.merge("main", "Merge feature", made.head("feature"));
        Instant merged = made.now();

        RepositoryReading reading = read();

        // By date, the feature's commits are older than the cut; they came to main after it.
        assertThat(subjects(reading.main().commits()))
                .containsExactly("Merge feature", "Rest of AND-5", "Half of AND-5", "Meanwhile");
        assertThat(subjects(reading.main().upTo(id(cut)))).containsExactly("Meanwhile");
        assertThat(reading.main().commits().subList(0, 3))
                .allSatisfy(c -> assertThat(c.at()).isEqualTo(merged));
        Commit itself = reading.main().commits().getFirst();
        assertThat(itself.id()).isEqualTo(id(merge));
        assertThat(itself.paths()).isEmpty();
        assertThat(itself.lines()).isZero();
        assertThat(standing("AND-5", reading, cut)).isEqualTo(Standing.FIX_MISSING);
    }

    private static Standing standing(String bug, RepositoryReading reading, String candidate) {
        Bug closed = new Bug(
                bug,
                "Crash",
                false,
                Given.START,
                Optional.of(Given.NOW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return BlockerRule.standing(closed, List.of(), reading, Optional.of(id(candidate)));
    }

    @Test
    void aMergesOwnChangeIsWhatIsInNoneOfItsParents() {
        made.point("feature", made.head("main"));
        made.commit("feature", "Work", "app/A.java");
        made.commit("main", "Other work", "app/B.java");
        made.merge("main", "Merge, resolving by hand", Map.of("app/A.java", "a\nb\nc\n"), made.head("feature"));

        Commit merge = read().main().commits().getFirst();

        assertThat(merge.paths()).containsExactly("app/A.java");
        assertThat(merge.lines()).isEqualTo(3);
    }

    @Test
    void aTicketThatOnlyTheMergeNamesIsTheMerges() {
        made.point("feature", made.head("main"));
        made.commit("feature", "wip", "app/A.java");
        made.commit("feature", "Fix for AND-6", "app/B.java");
        made.commit("main", "Meanwhile");
        made.merge("main", "Merge pull request #12 from x/AND-6-and-AND-7", made.head("feature"));

        List<Commit> main = read().main().commits();

        assertThat(main.get(0).tickets()).containsExactly("AND-7");
        assertThat(main.get(1).tickets()).containsExactly("AND-6");
        assertThat(main.get(2).tickets()).isEmpty();
    }

    @Test
    void aMergeThatWasPickedAsAWholeStandsForWhatItMerged() {
        made.point("release/8.9.2", made.head("main"));
        made.point("feature", made.head("main"));
        made.commit("feature", "Half of AND-8", "app/A.java");
        made.commit("feature", "Rest of AND-8", "app/B.java");
        made.commit("main", "Meanwhile");
        String merge = made.merge("main", "Merge feature", made.head("feature"));
        String pick = made.commit(
                "release/8.9.2",
                "Merge feature\n\n(cherry picked from commit " + merge + ")\n",
                "app/A.java",
                "app/B.java");

        RepositoryReading reading = read();

        assertThat(standing("AND-8", reading, pick)).isEqualTo(Standing.CLEARED);
    }

    @Test
    void halfOfAMergePickedIsNotTheFix() {
        made.point("release/8.9.2", made.head("main"));
        made.point("feature", made.head("main"));
        String half = made.commit("feature", "Half of AND-8", "app/A.java");
        made.commit("feature", "Rest of AND-8", "app/B.java");
        made.commit("main", "Meanwhile");
        made.merge("main", "Merge feature", made.head("feature"));
        String pick = made.commit(
                "release/8.9.2", "Half of AND-8\n\n(cherry picked from commit " + half + ")\n", "app/A.java");

        assertThat(standing("AND-8", read(), pick)).isEqualTo(Standing.FIX_MISSING);
    }

    @Test
    void aFixThatWasMadeOnTheBranchAndBroughtToMainIsInTheBranch() {
        made.point("release/8.9.2", made.head("main"));
        String fix = made.commit("release/8.9.2", "Fix AND-10", "app/A.java");
        made.commit("main", "Meanwhile");
        made.commit("main", "Fix AND-10\n\n(cherry picked from commit " + fix + ")\n", "app/A.java");

        assertThat(standing("AND-10", read(), fix)).isEqualTo(Standing.CLEARED);
    }

    @Test
    void aPickOfAPickIsOneOfTheCommitThatIsOnMain() {
        String origin = "(cherry picked from commit " + "d".repeat(40) + ")\n";
        made.point("release/8.9.2", made.head("main"));
        String onMain = made.commit("main", "Fix AND-11\n\n" + origin, "app/A.java");
        String again = made.commit(
                "release/8.9.2",
                "Fix AND-11\n\n" + origin + "(cherry picked from commit " + onMain + ")\n",
                "app/A.java");

        assertThat(standing("AND-11", read(), again)).isEqualTo(Standing.CLEARED);

        String before = made.head("release/8.9.1");
        String other = made.commit("main", "Fix AND-12", "app/B.java");
        made.point("release/8.9.1", before);
        String there =
                made.commit("release/8.9.1", "Fix AND-12\n\n(cherry picked from commit " + other + ")\n", "app/B.java");
        String here = made.commit(
                "release/8.9.2",
                "Fix AND-12\n\n(cherry picked from commit " + other + ")\n(cherry picked from commit " + there + ")\n",
                "app/B.java");

        assertThat(standing("AND-12", read(), here)).isEqualTo(Standing.CLEARED);
    }

    @Test
    void aBranchThatWasMergedBackStillLeftMainWhereItDid() {
        String cut = made.commit("main", "One");
        made.point("release/8.9.2", cut);
        made.commit("release/8.9.2", "Fix on the branch");
        made.commit("main", "Two");
        made.merge("main", "Merge release/8.9.2 back", made.head("release/8.9.2"));

        assertThat(read().branch()).hasValueSatisfying(branch -> {
            assertThat(branch.base()).isEqualTo(id(cut));
            assertThat(subjects(branch.commits())).containsExactly("Fix on the branch");
        });
    }

    /** A pull on main that merges the wrong way round: what was main becomes the second parent. */
    @Test
    void whatWasKnownToBeTheCutStaysTheBaseWhenMainIsMergedTheWrongWayRound() {
        String start = made.head("main");
        String cut = made.commit("main", "One");
        made.point("release/8.9.2", cut);
        String old = made.commit("main", "Two");
        made.point("main", start);
        made.commit("main", "Somebody's own fix of AND-9", "app/A.java");
        made.merge("main", "Merge branch 'main' of the host", old);

        Release known = Asked.cutAt(RELEASE, cut);
        RepositoryReading reading = reading(connector, about(List.of(), known));

        assertThat(reading.branch()).hasValueSatisfying(branch -> {
            assertThat(branch.base()).isEqualTo(id(cut));
            assertThat(branch.commits()).isEmpty();
        });
        assertThat(subjects(reading.main().upTo(id(cut)))).containsExactly("One");
        assertThat(standing("AND-9", reading, cut)).isEqualTo(Standing.FIX_MISSING);
    }

    @Test
    void aListThatIsTooLongIsCutAndSaysSo() {
        String left = made.head("main");
        for (int i = 0; i < 10; i++) {
            made.commit("main", "Commit " + i);
        }
        connector.close();
        connector = connector(new Limits(4, 3, 1000, 300, 100));
        made.point("release/8.9.2", left);
        for (int i = 0; i < 5; i++) {
            made.commit("release/8.9.2", "Fix " + i);
        }

        RepositoryReading reading = read();

        assertThat(reading.main().whole()).isFalse();
        assertThat(reading.main().base()).isEqualTo(id(left));
        assertThat(subjects(reading.main().commits())).containsExactly("Commit 9", "Commit 8", "Commit 7", "Commit 6");
        assertThat(reading.branch().orElseThrow().whole()).isFalse();
        assertThat(subjects(reading.branch().orElseThrow().commits())).containsExactly("Fix 4", "Fix 3", "Fix 2");
    }

    @Test
    void aRenamedFileHasBothPathsAndOnlyTheLinesThatChanged() {
        String text = "line\n".repeat(400);
        made.write("main", "Add", "app/Old.java", text);
        made.write("main", "Copy", "app/New.java", text + "one more\n");

        assertThat(read().main().commits().getFirst().lines()).isEqualTo(401);

        made.rename("main", "Move", "app/Old.java", "lib/Old.java");

        Commit move = read().main().commits().getFirst();
        assertThat(move.paths()).containsExactly("app/Old.java", "lib/Old.java");
        assertThat(move.lines()).isZero();
    }

    @Test
    void aCommitOfMorePathsThanAreListedSaysSo() {
        connector.close();
        connector = connector(new Limits(100, 100, 1000, 3, 100));
        made.commit("main", "Many", "a", "b", "c", "d", "e");

        Commit many = read().main().commits().getFirst();

        assertThat(many.paths()).containsExactly("a", "b", "c");
        assertThat(many.allPaths()).isFalse();
    }

    @Test
    void aMainThatIsNotThereIsAFailureOfEveryTopicThatSaysWhatToDo() {
        GitSettings settings = GitSettings.local("git", folder.resolve("player.git"), Optional.empty());
        try (GitConnector other = TestConnectors.connector(
                settings,
                new io.signalbox.domain.app.Repository(
                        Given.REPOSITORY, "trunk", "release/{version}", "v{version}", false))) {
            assertThat(Asked.answers(other, about(List.of(), RELEASE))
                            .getFirst()
                            .toString())
                    .contains("NONSENSE")
                    .contains("there is no branch trunk");
        }
    }
}
