package io.signalbox.storage.embedded;

import static io.signalbox.storage.embedded.Client.ask;
import static io.signalbox.storage.embedded.Client.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardKillTest {
    private static final PostgresSettings QUICK = PostgresSettings.forTests();

    @TempDir
    static Path directory;

    @Test
    void aServerThatIsKilledIsStartedAgainOnTheSamePortWithAllThatWasCommitted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, QUICK)) {
            run(postgres, "CREATE TABLE survives (word text)");
            run(postgres, "INSERT INTO survives VALUES ('here')");
            String url = postgres.jdbcUrl();
            long killed = postgres.pid();

            kill(killed);
            awaitRevival(postgres, killed);

            assertThat(ask(postgres, "SELECT word FROM survives")).isEqualTo("here");
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
            assertThat(postgres.trouble()).isEmpty();
        }
    }

    /** A backend in the midst of a long calculation does not notice, and would keep the data occupied. */
    @Test
    void aBusyProcessOfTheKilledServerDoesNotKeepTheNewOneOut() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, QUICK);
                Connection busy = Client.connect(postgres);
                Statement statement = busy.createStatement()) {
            CompletableFuture<Void> calculation = CompletableFuture.runAsync(() -> calculate(statement));
            awaitBusy(postgres);

            long killed = postgres.pid();
            kill(killed);
            awaitRevival(postgres, killed);

            assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
            assertThat(calculation).failsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void theServerOfAKilledOwnerIsAdopted() throws Exception {
        try (Owner owner = Owner.of(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, QUICK))
                    .isInstanceOf(DatabaseTrouble.class)
                    .hasMessage("The database in " + directory + " is in use by process " + owner.pid()
                            + ": stop that one, or choose another directory.");

            owner.kill();

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, QUICK)) {
                assertThat(postgres.pid()).isEqualTo(owner.postmaster());
                assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
            }
            assertThat(PidFile.in(directory.resolve("data"))).doesNotExist();
        }
    }

    @Test
    void aServerKilledTogetherWithItsOwnerIsStartedAnew() throws Exception {
        try (Owner owner = Owner.of(directory)) {
            owner.kill();
            kill(owner.postmaster());

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, QUICK)) {
                assertThat(postgres.pid()).isNotEqualTo(owner.postmaster());
                assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
            }
        }
    }

    @Test
    void anAdoptedServerWithOtherSettingsIsStartedAnew() throws Exception {
        try (Owner owner = Owner.of(directory)) {
            owner.kill();

            try (EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(directory, new PostgresSettings(QUICK.cache(), false, 9))) {
                assertThat(postgres.pid()).isNotEqualTo(owner.postmaster());
                assertThat(ask(postgres, "SHOW max_connections")).isEqualTo("9");
            }
        }
    }

    /** After a restart of the machine the number in postmaster.pid may be anybody's. */
    @Test
    void aNumberThatAnotherProgramHasNowIsNotTakenForTheServer() throws Exception {
        EmbeddedPostgres.start(directory, QUICK).close();
        long stranger = ProcessHandle.current().pid();
        Files.writeString(PidFile.in(directory.resolve("data")), stranger + "\n" + directory + "\n1\n5432\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, QUICK)) {
            assertThat(postgres.pid()).isNotEqualTo(stranger);
            assertThat(ask(postgres, "SELECT 'here'")).isEqualTo("here");
        }
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        assertThat(process.destroyForcibly()).isTrue();
    }

    private static void awaitRevival(EmbeddedPostgres postgres, long killed) throws InterruptedException {
        Deadline deadline = new Deadline(Duration.ofSeconds(20));
        while (postgres.pid() == killed) {
            assertThat(deadline.pause()).as("a new server comes").isTrue();
        }
    }

    private static void calculate(Statement statement) {
        try {
            statement.execute("SELECT count(*) FROM generate_series(1, 10000000000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitBusy(EmbeddedPostgres postgres) throws Exception {
        Deadline deadline = new Deadline(Duration.ofSeconds(20));
        while (ask(
                        postgres,
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series%' AND state = 'active'"
                                + " AND pid <> pg_backend_pid()")
                .equals("0")) {
            assertThat(deadline.pause()).as("the calculation begins").isTrue();
        }
    }
}
