package io.signalbox.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalsTest {
    private static final PostgresSettings QUICK = PostgresSettings.forTests();

    @TempDir
    Path directory;

    @Test
    void dataOfAnotherMajorVersionIsLeftAloneWithAWordOnWhatToDo() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory, QUICK))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("was written by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL 18")
                .hasMessageContaining("pg_dump");
        assertThat(directory.resolve("data")).isDirectoryContaining(f -> f.endsWith("PG_VERSION"));
    }

    @Test
    void aFolderNamedDataThatIsNoDatabaseIsLeftAlone() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/diary.txt"), "dear diary");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory, QUICK))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("holds no database");
        assertThat(directory.resolve("data/diary.txt")).hasContent("dear diary");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("database"), QUICK))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose a directory that this user may write");
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory, QUICK.withCache(file.resolve("cache"))))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("Unpacking PostgreSQL into " + file)
                .hasMessageContaining("60 MB");
    }

    @Test
    void aLostPasswordIsSaidToBeMissing() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "18\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory, QUICK))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining(directory.resolve("password").toString())
                .hasMessageContaining("back");
    }
}
