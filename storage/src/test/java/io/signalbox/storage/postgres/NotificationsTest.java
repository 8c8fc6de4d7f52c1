package io.signalbox.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.domain.Given;
import io.signalbox.domain.app.AppKey;
import io.signalbox.testkit.storage.ChangeOf;
import io.signalbox.testkit.storage.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final AppKey OTHER = new AppKey("other");

    private final Stores stores = Stores.open();
    private final LinkedBlockingQueue<AppKey> told = new LinkedBlockingQueue<>();
    private Scene scene = new Scene(stores.database().storage());

    @BeforeEach
    void begin() {
        scene = Scene.ofOneRelease(stores.database().storage());
        stores.database().storage().ensureTrain(OTHER, Scene.NOW);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Optional<AppKey> next() throws InterruptedException {
        return Optional.ofNullable(told.poll(20, TimeUnit.SECONDS));
    }

    private Notifications listening() throws InterruptedException {
        Notifications notifications = stores.database().listen(told::add);
        assertThat(next()).contains(OTHER);
        assertThat(next()).contains(Given.APP);
        return notifications;
    }

    private void commit(String note) {
        stores.database()
                .storage()
                .commit(ChangeOf.subject(Scene.TRACK, scene.revision(Scene.TRACK), Scene.NOW)
                        .noting(note)
                        .made());
    }

    @Test
    void everyAppIsToldOfAtTheBeginningAndThenWhateverChanges() throws InterruptedException {
        try (Notifications _ = listening()) {
            commit("news");
            assertThat(next()).contains(Given.APP);
        }
    }

    @Test
    void whatChangesNothingIsNotTold() throws InterruptedException {
        try (Notifications _ = listening()) {
            long revision = scene.revision(Scene.TRACK);
            stores.database()
                    .storage()
                    .commit(ChangeOf.subject(Scene.TRACK, revision, Scene.NOW).made());
            stores.database()
                    .storage()
                    .commit(ChangeOf.subject(Scene.TRACK, 99, Scene.NOW)
                            .noting("no")
                            .made());
            stores.database().storage().park(Scene.TRACK, "why", Scene.NOW, Scene.LATER);
            assertThat(next()).contains(Given.APP);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aBrokenConnectionIsMadeAgainAndEveryAppToldOfAgain() throws InterruptedException {
        try (Notifications _ = listening()) {
            assertThat(listeners("pg_terminate_backend(pid)")).hasSize(1);
            assertThat(next()).contains(OTHER);
            assertThat(next()).contains(Given.APP);
            commit("news");
            assertThat(next()).contains(Given.APP);
        }
    }

    @Test
    void whoeverFailsToUseTheNewsStillGetsTheNext() throws InterruptedException {
        try (Notifications _ = stores.database().listen(app -> {
            told.add(app);
            throw new IllegalStateException("no use");
        })) {
            assertThat(next()).contains(OTHER);
            assertThat(next()).contains(Given.APP);
            commit("news");
            assertThat(next()).contains(Given.APP);
        }
    }

    @Test
    void onceClosedNothingIsToldAndNoConnectionIsLeft() throws InterruptedException {
        Notifications notifications = listening();
        assertThat(listeners("true")).hasSize(1);
        notifications.close();
        commit("news");
        assertThat(told).isEmpty();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!listeners("true").isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(listeners("true")).isEmpty();
    }

    /** What an expression says of each connection that listens. */
    private List<Boolean> listeners(String expression) {
        return stores.sql()
                .sql("""
                SELECT %s FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'signalbox-listen'
                """.formatted(expression))
                .query((row, _) -> row.getBoolean(1))
                .list();
    }
}
