package io.signalbox.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.signalbox.domain.version.Version;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VersionFileTest {
    private static final Version OLD = new Version("8.9.1");
    private static final Version NEW = new Version("8.9.2");

    static List<Arguments> realFiles() {
        return List.of(
                Arguments.of(
                        "version.properties",
                        "version=8.9.1\nandroid.versionCode=80901000\nios.build=80901000\ndesktop.build=80901000\n",
                        "version=8.9.2\nandroid.versionCode=80902000\nios.build=80902000\ndesktop.build=80902000\n"),
                Arguments.of(
                        "gradle.properties",
                        "org.gradle.jvmargs=-Xmx4g\nkotlin.version=1.9.1\nVERSION_NAME=8.9.1-SNAPSHOT\nVERSION_CODE=80901000\n",
                        "org.gradle.jvmargs=-Xmx4g\nkotlin.version=1.9.1\nVERSION_NAME=8.9.2-SNAPSHOT\nVERSION_CODE=80902000\n"),
                Arguments.of(
                        "app/build.gradle",
                        "android {\n    defaultConfig {\n        versionCode 80901000\n        versionName \"8.9.1\" // ours\n    }\n}\n",
                        "android {\n    defaultConfig {\n        versionCode 80902000\n        versionName \"8.9.2\" // ours\n    }\n}\n"),
                Arguments.of(
                        "app/build.gradle.kts",
                        "defaultConfig {\r\n    versionCode=80901000\r\n    versionName  = \"8.9.1\"\r\n}\r\n",
                        "defaultConfig {\r\n    versionCode=80902000\r\n    versionName  = \"8.9.2\"\r\n}\r\n"),
                Arguments.of(
                        "Cargo.toml",
                        "[package]\nname = \"player\"\nversion = \"8.9.1\"\n\n[dependencies.serde]\nversion = \"1.0.2\"\n",
                        "[package]\nname = \"player\"\nversion = \"8.9.2\"\n\n[dependencies.serde]\nversion = \"1.0.2\"\n"),
                Arguments.of(
                        "package.json",
                        "{\n  \"name\": \"player\",\n  \"version\": \"8.9.1\",\n  \"engines\": {\"node\": \">=20\"}\n}\n",
                        "{\n  \"name\": \"player\",\n  \"version\": \"8.9.2\",\n  \"engines\": {\"node\": \">=20\"}\n}\n"),
                Arguments.of(
                        "ios/Version.xcconfig",
                        "MARKETING_VERSION = 8.9.1\nCURRENT_PROJECT_VERSION=80901000\n",
                        "MARKETING_VERSION = 8.9.2\nCURRENT_PROJECT_VERSION=80902000\n"),
                Arguments.of(
                        "Player.xcodeproj/project.pbxproj",
                        "\t\t\tMARKETING_VERSION = 8.9.1;\n\t\t\tMARKETING_VERSION = 8.9.1;\n\t\t\tMARKETING_VERSION = 1.0;\n",
                        "\t\t\tMARKETING_VERSION = 8.9.2;\n\t\t\tMARKETING_VERSION = 8.9.2;\n\t\t\tMARKETING_VERSION = 1.0;\n"),
                Arguments.of(
                        "ios/Info.plist",
                        "<key>CFBundleShortVersionString</key>\n\t<string>8.9.1</string>\n<key>CFBundleVersion</key>\n\t<string>7</string>\n",
                        "<key>CFBundleShortVersionString</key>\n\t<string>8.9.2</string>\n<key>CFBundleVersion</key>\n\t<string>80902000</string>\n"),
                Arguments.of(
                        "pubspec.yaml", "name: player\nversion: 8.9.1+7\n", "name: player\nversion: 8.9.2+80902000\n"),
                Arguments.of("VERSION", "8.9.1\n", "8.9.2\n"),
                Arguments.of("version.txt", "8.9.1", "8.9.2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("realFiles")
    void aFileIsReadAndRewrittenInItsOwnWay(String path, String before, String after) {
        VersionFile file = VersionFile.at(path);

        assertThat(file.version(before)).contains(OLD);
        assertThat(file.rewritten(before, OLD, NEW, Optional.of(80902000L))).isEqualTo(after);
        assertThat(file.version(after)).contains(NEW);
    }

    @Test
    void aPatternOfOnesOwnIsALineAsItStandsThere() {
        VersionFile file =
                new VersionFile("Version.swift", List.of("let version = \"{version}\"", "let build = {number}"));
        String before = "enum App {\n    let version=\"8.9.1\"\n    let build = 7\n    let other = \"8.9.1\"\n}\n";

        assertThat(file.version(before)).contains(OLD);
        assertThat(file.rewritten(before, OLD, NEW, Optional.of(9L)))
                .isEqualTo("enum App {\n    let version=\"8.9.2\"\n    let build = 9\n    let other = \"8.9.1\"\n}\n");
    }

    @Test
    void whatIsNoVersionIsNotTakenForOne() {
        assertThat(VersionFile.at("VERSION").version("8.9.1 and more\n")).isEmpty();
        assertThat(VersionFile.at("package.json").version("{\"version\": \"8.9.x\"}"))
                .isEmpty();
        assertThat(VersionFile.at("a.properties").version("version=1.2.3.4.5.6.7\n"))
                .isEmpty();
        assertThat(VersionFile.at("a.properties").version("version=8.9.1b\n")).isEmpty();
    }

    @Test
    void bytesOfAnyEncodingStay() {
        String latin = "# Gr\u00e9\u00df\nversion=8.9.1\n";

        assertThat(VersionFile.at("a.properties").rewritten(latin, OLD, NEW, Optional.empty()))
                .isEqualTo("# Gr\u00e9\u00df\nversion=8.9.2\n");
    }

    @Test
    void aFileOfWhichNothingIsKnownNeedsAPattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionFile.at("Version.swift"))
                .withMessageContaining("name a pattern");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionFile("Version.swift", List.of("let version")))
                .withMessageContaining("{version}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionFile.at("/etc/version.txt"))
                .withMessageContaining("from the repository's root");
    }
}
