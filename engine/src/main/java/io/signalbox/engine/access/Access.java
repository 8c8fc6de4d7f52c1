package io.signalbox.engine.access;

import io.signalbox.domain.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who holds which secret. Only hashes of secrets are kept. Every method throws {@code StorageDown} if they cannot be reached. Thread-safe. */
public interface Access {

    /** What a secret is for. */
    enum Kind {
        /** A long-lived token of a program or a person. */
        TOKEN,
        /** A browser's session. */
        SESSION,
        /** A link that opens one session, once. */
        LINK
    }

    /** @param hash SHA-256 of the secret, in hexadecimal digits */
    record Grant(String hash, Kind kind, Actor actor, Instant createdAt, Instant expiresAt) {}

    void keep(Grant grant);

    Optional<Grant> find(String hash);

    /** Takes a grant away and returns it; of several who try at once only one gets it. */
    Optional<Grant> take(String hash);

    List<Grant> all();
}
