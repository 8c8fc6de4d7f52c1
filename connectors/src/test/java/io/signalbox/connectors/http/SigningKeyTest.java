package io.signalbox.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static boolean signed(Secret token, KeyPair pair, String algorithm) throws Exception {
        String text = token.reveal();
        int dot = text.lastIndexOf('.');
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(pair.getPublic());
        verifier.update(text.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(text.substring(dot + 1)));
    }

    @Test
    void tokensAreSignedWithTheKeyOfThePemFile() throws Exception {
        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        curves.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair curve = curves.generateKeyPair();
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();

        Secret one = SigningKey.ellipticCurve(Secret.of(pem(curve))).token("{\"alg\":\"ES256\"}", "{\"iss\":\"me\"}");
        Secret other = SigningKey.rsa(Secret.of(pem(rsa))).token("{\"alg\":\"RS256\"}", "{}");

        assertThat(one.reveal()).startsWith("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJtZSJ9.");
        assertThat(signed(one, curve, "SHA256withECDSAinP1363Format")).isTrue();
        assertThat(signed(other, rsa, "SHA256withRSA")).isTrue();
    }

    @Test
    void whatIsNoKeyIsToldWithoutAnyOfIt() {
        Secret wrong = Secret.of("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");
        assertThatThrownBy(() -> SigningKey.rsa(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PKCS #8")
                .hasMessageNotContaining("c2Vj")
                .hasNoCause();
        assertThatThrownBy(() -> SigningKey.ellipticCurve(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
