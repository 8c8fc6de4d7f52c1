package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.storage.postgres.JournalChain.Found;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.Scene;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalChainTest {
    private static final AppKey OTHER = new AppKey("other");

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
    void fiveEntries() {
        stores.empty();
        Scene scene = Scene.ofOneRelease(stores.database().storage());
        for (int i = 0; i < 5; i++) {
            stores.database()
                    .storage()
                    .commit(ChangeOf.subject(Scene.TRACK, scene.revision(Scene.TRACK), Scene.NOW)
                            .noting("entry " + i)
                            .made());
        }
    }

    private Found verify() {
        return stores.database().journalChain().verify(Given.APP);
    }

    /** As somebody with every right might. */
    private void tamper(String sql) {
        stores.sql()
                .sql("SET session_replication_role = replica; " + sql + "; SET session_replication_role = DEFAULT")
                .update();
    }

    private void brokenAt(long sequence, String why) {
        assertThat(verify()).isInstanceOfSatisfying(Found.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.why()).contains(why);
        });
    }

    @Test
    void whatWasWrittenIsWhole() {
        assertThat(verify()).isEqualTo(new Found.Whole(5));
        assertThat(stores.database().journalChain().verify(OTHER)).isEqualTo(new Found.Whole(0));
    }

    @Test
    void theDatabaseRefusesToChangeTheJournal() {
        for (String sql : List.of(
                "UPDATE journal SET entry = entry",
                "UPDATE journal SET at = now() WHERE sequence = 99",
                "DELETE FROM journal WHERE sequence = 5",
                "TRUNCATE journal")) {
            assertThatThrownBy(() -> stores.sql().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("the journal is only added to");
        }
        assertThat(verify()).isEqualTo(new Found.Whole(5));
    }

    @Test
    void aChangedEntryIsFound() {
        tamper("UPDATE journal SET entry = replace(entry, 'entry 2', 'entry 9') WHERE sequence = 3");
        brokenAt(3, "does not give its hash");
    }

    @Test
    void aChangedHashIsFound() {
        tamper("UPDATE journal SET hash = sha256(hash) WHERE sequence = 3");
        brokenAt(3, "does not give its hash");
    }

    @Test
    void aMissingEntryIsFound() {
        tamper("DELETE FROM journal WHERE sequence = 2");
        brokenAt(2, "missing");
    }

    @Test
    void aMissingEndIsFound() {
        tamper("DELETE FROM journal WHERE sequence > 3");
        brokenAt(4, "missing");
    }

    @Test
    void aMissingJournalIsFound() {
        tamper("DELETE FROM journal");
        brokenAt(1, "missing");
    }

    @Test
    void aMissingHeadIsFound() {
        tamper("DELETE FROM journal_head");
        brokenAt(1, "no head");
        assertThat(stores.database().journalChain().apps())
                .as("and its app is not passed over")
                .containsExactly(Given.APP);
    }

    @Test
    void anEndThatWasReplacedIsFound() {
        tamper("UPDATE journal_head SET hash = sha256(hash)");
        brokenAt(5, "head of the chain");
    }

    @Test
    void anEntryThatIsFiledElsewhereIsFound() {
        tamper("UPDATE journal SET subject = 'player/8.9.2/ios' WHERE sequence = 4");
        brokenAt(4, "is filed under player/8.9.2/ios but is about player/8.9.2/android");
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        tamper("UPDATE journal SET sequence = 1000 WHERE sequence = 2;"
                + " UPDATE journal SET sequence = 2 WHERE sequence = 3;"
                + " UPDATE journal SET sequence = 3 WHERE sequence = 1000");
        brokenAt(2, "does not give its hash");
    }

    @Test
    void theChainOfAnotherAppIsFound() {
        tamper("UPDATE journal SET app = 'other'; UPDATE journal_head SET app = 'other'");
        assertThat(stores.database().journalChain().verify(OTHER)).isInstanceOf(Found.Broken.class);
    }
}
