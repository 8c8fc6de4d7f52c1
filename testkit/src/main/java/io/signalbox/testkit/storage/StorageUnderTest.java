package io.signalbox.testkit.storage;

import io.signalbox.engine.storage.Storage;
import java.time.Duration;

/** What a contract is tried on. */
public interface StorageUnderTest {

    /** The storage, empty at the beginning of each test and the same throughout it. */
    Storage storage();

    /** Lets this much of the time pass on which leases run. */
    void leasesAge(Duration by);
}
