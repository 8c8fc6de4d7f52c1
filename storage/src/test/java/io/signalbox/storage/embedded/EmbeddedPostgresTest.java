package io.signalbox.storage.embedded;

import static io.signalbox.storage.embedded.Client.ask;
import static io.signalbox.storage.embedded.Client.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final PostgresSettings QUICK = PostgresSettings.forTests();

    /** A folder whose name a shell would take apart. */
    @TempDir
    static Path folder;

    private static Path directory() {
        return folder.resolve("a \"strange\" $HOME");
    }

    /** What a crash in the middle of initdb leaves. */
    @BeforeAll
    static void somebodyCrashedHere() throws IOException {
        Path unfinished = Files.createDirectories(directory().resolve("data.unfinished/data/base"));
        Files.writeString(unfinished.resolve("half"), "made");
    }

    @Test
    void keepsWhatWasCommittedOverAStop() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            run(postgres, "CREATE TABLE kept (word text)");
            run(postgres, "INSERT INTO kept VALUES ('here')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("here");
            assertThat(ask(postgres, "SHOW server_version")).isEqualTo(Binaries.VERSION);
        }
        assertThat(directory().resolve("data.unfinished")).doesNotExist();
    }

    @Test
    void isDurableModestAndForThisMachineOnly() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory())) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(postgres, "SHOW max_connections")).isEqualTo("40");
            assertThat(ask(postgres, "SHOW shared_buffers")).isEqualTo("32MB");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), ""))
                    .hasMessageContaining("password");
            assertThat(ask(postgres, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolname = 'signalbox'"))
                    .isEqualTo("SCRAM-SHA-256");
        }
        Path password = directory().resolve("password");
        assertThat(Files.readString(password).strip()).hasSize(32);
        if (Disk.isPosix(password)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void comesBackOnItsFormerPortOrOnAnotherWhenThatIsTaken() throws Exception {
        String former;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            former = postgres.jdbcUrl();
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThat(postgres.jdbcUrl()).isEqualTo(former);
        }
        int port =
                Integer.parseInt(Files.readString(directory().resolve("port")).strip());
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThat(postgres.jdbcUrl()).isNotEqualTo(former);
            assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void isFoundByOthersOfTheSameUserWhileItRuns() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThat(RunningPostgres.in(directory()))
                    .contains(new RunningPostgres(postgres.jdbcUrl(), postgres.user(), postgres.password()))
                    .asString()
                    .doesNotContain(postgres.password());
        }
        assertThat(RunningPostgres.in(directory())).isEmpty();
    }

    @Test
    void closingTwiceLeavesTheNextOwnerAlone() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(directory(), QUICK);
        first.close();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory(), QUICK)) {
            first.close();

            assertThat(ask(second, "SELECT 'here'")).isEqualTo("here");
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory(), QUICK)).isInstanceOf(DatabaseTrouble.class);
        }
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsNotLeftBehind() throws Exception {
        EmbeddedPostgres.start(directory(), QUICK).close();
        Path password = directory().resolve("password");
        String right = Files.readString(password);
        Files.writeString(password, "replaced");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory(), QUICK))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageContaining("put the old one back");

        Files.writeString(password, right);
        assertThat(PidFile.in(directory().resolve("data"))).doesNotExist();
    }

    @Test
    void otherSettingsAreTakenUpAtTheNextStart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            assertThat(ask(postgres, "SHOW max_connections")).isEqualTo("100");
        }
        PostgresSettings other = new PostgresSettings(QUICK.cache(), false, 7);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), other)) {
            assertThat(ask(postgres, "SHOW max_connections")).isEqualTo("7");
        }
    }

    @Test
    void theSameProcessIsOneOwnerToo() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory(), QUICK)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> EmbeddedPostgres.start(directory(), QUICK))
                        .isInstanceOf(DatabaseTrouble.class)
                        .hasMessageContaining("in use by this very process");
            }
            assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }
}
