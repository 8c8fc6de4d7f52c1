package io.signalbox.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.train.Train;
import io.signalbox.testkit.values.GoldenFiles;
import io.signalbox.testkit.values.Variants;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class StoredJsonTest {
    private static final GoldenFiles GOLDEN =
            new GoldenFiles(Path.of("src/test/resources/io/signalbox/codec/json/golden"));

    private final StoredJson json = new StoredJson();

    static List<StoredType<?>> kinds() {
        return StoredTypes.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void everyShapeComesBackAsItWas(StoredType<T> kind) {
        List<T> values = Variants.of(kind.type());
        assertThat(values).isNotEmpty();
        assertThat(values).allSatisfy(value -> {
            String text = json.write(kind, value);
            assertThat(json.read(kind, text)).isEqualTo(value);
            assertThat(json.write(kind, json.read(kind, text))).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatIsStoredTodayIsTheNewestGoldenFile(StoredType<T> kind) {
        GOLDEN.showTheShape(kind.name(), Variants.of(kind.type()), value -> json.write(kind, value));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatWasEverStoredCanStillBeRead(StoredType<T> kind) {
        GOLDEN.canBeRead(kind.name(), line -> json.read(kind, line), value -> json.write(kind, value));
    }

    private record Note(Hold hold, Optional<TeamKey> team, Instant at) {}

    private static final StoredType<Note> NOTE = StoredType.of("note", Note.class);
    private static final Instant AT = Instant.parse("2024-10-01T10:00:00.123456789Z");

    @Test
    void theShapeIsPlainToRead() {
        Note note = new Note(new Hold.Guarded(Given.STORE, AT), Optional.of(new TeamKey("search")), AT);
        assertThat(json.write(NOTE, note))
                .isEqualTo("{\"v\":1,\"value\":{\"hold\":{\"type\":\"guarded\",\"destination\":\"store\","
                        + "\"since\":\"2024-10-01T10:00:00.123456Z\"},\"team\":\"search\","
                        + "\"at\":\"2024-10-01T10:00:00.123456Z\"}}");
    }

    @Test
    void whatPostgresCannotKeepIsReplaced() {
        Note note = new Note(new Hold.Paused("a\0b", "half \uD83D, whole 😀", AT), Optional.empty(), AT);
        String text = json.write(NOTE, note);
        assertThat(text).contains("a\uFFFDb").contains("half \uFFFD, whole 😀").doesNotContain("\\u0000");
    }

    @Test
    void aRenamedCaseKeepsItsStoredName() {
        StoredJson renamed = new StoredJson(Map.of(Hold.Guarded.class, "stopped-by-guard"));
        Note note = new Note(new Hold.Guarded(Given.STORE, Given.NOW), Optional.empty(), Given.NOW);
        assertThat(renamed.write(NOTE, note)).contains("\"type\":\"stopped-by-guard\"");
        assertThat(renamed.read(NOTE, renamed.write(NOTE, note))).isEqualTo(note);
    }

    @Test
    void anOlderVersionIsBroughtUpToDate() {
        StoredType<Note> later = new StoredType<>(
                "note",
                Note.class,
                List.of(
                        old -> {
                            ObjectNode note = (ObjectNode) old;
                            note.set("at", note.remove("when"));
                            return note;
                        },
                        old -> ((ObjectNode) old).put("team", "search")));
        Note read = json.read(
                later,
                "{\"v\":1,\"value\":{\"hold\":{\"type\":\"guarded\",\"destination\":\"store\",\"since\":\"2024-10-01T10:00:00Z\"},"
                        + "\"when\":\"2024-10-01T10:00:00Z\"}}");
        assertThat(read)
                .isEqualTo(new Note(
                        new Hold.Guarded(Given.STORE, Given.NOW), Optional.of(new TeamKey("search")), Given.NOW));
        assertThat(json.write(later, read)).startsWith("{\"v\":3,");
    }

    @Test
    void aNewerVersionIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> json.read(StoredTypes.TRAIN, "{\"v\":9,\"value\":{}}"))
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        "a stored train is of version 9, and this program knows versions 1 to 1: start a newer Signalbox");
    }

    @Test
    void whatIsNotAsItShouldBeIsRefused() {
        Train train = Train.created(new TrainId(Given.APP), Given.NOW);
        String good = json.write(StoredTypes.TRAIN, train);
        assertThat(json.read(StoredTypes.TRAIN, good)).isEqualTo(train);
        List<String> bad = List.of(
                good.replace("\"createdAt\"", "\"made\""),
                good.replace("\"id\":\"player\",", ""),
                good.replace("\"id\":\"player\"", "\"id\":\"player/8.9.2\""),
                good.replace("\"id\":\"player\"", "\"id\":null"),
                good.replace("\"id\":\"player\"", "\"id\":7"),
                good.replace("\"cycles\":[]", "\"cycles\":null"),
                good.replace("\"cycles\":[]", "\"cycles\":{}"),
                good.replace("\"value\":{", "\"value\":{\"new\":1,"),
                good.replace("\"v\":1,", ""),
                good.replace("\"arming\":[]", "\"arming\":[null]"),
                good.replace("\"exceptions\":[]", "\"exceptions\":[{\"type\":\"moved\"}]"),
                good.substring(0, good.length() - 1),
                good + "{}",
                "",
                "null");
        assertThat(bad).allSatisfy(text -> {
            assertThat(text).isNotEqualTo(good);
            assertThatThrownBy(() -> json.read(StoredTypes.TRAIN, text))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageStartingWith("a stored train cannot be read: ");
        });
    }
}
