package io.signalbox.storage.postgres;

import io.signalbox.domain.app.AppKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells every replica, with the commit, that something of an app has changed. */
final class Notices {
    static final String CHANNEL = "signalbox";

    private final JdbcClient db;

    Notices(JdbcClient db) {
        this.db = db;
    }

    void changed(AppKey app) {
        db.sql("SELECT pg_notify(:channel, :app)")
                .param("channel", CHANNEL)
                .param("app", app.value())
                .query((row, _) -> true)
                .single();
    }
}
