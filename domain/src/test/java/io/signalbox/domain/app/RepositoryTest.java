package io.signalbox.domain.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches and tags are called as a team is used to. */
class RepositoryTest {
    private static Repository called(String branches, String tags) {
        return new Repository(new RepositoryKey("player"), "main", branches, tags, false);
    }

    @ParameterizedTest
    @CsvSource({
        "release/{version}, 8.9.2, release/8.9.2",
        "release/{major}.{minor}, 8.9.2, release/8.9",
        "release-{major}.{minor}.x, 26.08.1, release-26.08.x",
        "release/{major}.{minor}, 8, release/8.0"
    })
    void aBranchIsCalledAfterItsVersionOrItsFirstTwoNumbers(String pattern, String version, String branch) {
        assertThat(called(pattern, "v{version}").branch(new Version(version))).isEqualTo(branch);
    }

    @Test
    void aTagNamesItsVersionAndOtherTagsNone() {
        Repository repository = called("release/{version}", "app-{version}");
        assertThat(repository.tag(new Version("8.9.2"))).isEqualTo("app-8.9.2");
        assertThat(repository.tagged("app-8.9.2")).contains(new Version("8.9.2"));
        assertThat(repository.tagged("app-8.9.2-rc1")).isEmpty();
        assertThat(repository.tagged("v8.9.2")).isEmpty();
    }

    @Test
    void aPatternThatNamesNoVersionIsRefused() {
        assertThatThrownBy(() -> called("release/{major}", "v{version}"))
                .hasMessage("branch pattern \"release/{major}\" must hold {version}, or {major} and {minor}");
        assertThatThrownBy(() -> called("release/{version}", "v{major}.{minor}"))
                .hasMessage("tag pattern \"v{major}.{minor}\" must hold {version} once");
    }
}
