package io.signalbox.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedVersionTest {
    @ParameterizedTest
    @CsvSource({
        "v1.2.3, v{version}, 1.2.3",
        "26.08.1, {version}, 26.08.1",
        "app-8.9.2, app-{version}, 8.9.2",
        "release-1.2, release-{version}, 1.2",
        "player/android/v8.9.2, player/android/v{version}, 8.9.2",
        "app2-8.9.2, app2-{version}, 8.9.2",
        "v3.4.5.RELEASE, v{version}.RELEASE, 3.4.5",
        "8.9.2-final, {version}-final, 8.9.2",
        "r42, r{version}, 42"
    })
    void aTagOfARelease(String tag, String pattern, String version) {
        assertThat(NamedVersion.ofTag(tag)).hasValueSatisfying(named -> {
            assertThat(named.pattern()).isEqualTo(pattern);
            assertThat(named.version().text()).isEqualTo(version);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "v1.2.3-rc.1",
                "v1.2.3-rc1",
                "1.2.3-beta",
                "v2.0.0-alpha.3",
                "nightly-20240920.1",
                "1.0-SNAPSHOT",
                "build-1.2.3",
                "5.0.0-M3",
                "v1.2.3.4.5.6.7"
            })
    void aTagOfSomethingElse(String tag) {
        assertThat(NamedVersion.ofTag(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "release/1.2, release/{version}, 1.2",
        "release-1.2.x, release-{version}.x, 1.2",
        "rel/8.9, rel/{version}, 8.9",
        "releases/26.08.1, releases/{version}, 26.08.1",
        "release/v8.9.2, release/v{version}, 8.9.2",
        "android/release/8.9.2, android/release/{version}, 8.9.2",
        "1.2.x, {version}.x, 1.2",
        "8.9.2, {version}, 8.9.2",
        "stable-2.1, stable-{version}, 2.1",
        "release/42, release/{version}, 42"
    })
    void aReleaseBranch(String branch, String pattern, String version) {
        assertThat(NamedVersion.ofBranch(branch)).hasValueSatisfying(named -> {
            assertThat(named.pattern()).isEqualTo(pattern);
            assertThat(named.version().text()).isEqualTo(version);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "feature/release-1.2",
                "fix/1.2.3",
                "dependabot/npm/vite-8.3",
                "AND-4102",
                "release/AND-4102",
                "release/1.2-rc",
                "ada/v2",
                "42"
            })
    void aBranchForSomethingElse(String branch) {
        assertThat(NamedVersion.ofBranch(branch)).isEmpty();
    }
}
