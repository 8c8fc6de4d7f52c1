package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Policy;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.Scene;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is away is told of as such, whatever is asked of it, and by the same words to all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostDatabaseTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Policy POLICY = Given.policy(Given.process(Mode.OBSERVE));

    private Stores stores;

    @BeforeAll
    void open() {
        stores = Stores.open();
    }

    @AfterAll
    void close() {
        stores.close();
    }

    @BeforeEach
    void begin() {
        stores.empty();
        Scene.ofOneRelease(stores.database().storage());
    }

    private static Change change() {
        return ChangeOf.subject(Scene.TRACK, 0, Scene.NOW)
                .noting("while the database is away")
                .asCommand("c1")
                .made();
    }

    private static Map<String, Executable> calls(Storage storage, Access access) {
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("ensureTrain", () -> storage.ensureTrain(Given.APP, Scene.NOW));
        calls.put("ensureWatches", () -> storage.ensureWatches(Given.APP, List.of("git"), Scene.NOW));
        calls.put("claim", () -> storage.claim("a", Scene.NOW, 1, Duration.ofSeconds(10)));
        calls.put("nextDue", storage::nextDue);
        calls.put("read", () -> storage.read(Scene.TRACK));
        calls.put("readApp", () -> storage.readApp(Given.APP));
        calls.put("commit", () -> storage.commit(change()));
        calls.put("wasHandled", () -> storage.wasHandled(Given.APP, "c1"));
        calls.put("sweep", () -> storage.sweep(Scene.NOW));
        calls.put("park", () -> storage.park(Scene.TRACK, "no", Scene.NOW, Scene.NOW));
        calls.put("keepWatch", () -> storage.keepWatch("a", Given.APP, "git", Duration.ofSeconds(10)));
        calls.put("claimWatches", () -> storage.claimWatches("a", Scene.NOW, 1, Duration.ofSeconds(10)));
        calls.put("pursuit", () -> storage.pursuit(Given.APP));
        calls.put("observe", () -> storage.observe(Given.APP, "git", List.of(), Scene.NOW, Scene.NOW, 0));
        calls.put("askNow", () -> storage.askNow(Given.APP, "git", Scene.NOW));
        calls.put("keepPolicy", () -> storage.keepPolicy(POLICY));
        calls.put("policy", () -> storage.policy("hash"));
        calls.put("journal", () -> storage.journal(Given.APP, 0, 10));
        calls.put("journalOf", () -> storage.journalOf(Scene.TRACK, 10));
        calls.put("oldestWait", () -> storage.oldestWait(Scene.NOW));
        calls.put("keep", () -> access.keep(grant()));
        calls.put("find", () -> access.find("hash"));
        calls.put("take", () -> access.take("hash"));
        calls.put("all", access::all);
        return calls;
    }

    private static Access.Grant grant() {
        return new Access.Grant("hash", Access.Kind.TOKEN, Actor.ROBOT, Scene.NOW, Scene.NOW.plusSeconds(60));
    }

    @Test
    void everyCallSaysWhichDatabaseIsAwayAndWhatToDo() throws Exception {
        try (CutLine line = stores.line();
                Database database = stores.through(line)) {
            Map<String, Executable> calls = calls(database.storage(), database.access());
            assertThat(calls.keySet()).as("all of both ports").isEqualTo(methods(Storage.class, Access.class));
            line.cut();
            Map<String, String> said = all(calls);
            assertThat(said.values())
                    .allSatisfy(sentence -> assertThat(sentence)
                            .startsWith("StorageDown: The database at jdbc:postgresql://")
                            .contains(":" + line.port() + "/")
                            .contains("see that it runs")
                            .doesNotContain(stores.test().password()));
            line.mend();
            assertThat(database.storage().wasHandled(Given.APP, "c1"))
                    .as("nothing is half done")
                    .isFalse();
            assertThat(database.storage().commit(change())).isEqualTo(new Commit.Done(1));
        }
    }

    /** What each call threw, all made at once: each waits for a connection. */
    private static Map<String, String> all(Map<String, Executable> calls) throws Exception {
        Map<String, String> said = new TreeMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<String>> made = new LinkedHashMap<>();
            calls.forEach((name, call) -> made.put(name, threads.submit(() -> thrown(call))));
            for (Map.Entry<String, Future<String>> call : made.entrySet()) {
                said.put(call.getKey(), call.getValue().get());
            }
        }
        return said;
    }

    private static String thrown(Executable call) {
        try {
            call.execute();
            return "nothing";
        } catch (Throwable e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static Set<String> methods(Class<?>... ports) {
        return Arrays.stream(ports)
                .flatMap(p -> Arrays.stream(p.getDeclaredMethods()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aConnectionThatBreaksWhileItIsAskedIsADatabaseThatIsAway() throws Exception {
        Storage storage = stores.database().storage();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = stores.test().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE subject IN ACCESS EXCLUSIVE MODE");
            Future<?> read = threads.submit(() -> storage.read(Scene.TRACK));
            Future<?> swept = threads.submit(() -> storage.sweep(Scene.NOW));
            endThoseWhoWait(2);
            for (Future<?> call : List.of(read, swept)) {
                assertThatThrownBy(call::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(StorageDown.class);
            }
            other.rollback();
        }
        assertThat(storage.read(Scene.TRACK)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "53100 | its disk is full, make room there",
                "53200 | see its log",
                "57014 | it took too long, see what keeps it busy",
                "25006 | it takes no changes, name the primary and not a standby",
                "58030 | see its log"
            })
    void aDatabaseThatCannotDoItSaysWhyAndKeepsNothing(String state, String remedy) {
        for (String when : List.of("", "DEFERRABLE INITIALLY DEFERRED")) {
            stores.sql().sql("""
                    CREATE FUNCTION unable() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '%s'; END $$
                    """.formatted(state)).update();
            stores.sql()
                    .sql(
                            "CREATE CONSTRAINT TRIGGER unable AFTER INSERT ON journal %s FOR EACH ROW EXECUTE FUNCTION unable()"
                                    .formatted(when))
                    .update();
            try {
                assertThatThrownBy(() -> stores.database().storage().commit(change()))
                        .as("%s %s", state, when)
                        .isInstanceOf(StorageDown.class)
                        .hasMessageStartingWith("The database at jdbc:postgresql://")
                        .hasMessageContaining("cannot do it: " + remedy)
                        .hasMessageContaining("no room");
            } finally {
                stores.sql().sql("DROP FUNCTION unable CASCADE").update();
            }
        }
        assertThat(stores.database().storage().commit(change())).isEqualTo(new Commit.Done(1));
    }

    /** Breaks the connections that wait for a lock. */
    private void endThoseWhoWait(int count) {
        long until = System.nanoTime() + A_WHILE.toNanos();
        int ended = 0;
        while (ended < count && System.nanoTime() < until) {
            ended += stores.sql().sql("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'
                            """).query(Boolean.class).list().size();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(ended).isGreaterThanOrEqualTo(count);
    }
}
