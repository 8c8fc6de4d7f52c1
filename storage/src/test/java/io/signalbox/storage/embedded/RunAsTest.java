package io.signalbox.storage.embedded;

import static io.signalbox.storage.embedded.Client.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root every way to step down is tried; anybody else runs PostgreSQL as what they are. */
class RunAsTest {
    @TempDir
    Path folder;

    @Test
    void theSameDataIsServedUnderEachAccountInTurn() throws Exception {
        Disk.restrict(folder, "rwx--x--x");
        for (RunAs way : ways()) {
            try (EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(folder.resolve("database"), PostgresSettings.forTests(), way)) {
                assertThat(ask(postgres, "SELECT 'here'")).as(way.toString()).isEqualTo("here");
                if (Disk.isPosix(folder)) {
                    assertThat(Files.getAttribute(folder.resolve("database/data"), "unix:uid"))
                            .isEqualTo(way.uid());
                }
            }
        }
    }

    @Test
    void aFolderThatTheAccountCannotEnterIsNamed() throws Exception {
        Disk.restrict(folder, "rwx------");
        for (RunAs way : ways()) {
            if (way.isOther()) {
                assertThatThrownBy(() -> way.mustReach(folder))
                        .isInstanceOf(DatabaseTrouble.class)
                        .hasMessageContaining("cannot enter " + folder);
            } else {
                way.mustReach(folder);
                assertThat(folder).isReadable();
            }
        }
    }

    /** One that runs as this user, and one for each program that can step down here. */
    private static List<RunAs> ways() throws DatabaseTrouble {
        RunAs chosen = RunAs.choose(Platform.here());
        if (chosen.prefix().isEmpty()) {
            return List.of(chosen);
        }
        List<RunAs> working = RunAs.ways().filter(RunAs::works).toList();
        assertThat(working).contains(chosen);
        return working;
    }
}
