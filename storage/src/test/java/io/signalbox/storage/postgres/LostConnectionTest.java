package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Storage;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.Scene;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostConnectionTest {
    private static final Change CHANGE = ChangeOf.subject(Scene.TRACK, 0, Scene.NOW)
            .noting("in doubt")
            .asCommand("c1")
            .made();

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

    @Test
    void aCommitWhoseAnswerIsLostIsInDoubtThoughItWasKept() throws DatabaseTrouble {
        try (CutLine line = stores.line();
                Database database = stores.through(line)) {
            Storage storage = database.storage();
            line.cutAtTheNextCommit();
            assertThatThrownBy(() -> storage.commit(CHANGE)).isInstanceOf(CommitUnknown.class);
            assertThat(storage.wasHandled(Given.APP, "c1")).isTrue();
            assertThat(storage.commit(CHANGE)).isEqualTo(new Commit.Repeated());
            assertThat(storage.journal(Given.APP, 0, 10)).hasSize(1);
        }
    }

    @Test
    void aCommitThatBreaksOffIsInDoubtThoughNothingWasKept() throws Exception {
        Storage storage = stores.database().storage();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection other = stores.test().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM journal_head FOR UPDATE");
            Future<Commit> commit = threads.submit(() -> storage.commit(CHANGE));
            endWhoeverWaits();
            assertThatThrownBy(commit::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CommitUnknown.class);
            other.rollback();
        }
        assertThat(storage.wasHandled(Given.APP, "c1")).isFalse();
        assertThat(storage.journal(Given.APP, 0, 10)).isEmpty();
        assertThat(storage.commit(CHANGE)).isEqualTo(new Commit.Done(1));
    }

    /** Breaks the connection that waits for a lock, as soon as there is one. */
    private void endWhoeverWaits() throws SQLException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        int ended = 0;
        while (ended == 0 && System.nanoTime() < until) {
            ended = stores.sql().sql("""
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'
                            """).query(Boolean.class).list().size();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(ended).isEqualTo(1);
    }
}
