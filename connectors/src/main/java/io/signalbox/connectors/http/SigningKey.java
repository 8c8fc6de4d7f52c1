package io.signalbox.connectors.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key that signs JSON web tokens (RFC 7515). Its text shows nothing of the key. */
public final class SigningKey {
    private final PrivateKey key;
    private final String algorithm;

    private SigningKey(PrivateKey key, String algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /**
     * For ES256, from a PEM file such as Apple's {@code .p8}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SigningKey ellipticCurve(Secret pem) {
        // A JSON web signature has the two numbers side by side, not in DER.
        return new SigningKey(parsed("EC", pem), "SHA256withECDSAinP1363Format");
    }

    /**
     * For RS256, from a PEM text such as the {@code private_key} of a Google service account.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SigningKey rsa(Secret pem) {
        return new SigningKey(parsed("RSA", pem), "SHA256withRSA");
    }

    private static PrivateKey parsed(String kind, Secret pem) {
        String base64 =
                pem.reveal().replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is left out: its text may hold a part of the key.
            throw new IllegalArgumentException(
                    "the private key is not a PKCS #8 PEM text of an %s key: give the file as it was downloaded"
                            .formatted(kind));
        }
    }

    /** A signed token in compact form. */
    public Secret token(String headerJson, String claimsJson) {
        String signed = encoded(headerJson.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claimsJson.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return Secret.of(signed + "." + encoded(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with " + algorithm, e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return Secret.SHOWN;
    }
}
