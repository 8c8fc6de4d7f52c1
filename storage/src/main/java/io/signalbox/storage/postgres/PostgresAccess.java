package io.signalbox.storage.postgres;

import io.signalbox.codec.json.StoredTypes;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.storage.StorageDown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds which secret, in PostgreSQL. A database that is away shows as {@link StorageDown}. Thread-safe. */
public final class PostgresAccess implements Access {
    private final JdbcClient db;
    private final Calls calls;
    private final Json json;

    PostgresAccess(JdbcClient db, Place place, Json json) {
        this.db = db;
        this.calls = new Calls(place);
        this.json = json;
    }

    @Override
    public void keep(Grant grant) {
        calls.run(() -> db.sql("""
                INSERT INTO access_grant (hash, kind, actor, created_at, expires_at)
                VALUES (:hash, :kind, :actor::jsonb, :created, :expires)
                ON CONFLICT (hash) DO UPDATE SET
                    kind = excluded.kind, actor = excluded.actor,
                    created_at = excluded.created_at, expires_at = excluded.expires_at
                """)
                .param("hash", grant.hash())
                .param("kind", grant.kind().name())
                .param("actor", json.write(StoredTypes.ACTOR, grant.actor()))
                .param("created", Times.kept(grant.createdAt()))
                .param("expires", Times.kept(grant.expiresAt()))
                .update());
    }

    @Override
    public Optional<Grant> find(String hash) {
        return calls.answer(() -> db.sql(
                        "SELECT hash, kind, actor::text, created_at, expires_at FROM access_grant WHERE hash = :hash")
                .param("hash", hash)
                .query((row, _) -> grant(row))
                .optional());
    }

    @Override
    public Optional<Grant> take(String hash) {
        return calls.answer(() ->
                db.sql("""
                DELETE FROM access_grant WHERE hash = :hash
                RETURNING hash, kind, actor::text, created_at, expires_at
                """).param("hash", hash).query((row, _) -> grant(row)).optional());
    }

    @Override
    public List<Grant> all() {
        return calls.answer(() -> db.sql("""
                SELECT hash, kind, actor::text, created_at, expires_at FROM access_grant ORDER BY created_at, hash
                """).query((row, _) -> grant(row)).list());
    }

    private Grant grant(ResultSet row) throws SQLException {
        String hash = row.getString("hash");
        return new Grant(
                hash,
                Kind.valueOf(row.getString("kind")),
                json.read(StoredTypes.ACTOR, row.getString("actor"), "the actor of a grant"),
                Times.read(row, "created_at"),
                Times.read(row, "expires_at"));
    }
}
