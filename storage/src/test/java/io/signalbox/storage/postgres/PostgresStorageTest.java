package io.signalbox.storage.postgres;

import io.signalbox.engine.storage.Storage;
import io.signalbox.testkit.storage.StorageContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
}
