package io.signalbox.testkit.storage;

import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.storage.Storage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class MemoryStorageTest implements StorageContract {
    private final AtomicLong nanos = new AtomicLong();
    private final Storage storage = new MemoryStorage(nanos::get);

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void leasesAge(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
