package io.signalbox.world.keys;

import io.signalbox.world.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A signed JSON web token as it was received; nothing in it is to be believed before {@link #signedBy}. */
record Jwt(JsonNode header, JsonNode claims, String signed, String signature) {

    static Optional<Jwt> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = Json.parse(new String(decode(parts[0]), StandardCharsets.UTF_8));
            JsonNode claims = Json.parse(new String(decode(parts[1]), StandardCharsets.UTF_8));
            return header.isObject() && claims.isObject()
                    ? Optional.of(new Jwt(header, claims, parts[0] + "." + parts[1], parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException notAToken) {
            return Optional.empty();
        }
    }

    /** The {@code alg} of the header. */
    String algorithm() {
        return header.path("alg").asString("");
    }

    String keyId() {
        return header.path("kid").asString("");
    }

    String claim(String name) {
        return claims.path(name).asString("");
    }

    Optional<Instant> instant(String claim) {
        JsonNode seconds = claims.path(claim);
        return seconds.isNumber() ? Optional.of(Instant.ofEpochSecond(seconds.asLong())) : Optional.empty();
    }

    /** @param algorithm the JDK's name of the signature algorithm */
    boolean signedBy(PublicKey key, String algorithm) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
