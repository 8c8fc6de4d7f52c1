package io.signalbox.cli.up;

import io.signalbox.cli.home.Home;
import io.signalbox.cli.home.Trouble;
import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.storage.Storage;
import io.signalbox.storage.embedded.DatabaseTrouble;
import io.signalbox.storage.embedded.EmbeddedPostgres;
import io.signalbox.storage.embedded.RunningPostgres;
import io.signalbox.storage.postgres.Database;
import io.signalbox.storage.postgres.JournalChain;
import io.signalbox.storage.postgres.Notifications;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The database of a directory: one that is given, or one that Signalbox starts for itself. */
final class Data implements AutoCloseable {
    private final Optional<EmbeddedPostgres> own;
    private final Database database;
    private final List<Notifications> listening = new CopyOnWriteArrayList<>();

    private Data(Optional<EmbeddedPostgres> own, Database database) {
        this.own = own;
        this.database = database;
    }

    /**
     * Opens it for a server: no other may run on this directory.
     *
     * @throws Trouble if it cannot be had
     */
    static Data open(Home home, Optional<DatabaseOptions.Address> given) {
        try {
            if (given.isPresent()) {
                return given(given.get());
            }
            return started(home);
        } catch (DatabaseTrouble e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }

    /** Opens it beside a server that may be running on this directory. */
    static Data join(Home home, Optional<DatabaseOptions.Address> given) {
        try {
            Optional<RunningPostgres> running =
                    given.isPresent() ? Optional.empty() : RunningPostgres.in(home.database());
            if (running.isEmpty()) {
                return open(home, given);
            }
            RunningPostgres server = running.get();
            return new Data(Optional.empty(), Database.open(server.jdbcUrl(), server.user(), server.password()));
        } catch (DatabaseTrouble e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }

    private static Data given(DatabaseOptions.Address address) throws DatabaseTrouble {
        return new Data(Optional.empty(), Database.open(address.url(), address.user(), address.password()));
    }

    private static Data started(Home home) throws DatabaseTrouble {
        EmbeddedPostgres own = EmbeddedPostgres.start(home.database());
        try {
            Database database = Database.open(own.jdbcUrl(), own.user(), own.password());
            // Who has the directory knows that no other process works on its database.
            database.storage().freeLeases();
            return new Data(Optional.of(own), database);
        } catch (DatabaseTrouble | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    Storage storage() {
        return database.storage();
    }

    JournalChain journalChain() {
        return database.journalChain();
    }

    Access access() {
        return database.access();
    }

    /** Ends what {@link #onChange} began; to be called before those who are told end. */
    void tellNobody() {
        listening.forEach(Notifications::close);
        listening.clear();
    }

    /** Calls this with an app whenever something of it was kept, by whichever replica. */
    void onChange(Consumer<AppKey> changed) {
        listening.add(database.listen(changed));
    }

    @Override
    public void close() {
        tellNobody();
        database.close();
        own.ifPresent(postgres -> {
            try {
                postgres.close();
            } catch (DatabaseTrouble e) {
                throw new Trouble(String.valueOf(e.getMessage()), e);
            }
        });
    }
}
