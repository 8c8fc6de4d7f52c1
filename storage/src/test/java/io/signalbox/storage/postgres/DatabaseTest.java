package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static void refused(String url, String user, String password, String sentence) {
        assertThatThrownBy(() -> Database.open(url, user, password).close())
                .isInstanceOf(DatabaseTrouble.class)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(sentence)
                        .doesNotContain("\n")
                        .doesNotContain("canary")
                        .endsWith("."));
    }

    @Test
    void whatIsKeptIsThereWhenItIsOpenedAgain() throws DatabaseTrouble {
        try (TestDatabase test = TestDatabase.empty()) {
            try (Database first = Database.open(test.jdbcUrl(), test.user(), test.password())) {
                first.storage().ensureTrain(Given.APP, Given.NOW);
            }
            try (Database second = Database.open(test.jdbcUrl(), test.user(), test.password())) {
                assertThat(second.storage().read(new TrainId(Given.APP))).isPresent();
            }
        }
    }

    @Test
    void replicasThatStartAtTheSameTimeMakeTheTablesOnce() throws Exception {
        try (TestDatabase test = TestDatabase.empty();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Database> open = () -> Database.open(test.jdbcUrl(), test.user(), test.password());
            List<Future<Database>> opened =
                    threads.invokeAll(Stream.generate(() -> open).limit(3).toList());
            for (Future<Database> each : opened) {
                each.get().storage().ensureTrain(Given.APP, Given.NOW);
            }
            for (Future<Database> each : opened) {
                each.get().close();
            }
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneSentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refused(
                "jdbc:postgresql://127.0.0.1:" + port + "/signalbox?password=canary",
                "ana",
                "canary",
                "The database at jdbc:postgresql://127.0.0.1:%d/signalbox cannot be reached: see that it runs"
                        .formatted(port));
    }

    @Test
    void anAddressOfAnotherKindIsSaidInOneSentence() {
        refused(
                "mysql://127.0.0.1/signalbox?password=canary",
                "ana",
                "canary",
                "is not one of PostgreSQL: use jdbc:postgresql:");
    }

    @Test
    void aWrongPasswordIsSaidInOneSentence() {
        try (TestDatabase test = TestDatabase.empty()) {
            refused(
                    test.jdbcUrl(),
                    test.user(),
                    "canary",
                    "does not let user \"signalbox\" in: check user and password");
        }
    }

    @Test
    void aMissingDatabaseIsSaidInOneSentence() {
        try (TestDatabase test = TestDatabase.empty()) {
            refused(
                    test.jdbcUrl().replaceFirst("/test_\\d+", "/nowhere"),
                    test.user(),
                    test.password(),
                    "There is no database \"nowhere\" at ");
        }
    }

    @Test
    void aDatabaseWithOtherTablesIsLeftAlone() throws Exception {
        try (TestDatabase test = TestDatabase.empty()) {
            try (var connection = test.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE subject (mine int)");
            }
            refused(
                    test.jdbcUrl(),
                    test.user(),
                    test.password(),
                    "could not be brought up to date, and are as they were: ");
        }
    }
}
