package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.SigningKey;
import io.signalbox.domain.signal.Failure.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens of a service account, by the JWT bearer grant (RFC 7523). Thread-safe; two that need one at once both fetch it, so that
 * nobody waits for another.
 */
final class AccessTokens {
    private static final String SCOPE = "https://www.googleapis.com/auth/androidpublisher";

    /** Google wants its public endpoint here, wherever it is reached. */
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final URI endpoint;
    private final Supplier<Secret> keyFile;
    private final InstantSource clock;
    private final AtomicReference<Optional<Token>> current = new AtomicReference<>(Optional.empty());

    private record Token(Secret value, Instant until) {}

    AccessTokens(URI endpoint, Supplier<Secret> keyFile, InstantSource clock) {
        this.endpoint = endpoint;
        this.keyFile = keyFile;
        this.clock = clock;
    }

    /** @throws CallFailed as one that was never sent: at Google Play nothing has happened */
    Secret token(Errand errand) throws CallFailed {
        Instant now = clock.instant();
        Optional<Token> kept = current.get().filter(t -> now.isBefore(t.until.minus(EARLY)));
        if (kept.isPresent()) {
            return kept.get().value;
        }
        Token fetched = fetch(errand, now);
        current.set(Optional.of(fetched));
        return fetched.value;
    }

    /** Google does not accept it any more. */
    void forget() {
        current.set(Optional.empty());
    }

    private Token fetch(Errand errand, Instant now) throws CallFailed {
        Secret assertion = assertion(now);
        String form =
                "grant_type=" + URLEncoder.encode(GRANT, StandardCharsets.UTF_8) + "&assertion=" + assertion.reveal();
        Response answer;
        try {
            answer = errand.send(Request.post(endpoint)
                    .hiding(assertion)
                    .body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)));
        } catch (CallFailed e) {
            throw CallFailed.neverSent(e.failure().kind(), e.failure().message());
        }
        JsonNode json = parsed(answer);
        if (!answer.isSuccess()) {
            throw refused(answer, json);
        }
        String value = json.path("access_token").asString("");
        long seconds = json.path("expires_in").asLong(0);
        if (value.isBlank() || seconds <= 0) {
            throw CallFailed.neverSent(Kind.NONSENSE, answer + ": no access token in the answer");
        }
        return new Token(Secret.of(value), now.plusSeconds(seconds));
    }

    private static CallFailed refused(Response answer, JsonNode json) {
        String words = json.path("error_description").asString(answer.excerpt());
        boolean ours = answer.status() == 400 || answer.status() == 401 || answer.status() == 403;
        return CallFailed.neverSent(
                ours ? Kind.REFUSED : answer.failure().kind(),
                "Google does not accept the service account's key: " + words);
    }

    private static JsonNode parsed(Response answer) throws CallFailed {
        try {
            return Json.MAPPER.readTree(answer.bytes());
        } catch (JacksonException e) {
            throw CallFailed.neverSent(
                    answer.isSuccess() ? Kind.NONSENSE : answer.failure().kind(),
                    answer + ": not JSON: " + answer.excerpt());
        }
    }

    private Secret assertion(Instant now) throws CallFailed {
        try {
            JsonNode file = Json.MAPPER.readTree(keyFile.get().reveal());
            SigningKey key = SigningKey.rsa(Secret.of(file.path("private_key").asString("")));
            String header = Json.MAPPER
                    .createObjectNode()
                    .put("alg", "RS256")
                    .put("typ", "JWT")
                    .put("kid", file.path("private_key_id").asString(""))
                    .toString();
            String claims = Json.MAPPER
                    .createObjectNode()
                    .put("iss", file.path("client_email").asString(""))
                    .put("scope", SCOPE)
                    .put("aud", AUDIENCE)
                    .put("iat", now.getEpochSecond())
                    .put("exp", now.plus(LIFE).getEpochSecond())
                    .toString();
            return key.token(header, claims);
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause is left out: its text may hold a part of the key.
            throw CallFailed.neverSent(
                    Kind.REFUSED,
                    "the key of the service account cannot be read: give the JSON file as Google's console lets one download it");
        }
    }
}
