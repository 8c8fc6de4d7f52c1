package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.SigningKey;
import io.signalbox.domain.signal.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Tokens that we sign ourselves; Apple takes none that lives longer than twenty minutes. Thread-safe. */
final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration EARLY = Duration.ofMinutes(2);

    private final AppleKey key;
    private final InstantSource clock;
    private final AtomicReference<Optional<Token>> current = new AtomicReference<>(Optional.empty());

    private record Token(Secret value, Instant from) {}

    Tokens(AppleKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    Secret token() throws CallFailed {
        Instant now = clock.instant();
        Optional<Token> kept = current.get()
                .filter(t ->
                        !now.isBefore(t.from) && now.isBefore(t.from.plus(LIFE).minus(EARLY)));
        if (kept.isPresent()) {
            return kept.get().value;
        }
        Token signed = new Token(sign(now), now);
        current.set(Optional.of(signed));
        return signed.value;
    }

    private Secret sign(Instant now) throws CallFailed {
        String header = Json.MAPPER
                .createObjectNode()
                .put("alg", "ES256")
                .put("kid", key.keyId())
                .put("typ", "JWT")
                .toString();
        String claims = Json.MAPPER
                .createObjectNode()
                .put("iss", key.issuerId())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("aud", "appstoreconnect-v1")
                .toString();
        try {
            return SigningKey.ellipticCurve(key.p8().get()).token(header, claims);
        } catch (IllegalArgumentException e) {
            throw CallFailed.neverSent(
                    Kind.REFUSED, "key %s of App Store Connect: %s".formatted(key.keyId(), e.getMessage()));
        }
    }
}
