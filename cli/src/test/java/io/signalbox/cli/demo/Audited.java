package io.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.Main;
import java.nio.file.Path;

/** Judges what a server wrote down, as {@code signalbox audit verify} does, while it runs. */
final class Audited {
    private Audited() {}

    /** @param folder where the demo keeps everything */
    static void check(Path folder) {
        assertThat(Main.run(
                        "audit",
                        "verify",
                        "--directory",
                        folder.resolve("server").toString()))
                .as("the journal is whole and breaks no promise")
                .isZero();
    }
}
