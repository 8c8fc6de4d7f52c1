package io.signalbox.world.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Instant NOW = Instant.parse("2024-09-20T07:00:00Z");
    private static final Instant MACHINE = Instant.parse("2026-01-01T00:00:00Z");
    private static final String P1363 = "SHA256withECDSAinP1363Format";

    private final Keys keys = new Keys(() -> NOW, () -> MACHINE);

    @Test
    void anAppleTokenIsAcceptedByTheVirtualAndByTheMachinesClock() {
        AppleKey key = keys.appleKey("robot");

        assertThat(keys.apple(bearer(Tokens.apple(key, NOW, NOW.plusSeconds(600)))))
                .contains(key);
        assertThat(keys.apple(bearer(Tokens.apple(key, MACHINE, MACHINE.plusSeconds(600)))))
                .contains(key);
    }

    @Test
    void anAppleTokenWithABadSignatureIsRefused() {
        AppleKey key = keys.appleKey("robot");
        AppleKey forger = new Keys(() -> NOW, () -> NOW).appleKey("robot");
        String good = Tokens.apple(key, NOW, NOW.plusSeconds(600));
        String changed = good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA");

        assertThat(keys.apple(bearer(changed))).isEmpty();
        assertThat(keys.apple(bearer(Tokens.apple(forger, NOW, NOW.plusSeconds(600)))))
                .isEmpty();
        assertThat(keys.apple(
                        bearer(Tokens.apple(key, NOW, NOW.plusSeconds(600), "appstoreconnect-v1", "SHA256withECDSA"))))
                .as("a signature in DER form, which Apple does not take")
                .isEmpty();
    }

    @Test
    void anAppleTokenMayLiveTwentyMinutesAtMostAndNamesItsAudience() {
        AppleKey key = keys.appleKey("robot");

        assertThat(keys.apple(bearer(Tokens.apple(key, NOW, NOW.plus(Duration.ofMinutes(20))))))
                .isPresent();
        assertThat(keys.apple(bearer(Tokens.apple(key, NOW, NOW.plus(Duration.ofMinutes(21))))))
                .isEmpty();
        assertThat(keys.apple(bearer(Tokens.apple(key, NOW.minusSeconds(1200), NOW.minusSeconds(300)))))
                .isEmpty();
        assertThat(keys.apple(bearer(Tokens.apple(key, NOW, NOW.plusSeconds(600), "elsewhere", P1363))))
                .isEmpty();
    }

    @Test
    void plainTokensAreKnownByVendorAndName() {
        String token = keys.token(Vendor.GITHUB, "robot");
        String jira = keys.token(Vendor.JIRA, "robot");

        assertThat(keys.bearer(Vendor.GITHUB, bearer(token))).contains("robot");
        assertThat(keys.bearer(Vendor.SENTRY, bearer(token))).isEmpty();
        assertThat(keys.jira(basic(Keys.jiraEmail("robot") + ":" + jira))).contains("robot");
        assertThat(keys.jira(basic("someone@example.com:" + jira))).isEmpty();
    }

    @Test
    void googleGivesAnAccessTokenForASignedAssertion() {
        Reply reply = grant("RS256", "https://oauth2.googleapis.com/token", NOW, NOW.plusSeconds(3600));

        assertThat(reply.status()).isEqualTo(200);
        String token = Json.parse(reply.body().text()).path("access_token").asString();
        assertThat(keys.googleAccount(bearer(token))).contains("robot");
        keys.google().revoke("robot");
        assertThat(keys.googleAccount(bearer(token))).isEmpty();
    }

    @Test
    void googleRefusesAnAssertionForAnotherAudienceOrTime() {
        assertThat(grant("RS256", "http://127.0.0.1/token", NOW, NOW.plusSeconds(60))
                        .status())
                .isEqualTo(400);
        Reply expired =
                grant("RS256", "https://oauth2.googleapis.com/token", NOW.minusSeconds(7200), NOW.minusSeconds(3600));
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.body().text()).contains("invalid_grant");
    }

    private Reply grant(String algorithm, String audience, Instant issued, Instant expires) {
        ServiceAccount account = keys.serviceAccount("robot");
        String pem = Json.parse(account.json(URI.create("http://127.0.0.1/token")))
                .path("private_key")
                .asString();
        String assertion = Tokens.sign(
                "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}",
                "{\"iss\":\"" + account.email() + "\",\"scope\":\"https://www.googleapis.com/auth/androidpublisher\","
                        + "\"aud\":\"" + audience + "\",\"iat\":" + issued.getEpochSecond() + ",\"exp\":"
                        + expires.getEpochSecond() + "}",
                Tokens.privateKey(pem, "RSA"),
                "SHA256withRSA");
        String form = "grant_type="
                + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                + "&assertion=" + assertion;
        return keys.google().answer(Tokens.call("", form));
    }

    private static Call bearer(String token) {
        return Tokens.call("Bearer " + token, "");
    }

    private static Call basic(String pair) {
        return Tokens.call("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), "");
    }
}
