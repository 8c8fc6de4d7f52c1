package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredTypes;
import io.signalbox.domain.policy.Policy;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies by the hash of their content, for good. */
final class Policies {
    private final JdbcClient db;
    private final Json json;

    Policies(JdbcClient db, Json json) {
        this.db = db;
        this.json = json;
    }

    void keep(Policy policy) {
        db.sql("INSERT INTO policy (hash, body) VALUES (:hash, :body::jsonb) ON CONFLICT DO NOTHING")
                .param("hash", policy.hash())
                .param("body", json.write(StoredTypes.POLICY, policy))
                .update();
    }

    Optional<Policy> of(String hash) {
        return db.sql("SELECT body::text FROM policy WHERE hash = :hash")
                .param("hash", hash)
                .query((row, _) -> json.read(StoredTypes.POLICY, row.getString(1), "policy " + hash))
                .optional();
    }
}
