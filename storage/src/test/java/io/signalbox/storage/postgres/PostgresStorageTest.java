package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.engine.storage.Claim;
import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.storage.StorageContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStorageTest implements StorageContract {
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
    void empty() {
        stores.empty();
    }

    @Override
    public Storage storage() {
        return stores.database().storage();
    }

    @Override
    public void leasesAge(Duration by) {
        stores.leasesAge(by);
    }

    @Test
    void whatADeadReplicaHeldIsFreeAtOnceForWhoKnowsThatItIsDead() {
        storage().ensureTrain(Given.APP, Given.NOW);
        Duration lease = Duration.ofHours(1);
        List<Claim> held = storage().claim("dead", Given.NOW, 10, lease);
        stores.database().storage().freeLeases();
        assertThat(storage().claim("living", Given.NOW, 10, lease))
                .singleElement()
                .satisfies(claim ->
                        assertThat(claim.epoch()).isGreaterThan(held.getFirst().epoch()));
    }
}
