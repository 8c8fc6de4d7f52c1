package io.signalbox.world.keys;

import io.signalbox.world.http.Body;
import io.signalbox.world.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens as a client would, from the texts that the world hands out. */
public final class Tokens {
    private Tokens() {}

    /** A token for App Store Connect. */
    public static String apple(AppleKey key, Instant issued, Instant expires) {
        return apple(key, issued, expires, "appstoreconnect-v1", "SHA256withECDSAinP1363Format");
    }

    static String apple(AppleKey key, Instant issued, Instant expires, String audience, String algorithm) {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + key.keyId() + "\",\"typ\":\"JWT\"}";
        String claims = "{\"iss\":\"" + key.issuerId() + "\",\"iat\":" + issued.getEpochSecond() + ",\"exp\":"
                + expires.getEpochSecond() + ",\"aud\":\"" + audience + "\"}";
        return sign(header, claims, privateKey(key.p8(), "EC"), algorithm);
    }

    static String sign(String header, String claims, PrivateKey key, String algorithm) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signed = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoder.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static PrivateKey privateKey(String pem, String algorithm) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Call call(String authorization, String body) {
        return new Call(
                1,
                "http://127.0.0.1/x",
                "POST",
                "/token",
                Map.<String, List<String>>of(),
                Map.of("authorization", authorization),
                Body.of(body),
                Instant.EPOCH,
                Call.PageShift.NONE);
    }
}
