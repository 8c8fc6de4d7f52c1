package io.signalbox.storage.postgres;

import io.signalbox.engine.storage.StorageDown;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Calls to a database. One that is away is told of in our own words, whatever the driver, the pool or Spring make of it. */
final class Calls {
    private final Place place;

    Calls(Place place) {
        this.place = place;
    }

    /** @throws StorageDown if the database cannot be reached */
    void run(Runnable call) {
        answer(() -> {
            call.run();
            return true;
        });
    }

    /** @throws StorageDown if the database cannot be reached */
    <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException | TransactionException e) {
            throw told(e);
        }
    }

    /** What such a failure is to be told as: itself, unless the database is away. */
    RuntimeException told(RuntimeException e) {
        return Fault.of(e) == Fault.LOST ? new StorageDown(place.away(e), e) : e;
    }
}
