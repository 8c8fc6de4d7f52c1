package io.signalbox.storage.postgres;

import io.signalbox.engine.access.Access;
import io.signalbox.testkit.access.AccessContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresAccessTest implements AccessContract {
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
    public Access access() {
        return stores.database().access();
    }
}
