package io.signalbox.storage.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesTest {
    private static final Platform PLATFORM = new Platform("small", "test");

    @TempDir
    Path cache;

    private int unpackings;

    private Binaries find() throws DatabaseTrouble {
        return Binaries.in(cache, PLATFORM, () -> {
            unpackings++;
            return archive("bin/postgres");
        });
    }

    @Test
    void areUnpackedOnceAndWhole() throws Exception {
        Path postgres = Path.of(find().program("postgres"));
        find();

        assertThat(unpackings).isEqualTo(1);
        assertThat(postgres).isExecutable().hasContent("a program");
        assertThat(postgres.resolveSibling("postmaster")).isSymbolicLink().hasContent("a program");
    }

    @Test
    void areUnpackedAgainWhenAFileLostItsContent() throws Exception {
        Path postgres = Path.of(find().program("postgres"));
        Files.write(postgres, new byte[0]);

        find();

        assertThat(unpackings).isEqualTo(2);
        assertThat(postgres).isExecutable().hasContent("a program");
        assertThat(cache).isDirectoryNotContaining("glob:**{unfinished,damaged}*");
    }

    @Test
    void whatACrashWhileUnpackingLeftIsSweptAway() throws Exception {
        Path half = Files.createDirectories(
                cache.resolve("postgresql-" + Binaries.VERSION + "-" + PLATFORM + ".unfinished/bin"));
        Files.writeString(half.resolve("postgres"), "half of it");

        assertThat(Path.of(find().program("postgres"))).hasContent("a program");
        assertThat(cache).isDirectoryNotContaining("glob:**unfinished*");
    }

    @Test
    void anArchiveThatReachesOutOfItsFolderIsRefused() {
        assertThatThrownBy(() -> Binaries.in(cache, PLATFORM, () -> archive("../../outside")))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("outside of itself");
        assertThat(cache.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void areMissingForASystemThatTheBuildWasNotMadeFor() {
        assertThatThrownBy(() -> Binaries.in(cache, Platform.of("SunOS", "sparcv9")))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("no PostgreSQL for sunos-sparcv9")
                .hasMessageContaining("--database-url");
    }

    @Test
    void areNamedAsTheirJarsNameThem() {
        assertThat(Platform.of("Linux", "amd64").archive()).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "aarch64").archive()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64").archive()).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(Platform.of("Windows 11", "amd64").archive()).isEqualTo("postgres-windows-x86_64.txz");
    }

    private static InputStream archive(String program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)), "UTF-8")) {
            byte[] content = "a program".getBytes(UTF_8);
            TarArchiveEntry file = new TarArchiveEntry(program, true);
            file.setSize(content.length);
            file.setMode(0100755);
            tar.putArchiveEntry(file);
            tar.write(content);
            tar.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("bin/postmaster", TarConstants.LF_SYMLINK);
            link.setLinkName("postgres");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
