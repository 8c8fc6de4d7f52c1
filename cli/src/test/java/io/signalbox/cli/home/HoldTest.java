package io.signalbox.cli.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory has one server, whatever database it is on. */
class HoldTest {
    @TempDir
    Path folder;

    @Test
    void aSecondServerIsTurnedDownUntilTheFirstHasLetGo() {
        Home home = new Home(folder);
        try (Hold _ = Hold.of(home)) {
            assertThatThrownBy(() -> Hold.of(home))
                    .isInstanceOf(Trouble.class)
                    .hasMessage("another server runs on %s: stop that one, or name another --directory.", folder);
        }
        assertThatCode(() -> Hold.of(home).close()).doesNotThrowAnyException();
    }
}
