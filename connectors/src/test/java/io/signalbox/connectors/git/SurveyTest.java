package io.signalbox.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.version.Version;
import io.signalbox.domain.version.VersionScheme;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is guessed of repositories with many habits. */
class SurveyTest {
    @TempDir
    Path folder;

    /** Friday 20 September 2024 and every week after it, each with a tag. */
    private GitSurvey weekly(String... tags) throws SourceFailure, IOException {
        try (MadeRepository made = MadeRepository.bare(folder.resolve("app.git"))) {
            for (String tag : tags) {
                made.tag(tag, made.commit("main", "Work for " + tag, "a"));
                made.pass(Duration.ofDays(7));
            }
            return GitSurvey.of(folder.resolve("app.git"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1.2.1,v1.2.2,v1.2.3                   | v{version}       | 1.2.3
            8.8.9,8.9.0,8.9.1                      | {version}        | 8.9.1
            app-8.9.1,app-8.9.2                    | app-{version}    | 8.9.2
            release-1.1,release-1.2                | release-{version}| 1.2
            v1.2.3,v1.3.0-rc1,v1.3.0-beta.2        | v{version}       | 1.2.3
            v1.9.0,v1.10.0,nightly-2024-09-01      | v{version}       | 1.10.0
            lib/v0.1.0,app/v3.1.0,app/v3.2.0       | app/v{version}   | 3.2.0
            """)
    void theTagsOfReleasesAreFound(String tags, String pattern, String newest) throws SourceFailure, IOException {
        GitSurvey survey = weekly(tags.split(","));
        assertThat(survey.tags()).isEqualTo(pattern);
        assertThat(survey.last().map(GitSurvey.Released::version)).contains(new Version(newest));
        assertThat(survey.newest()).contains(new Version(newest));
    }

    @ParameterizedTest
    @CsvSource({
        "v1.2.1|v1.2.2|v1.2.3, 2",
        "v1.2.0|v1.3.0|v1.4.0|v1.4.1|v1.5.0, 1",
        "v1.0.0|v2.0.0|v3.0.0, 0",
    })
    void thePartOfTheVersionThatIsUsuallyRaisedIsFound(String tags, int part) throws SourceFailure, IOException {
        assertThat(weekly(tags.split("\\|")).scheme()).isEqualTo(new VersionScheme.Raise(part));
    }

    @Test
    void versionsOfYearAndMonthAreKnownAsSuch() throws SourceFailure, IOException {
        GitSurvey survey = weekly("24.09.1", "24.09.2", "24.10.1");
        assertThat(survey.scheme()).isEqualTo(new VersionScheme.YearMonth());
    }

    @Test
    void theCadenceIsTheMedianAndTheWeekdayTheMostCommon() throws SourceFailure, IOException {
        GitSurvey survey = weekly("v1.1.0", "v1.2.0", "v1.3.0", "v1.4.0");
        assertThat(survey.weeksBetween()).contains(1);
        assertThat(survey.weekday(ZoneOffset.UTC)).contains(DayOfWeek.FRIDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "release/1.2, release/{version}",
        "release-1.2.x, release-{version}.x",
        "rel/8.9, rel/{version}",
        "releases/v2.0.1, releases/v{version}",
        "stable-3.1, stable-{version}",
    })
    void releaseBranchesOfManyHabitsAreFound(String branch, String pattern) throws SourceFailure, IOException {
        try (MadeRepository made = MadeRepository.bare(folder.resolve("app.git"))) {
            String commit = made.commit("main", "Work", "a");
            made.point("refs/heads/" + branch, commit);
            made.point("refs/heads/feature/2.1-search", commit);
            GitSurvey survey = GitSurvey.of(folder.resolve("app.git"));
            assertThat(survey.branches()).isEqualTo(pattern);
            assertThat(survey.newest()).isPresent();
        }
    }

    @Test
    void aRepositoryWithoutReleasesHasNone() throws SourceFailure, IOException {
        try (MadeRepository made = MadeRepository.working(folder.resolve("app"))) {
            made.commit("master", "Begin", "a");
            made.commit("feature/login", "Log in", "b");
            made.repository().updateRef("HEAD").link("refs/heads/feature/login");
            GitSurvey survey = GitSurvey.of(folder.resolve("app"));
            assertThat(survey.main()).isEqualTo("master");
            assertThat(survey.releases()).isEmpty();
            assertThat(survey.newest()).isEmpty();
            assertThat(survey.tags()).isEqualTo("v{version}");
            assertThat(survey.branches()).isEqualTo("release/{version}");
            assertThat(survey.weeksBetween()).isEmpty();
            assertThat(survey.scheme()).isEqualTo(new VersionScheme.Raise(1));
        }
    }
}
