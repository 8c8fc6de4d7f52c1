package io.signalbox.connectors.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelFileTest {
    private static final String BUILDERS = """
            version: 8.9.1
            files:
              - url: player-8.9.1-7.AppImage
                sha512: aGFzaA==
                size: 104857600
                blockMapSize: 110593
            path: player-8.9.1-7.AppImage
            sha512: aGFzaA==
            releaseDate: '2024-09-20T07:00:00.000Z'
            """;

    @Test
    void aFileOfElectronBuilderOffersToEverybody() throws Unreadable {
        ChannelFile file = ChannelFile.parse(BUILDERS);

        assertThat(file.version()).isEqualTo("8.9.1");
        assertThat(file.path()).isEqualTo("player-8.9.1-7.AppImage");
        assertThat(file.percent()).isEqualTo(100);
    }

    @Test
    void onlyTheLinesOfTheShareChange() throws Unreadable {
        ChannelFile staged = ChannelFile.parse(BUILDERS).running(5, "a#1");
        assertThat(staged.text()).isEqualTo(BUILDERS + "stagingPercentage: 5\nsignalbox: 'a#1'\n");

        ChannelFile stopped = staged.stopped("a#2");
        assertThat(stopped.text())
                .isEqualTo(BUILDERS + "stagingPercentage: 0\nsignalbox: 'a#2'\nhaltedPercentage: 5\n");
        assertThat(stopped.haltedAt()).contains(5);

        assertThat(stopped.running(5, "a#3").text()).isEqualTo(BUILDERS + "stagingPercentage: 5\nsignalbox: 'a#3'\n");
    }

    @Test
    void linesThatEndAsOnWindowsAndALastOneWithoutAnEndAreUnderstood() throws Unreadable {
        String windows = (BUILDERS + "stagingPercentage: 10").replace("\n", "\r\n");

        assertThat(ChannelFile.parse(windows).stopped("a#1").percent()).isZero();
    }

    @Test
    void aShareIsReadAsTheClientReadsIt() throws Unreadable {
        assertThat(percent("0")).isZero();
        assertThat(percent("-5")).isZero();
        assertThat(percent("7.9")).isEqualTo(7);
        assertThat(percent("'12'")).isEqualTo(12);
        assertThat(percent("150")).isEqualTo(100);
        assertThat(percent("many")).isEqualTo(100);
        assertThat(percent("9999999999999")).isEqualTo(100);
    }

    private static int percent(String written) throws Unreadable {
        return ChannelFile.parse(BUILDERS + "stagingPercentage: " + written + "\n")
                .percent();
    }

    @Test
    void aTextThatCannotBeChangedInLinesIsLeftAlone() throws Unreadable {
        ChannelFile flow = ChannelFile.parse("{version: 8.9.1, path: a, sha512: b}");
        assertThatThrownBy(() -> flow.running(5, "a#1")).isInstanceOf(Unreadable.class);

        ChannelFile quoted = ChannelFile.parse(BUILDERS + "\"stagingPercentage\": 10\n");
        assertThatThrownBy(() -> quoted.running(5, "a#1")).isInstanceOf(Unreadable.class);

        ChannelFile ended = ChannelFile.parse(BUILDERS + "...\n");
        assertThatThrownBy(() -> ended.stopped("a#1")).isInstanceOf(Unreadable.class);
    }

    @Test
    void aVersionIsTheTextAsWritten() throws Unreadable {
        assertThat(ChannelFile.parse(BUILDERS.replace("8.9.1\nf", "8.10\nf")).version())
                .isEqualTo("8.10");
    }

    @Test
    void aFileNameTellsItsBuild() {
        FileName name = new FileName("desktop/player-{version}-{build}.AppImage");

        assertThat(name.of(new Version("8.9.1"), new BuildNumber(7))).isEqualTo("desktop/player-8.9.1-7.AppImage");
        assertThat(name.build(new Version("8.9.1"), "desktop/player-8.9.1-7.AppImage"))
                .contains(new BuildNumber(7));
        assertThat(List.of(
                        "desktop/player-8.9.2-7.AppImage",
                        "player-8.9.1-7.AppImage",
                        "desktop/player-8x9.1-7.AppImage"))
                .allMatch(other -> name.build(new Version("8.9.1"), other).equals(Optional.empty()));
    }

    @Test
    void settingsThatCannotBeAreRefusedAtOnce() {
        for (String template : List.of(
                "player.AppImage",
                "player-{version}.AppImage",
                "{version}-{build}-{build}",
                "../{version}-{build}",
                "a b-{version}-{build}",
                "/{version}-{build}",
                "{version}-{build}?x=1")) {
            assertThatThrownBy(() -> new FileName(template)).as(template).isInstanceOf(IllegalArgumentException.class);
        }
        FileName file = new FileName("{version}-{build}");
        URI folder = URI.create("https://updates.example.com/player/");
        assertThat(new FeedSettings(Given.STORE, folder, "latest.yml", file).channel())
                .hasToString("https://updates.example.com/player/latest.yml");
        assertThatThrownBy(() -> new FeedSettings(Given.STORE, folder, "../x.yml", file))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
