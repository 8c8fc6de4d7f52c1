package io.signalbox.storage.postgres;

import io.signalbox.engine.storage.StorageDown;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Calls to a database. One that is away or unable is told of in our own words, whatever the driver, the pool or Spring make of it. */
final class Calls {
    private final Place place;

    Calls(Place place) {
        this.place = place;
    }

    /** @throws StorageDown if the database cannot be reached, or cannot do it */
    void run(Runnable call) {
        answer(() -> {
            call.run();
            return true;
        });
    }

    /** @throws StorageDown if the database cannot be reached, or cannot do it */
    <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (DataAccessException | TransactionException e) {
            throw told(e);
        }
    }

    /** What such a failure is to be told as: itself, unless it is the database's. */
    RuntimeException told(RuntimeException e) {
        return switch (Fault.of(e)) {
            case LOST -> new StorageDown(place.away(e), e);
            case UNABLE -> new StorageDown(place.unable(e), e);
            case TAKEN, CONTENDED, OTHER -> e;
        };
    }
}
