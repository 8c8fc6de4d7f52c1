package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredType;
import io.signalbox.testkit.values.GoldenFiles;
import io.signalbox.testkit.values.Variants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine adds to the stored values of the domain. */
class StoredShapesTest {
    private static final GoldenFiles GOLDEN =
            new GoldenFiles(Path.of("src/test/resources/io/signalbox/storage/postgres/golden"));

    private final Json json = new Json();

    static List<StoredType<?>> kinds() {
        return List.of(Json.ENTRY, Json.ATTENTION);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatIsStoredTodayIsTheNewestGoldenFile(StoredType<T> kind) {
        GOLDEN.showTheShape(kind.name(), Variants.of(kind.type()), value -> json.write(kind, value));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void whatWasEverStoredCanStillBeRead(StoredType<T> kind) {
        GOLDEN.canBeRead(kind.name(), line -> json.read(kind, line, "a golden file"), v -> json.write(kind, v));
    }
}
