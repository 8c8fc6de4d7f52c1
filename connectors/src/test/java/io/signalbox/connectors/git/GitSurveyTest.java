package io.signalbox.connectors.git;

import static io.signalbox.connectors.git.Asked.subjects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.connectors.git.GitSurvey.Released;
import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import io.signalbox.world.OpenWorld;
import io.signalbox.world.git.Change;
import io.signalbox.world.log.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories of several habits, of which the survey is told nothing. */
class GitSurveyTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private MadeRepository bare() {
        return MadeRepository.bare(folder.resolve("app.git"));
    }

    private GitSurvey survey() throws Exception {
        return survey("app.git");
    }

    private GitSurvey survey(String name) throws Exception {
        return GitSurvey.of(folder.resolve(name));
    }

    /** Releases every week from a branch of its own, tagged four days after the cut. */
    private static void weekly(MadeRepository made, String branches, String tags, String... versions) {
        for (String version : versions) {
            made.commit("main", "Work for " + version, "app/" + version);
            String cut = made.head("main");
            if (!branches.isEmpty()) {
                made.point(branches.replace("{version}", version), cut);
            }
            made.pass(Duration.ofDays(4));
            if (!tags.isEmpty()) {
                made.tag(tags.replace("{version}", version), cut);
            }
            made.pass(Duration.ofDays(3).minusMinutes(1));
        }
        made.commit("main", "Work since", "app/since");
    }

    @Test
    void tagsWithAPrefixAndBranchesWithASlash() throws Exception {
        try (MadeRepository made = bare()) {
            made.write("main", "First", "version.properties", "version=8.9.4\n");
            weekly(made, "release/{version}", "v{version}", "8.8.9", "8.9.0", "8.9.1", "8.9.2", "8.9.3");
            made.tag("v9.0.0-rc1", made.head("main"));
            made.tag("nightly-20240920", made.head("main"));
            made.point("feature/release-99.1", made.head("main"));

            GitSurvey survey = survey();

            assertThat(survey.main()).isEqualTo("main");
            assertThat(survey.last().map(Released::version)).contains(new Version("8.9.3"));
            assertThat(survey.last().map(Released::name)).contains("v8.9.3");
            assertThat(survey.tags()).isEqualTo("v{version}");
            assertThat(survey.branches()).isEqualTo("release/{version}");
            assertThat(survey.newest()).contains(new Version("8.9.3"));
            assertThat(subjects(survey.merged())).containsExactly("Work since");
            assertThat(survey.whole()).isTrue();
            assertThat(survey.cadence()).contains(new Cadence(WEEK, true));
            assertThat(survey.weekday(ZoneOffset.UTC)).contains(DayOfWeek.TUESDAY);
            assertThat(survey.versionFile()).contains(VersionFile.at("version.properties"));
        }
    }

    @Test
    void versionsOfYearAndMonthWithoutBranches() throws Exception {
        try (MadeRepository made = bare()) {
            weekly(made, "", "{version}", "26.07.4", "26.08.1", "26.08.2", "26.09.1");

            GitSurvey survey = survey();

            assertThat(survey.last().map(Released::version)).contains(new Version("26.09.1"));
            assertThat(survey.tags()).isEqualTo("{version}");
            assertThat(survey.branches()).isEqualTo("release/{version}");
            assertThat(survey.cadence().orElseThrow().between()).isEqualTo(WEEK);
        }
    }

    @Test
    void branchesAloneAndTheNewestOfThemIsTheLastRelease() throws Exception {
        try (MadeRepository made = bare()) {
            made.commit("main", "First");
            weekly(made, "release-{version}.x", "", "1.2", "1.9", "1.10");
            String fix = made.commit("release-1.10.x", "Fix on the branch");

            GitSurvey survey = survey();

            assertThat(survey.tags()).isEqualTo("v{version}");
            assertThat(survey.branches()).isEqualTo("release-{version}.x");
            assertThat(survey.last())
                    .contains(new Released(new Version("1.10"), "release-1.10.x", new CommitId(fix), made.now()));
            assertThat(subjects(survey.merged())).containsExactly("Work since");
        }
    }

    @Test
    void aBranchThatIsNewerThanTheLastTagIsUnderWay() throws Exception {
        try (MadeRepository made = bare()) {
            weekly(made, "rel/{version}", "app-{version}", "8.7", "8.8");
            made.point("rel/8.9", made.head("main"));

            GitSurvey survey = survey();

            assertThat(survey.last().map(Released::name)).contains("app-8.8");
            assertThat(survey.newest()).contains(new Version("8.9"));
            assertThat(survey.branches()).isEqualTo("rel/{version}");
        }
    }

    @Test
    void aBranchMayServeAllVersionsOfALine() throws Exception {
        try (MadeRepository made = bare()) {
            weekly(made, "", "v{version}", "1.28.0", "1.28.1", "1.28.2", "1.29.0", "1.29.1");
            made.point("release/1.28", made.head("main"));
            made.point("release/1.29", made.head("main"));
            made.point("release/1.30", made.head("main"));

            GitSurvey survey = survey();

            assertThat(survey.branches()).isEqualTo("release/{major}.{minor}");
            assertThat(survey.before()).isEqualTo(new Version("1.30.0"));
            assertThat(survey.scheme()).isEqualTo(new VersionScheme.Raise(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"2.4.0, 2.3.0, 1", "2.4.3, 2.4.2, 2", "3.0.0, 2.0.0, 0", "0.0.0, 0.0.0, 1"})
    void whereNothingWasReleasedTheNextIsWhatMainWorksTowards(String named, String before, int raised)
            throws Exception {
        try (MadeRepository made = bare()) {
            made.write("main", "First", "package.json", "{\n  \"version\": \"%s\"\n}\n".formatted(named));

            GitSurvey survey = survey();

            assertThat(survey.before()).isEqualTo(new Version(before));
            assertThat(survey.scheme()).isEqualTo(new VersionScheme.Raise(raised));
        }
    }

    @Test
    void ofSeveralAppsTaggedInOneRepositoryTheOneTaggedMostCounts() throws Exception {
        try (MadeRepository made = bare()) {
            weekly(made, "", "android/v{version}", "8.1", "8.2", "8.3", "8.4");
            made.tag("library-1.0.1", made.head("main"));
            made.tag("v99", made.head("main"));

            assertThat(survey().tags()).isEqualTo("android/v{version}");
            assertThat(survey().last().map(Released::version)).contains(new Version("8.4"));
        }
    }

    @Test
    void mendsInBetweenDoNotHideTheCadence() throws Exception {
        try (MadeRepository made = bare()) {
            for (int minor = 1; minor <= 6; minor++) {
                made.tag("v1." + minor + ".0", made.commit("main", "Release " + minor));
                made.pass(Duration.ofDays(2));
                for (int mend = 1; mend <= 3; mend++) {
                    made.tag("v1." + minor + "." + mend, made.commit("main", "Mend"));
                    made.pass(Duration.ofHours(minor + 7L * mend));
                }
                made.pass(Duration.ofDays(26).minusHours(3L * minor + 42));
            }

            Cadence cadence = survey().cadence().orElseThrow();

            assertThat(cadence.regular()).isTrue();
            assertThat(cadence.between()).isBetween(Duration.ofDays(27), Duration.ofDays(29));
        }
    }

    @Test
    void aRepositoryThatReleasedNothingHasItsNewestCommits() throws Exception {
        try (MadeRepository made = bare()) {
            made.commit("main", "One");
            made.commit("main", "Two");

            GitSurvey survey = survey();

            assertThat(survey.last()).isEmpty();
            assertThat(survey.cadence()).isEmpty();
            assertThat(subjects(survey.merged())).containsExactly("Two", "One");
            assertThat(survey.whole()).isFalse();
        }
    }

    @Test
    void anEmptyRepositorySaysWhatToDo() throws Exception {
        try (MadeRepository made = bare()) {
            assertThat(made.repository().isBare()).isTrue();
            assertThatThrownBy(this::survey).hasMessageContaining("commit something first");
        }
    }

    @Test
    void mainIsWhatTheRemoteCallsItAndElseAUsualNameAndElseWhatIsCheckedOut() throws Exception {
        try (MadeRepository made = MadeRepository.working(folder.resolve("app"))) {
            made.commit("mine", "One");
            made.repository().updateRef(Constants.HEAD).link("refs/heads/mine");
            assertThat(survey("app").main()).isEqualTo("mine");

            made.commit("master", "Two");
            assertThat(survey("app").main()).isEqualTo("master");

            made.repository().getConfig().setString("remote", "origin", "url", "https://example.com/app.git");
            made.repository().getConfig().save();
            made.point("refs/remotes/origin/develop", made.head("master"));
            made.repository().updateRef("refs/remotes/origin/HEAD").link("refs/remotes/origin/develop");
            assertThat(survey("app").main()).isEqualTo("develop");
        }
    }

    @Test
    void theCloneAroundAFolderIsFound() throws Exception {
        try (MadeRepository made = MadeRepository.working(folder.resolve("app"))) {
            Path inside = Files.createDirectories(folder.resolve("app/src/main"));

            assertThat(GitSurvey.root(inside)).contains(folder.resolve("app"));
            assertThat(GitSurvey.root(folder)).isEmpty();
            assertThat(made.repository().isBare()).isFalse();
        }
    }

    @Test
    void aRemoteRepositoryIsSurveyedToo() throws Exception {
        Jgit.quiet();
        try (OpenWorld open = OpenWorld.in(folder.resolve("world"));
                Http http = new Http(open.world()::now, System::nanoTime)) {
            open.code().branch("release/8.9.1", open.code().head("main").orElseThrow(), OpenWorld.ADA);
            open.pass(Duration.ofDays(1));
            open.code().commit(Change.on("main", OpenWorld.ADA, "Work").touching("a.txt", 1));
            GitAddress.Remote address =
                    (GitAddress.Remote) GitAddress.parse(open.world().base(Vendor.GIT) + "/player.git");
            GitSettings settings = GitSettings.remote(
                    "survey",
                    address,
                    Optional.of(Secret.of(open.world().keys().token(Vendor.GIT, "robot"))),
                    Reach.LOOPBACK,
                    Optional.empty(),
                    folder.resolve("cache"));

            GitSurvey survey = GitSurvey.of(settings, open.world().now(), http);

            assertThat(survey.main()).isEqualTo("main");
            assertThat(survey.last().map(Released::version)).contains(new Version("8.9.1"));
            assertThat(subjects(survey.merged())).containsExactly("Work");
            assertThat(survey.versionFile()).contains(VersionFile.at("version.properties"));
        }
    }
}
