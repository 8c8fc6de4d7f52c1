package io.signalbox.codec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.Requirement;
import io.signalbox.domain.app.App;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.PlatformKey;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app is taken whole, or refused whole with every fault at its line. */
class AppReaderTest {
    private static final String WHOLE = """
            apps:
              player:
                name: Player
                zone: Europe/Stockholm
                version: {before: 8.9.1, next: patch}
                repositories:
                  main: {path: /srv/player.git}
                platforms:
                  android:
                    destinations:
                      play: {kind: store, package: app.player}
                teams:
                  playback: {platforms: [android], paths: [player/]}
                train: {"on": friday, at: "09:00"}
                sources:
                  tracker: {kind: bugs, project: AND}
            """;

    /** Connectors that each know one key of their own. */
    private static final class Kinds implements ConnectorKinds {
        @Override
        public List<String> destinations() {
            return List.of("store");
        }

        @Override
        public List<String> sources() {
            return List.of("bugs");
        }

        @Override
        public void repository(Section section) {
            own(section, "path");
        }

        @Override
        public Optional<Capabilities> destination(Section section) {
            own(section, "package");
            return Optional.of(Given.feed());
        }

        @Override
        public void source(Section section) {
            own(section, "project");
        }

        private static void own(Section section, String key) {
            section.map().text(key);
            section.map().done();
        }
    }

    private static Read<App> read(String text) {
        return YamlFile.read(
                "signalbox.yaml",
                text,
                top -> top.map("apps")
                        .required("player")
                        .flatMap(player -> new AppReader(new Kinds()).read("player", player)));
    }

    private static List<Fault> faults(String text) {
        assertThat(read(text)).isInstanceOf(Read.Refused.class);
        return ((Read.Refused<App>) read(text)).faults();
    }

    private static List<Fault> changed(String from, String to) {
        assertThat(WHOLE).contains(from);
        return faults(WHOLE.replace(from, to));
    }

    @Test
    @Requirement("R1")
    void aWholeAppIsRead() {
        assertThat(read(WHOLE)).isInstanceOf(Read.Whole.class);
        App app = ((Read.Whole<App>) read(WHOLE)).value();
        assertThat(app.zone()).isEqualTo(ZoneId.of("Europe/Stockholm"));
        assertThat(app.schedule()).hasValueSatisfying(s -> {
            assertThat(s.day()).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(s.time()).isEqualTo(LocalTime.of(9, 0));
            assertThat(s.zone()).isEqualTo(app.zone());
        });
        assertThat(app.platforms())
                .singleElement()
                .satisfies(p -> assertThat(p.destinations())
                        .extracting(Destination::key)
                        .extracting(Object::toString)
                        .containsExactly("play"));
        assertThat(app.teams())
                .singleElement()
                .satisfies(t -> assertThat(t.ownsPath("player/Seek.kt")).isTrue());
    }

    @Test
    @Requirement("R3")
    void aPlatformMayNumberItsBuildsInItsOwnWay() {
        String own = WHOLE.replace(
                "        destinations:",
                "        numbers: {weights: [10000, 100, 10], room: 10}\n        destinations:");
        assertThat(own).isNotEqualTo(WHOLE);
        App app = ((Read.Whole<App>) read(own)).value();
        assertThat(app.numbers(new PlatformKey("android")).first(new Version("8.9.2")))
                .hasValue(80_920);
        assertThat(app.numbers()).isEqualTo(NumberScheme.standard());
        assertThat(faults(own.replace("room: 10", "room: 11"))).singleElement().satisfies(f -> {
            assertThat(f.path()).isEqualTo("apps.player.platforms.android.numbers");
            assertThat(f.message()).contains("weight 2 is 10: it must be at least 11");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Europe/Stockholm | zoen: Europe/Stockholm | 4  | apps.player.zoen | zone",
                "zone: Europe/Stockholm | zone: Europe/Stokholm  | 4  | apps.player.zone | Europe/Stockholm",
                "kind: store            | kind: stroe            | 11 | apps.player.platforms.android.destinations.play.kind | store",
                "kind: bugs             | kind: bigs             | 16 | apps.player.sources.tracker.kind | bugs",
                "package: app.player    | pakage: app.player     | 11 | apps.player.platforms.android.destinations.play.pakage | package",
                "friday                 | firday                 | 14 | apps.player.train.on | friday",
                "next: patch            | next: pacth            | 5  | apps.player.version.next | patch",
                "[android]              | [andriod]              | 13 | apps.player.teams.playback.platforms[0] | android"
            })
    void aMistypedWordIsNamedWithItsLineItsKeysAndTheNearestValidOne(
            String right, String wrong, int line, String path, String nearest) {
        assertThat(changed(right, wrong)).anySatisfy(f -> {
            assertThat(f.file()).isEqualTo("signalbox.yaml");
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.path()).isEqualTo(path);
            assertThat(f.nearest()).contains(nearest);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Stockholm      | Europe/Stokholm          | 4  | is not a time zone",
                "at: \"09:00\"         | at: nine                 | 14 | is not a time",
                "before: 8.9.1         | before: latest           | 5  | is not a version",
                "{path: /srv/player.git} | {path: /srv/player.git, branches: release} | 7 | must hold {version}",
                "at: \"09:00\"         | at: \"09:00\", every-weeks: 2 | 14 | \"first\" is missing",
                "playback:             | Play Back:               | 13 | lower-case letters",
                "{kind: store, package | {package                 | 11 | \"kind\" is missing"
            })
    void aWrongValueIsNamedWithItsLineAndWhatBelongsThere(String right, String wrong, int line, String says) {
        assertThat(changed(right, wrong)).anySatisfy(f -> {
            assertThat(f.line()).isEqualTo(line);
            assertThat(f.message()).contains(says);
        });
    }

    @Test
    void allFaultsAreFoundAtOnceInTheOrderOfTheirLines() {
        List<Fault> faults = faults(WHOLE.replace("Europe/Stockholm", "Europe/Stokholm")
                .replace("friday", "firday")
                .replace("kind: bugs", "kind: bigs"));
        assertThat(faults).extracting(Fault::line).containsExactly(4, 14, 16);
        assertThat(faults.getFirst())
                .asString()
                .startsWith("signalbox.yaml:4: apps.player.zone: \"Europe/Stokholm\" is not a time zone");
    }

    @Test
    void withoutARepositoryOnlyThatIsSaid() {
        assertThat(changed("  main: {path: /srv/player.git}", "  {}"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("at least one repository"));
    }

    @Test
    void aKeyThatIsWrittenTwiceIsRefused() {
        assertThat(changed("    name: Player", "    name: Player\n    name: Other"))
                .anySatisfy(f -> assertThat(f.message()).isEqualTo("is written twice"));
    }
}
