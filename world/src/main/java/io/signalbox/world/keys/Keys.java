package io.signalbox.world.keys;

import io.signalbox.world.http.Body;
import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The credentials of a world. Each is made when it is first asked for, under a name by which the log calls it; the vendors accept
 * no other. Thread-safe.
 */
public final class Keys {
    private static final Duration APPLE_MAX_LIFE = Duration.ofMinutes(20);
    private static final int MANY = 500;
    private static final String APPLE_AUDIENCE = "appstoreconnect-v1";

    private final Map<String, ServiceAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, AppleKey> appleKeys = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Boolean> verified = new ConcurrentHashMap<>();
    private final GoogleTokens google;
    private final Clocks clocks;

    /**
     * @param virtual the world's clock
     * @param machine the machine's clock, by which clients may stamp their tokens
     */
    public Keys(Supplier<Instant> virtual, Supplier<Instant> machine) {
        this.clocks = new Clocks(virtual, machine);
        this.google = new GoogleTokens(accounts, clocks);
    }

    /** Google's token endpoint. */
    public GoogleTokens google() {
        return google;
    }

    public ServiceAccount serviceAccount(String name) {
        return accounts.computeIfAbsent(
                name,
                key -> new ServiceAccount(
                        key, pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4))));
    }

    public AppleKey appleKey(String name) {
        return appleKeys.computeIfAbsent(
                name,
                key -> new AppleKey(
                        key,
                        "69a6de70-03db-47e3-e053-5b8c7c11a4d1",
                        digest("apple-key " + key).substring(0, 10).toUpperCase(Locale.ROOT),
                        pair("EC", new ECGenParameterSpec("secp256r1"))));
    }

    /** A token (for Jira the API token, for git also the password) of a vendor that takes plain tokens. */
    public String token(Vendor vendor, String name) {
        String token = vendor.prefix() + "-" + digest(vendor + " token " + name).substring(0, 32);
        tokens.put(vendor.prefix() + " " + token, name);
        return token;
    }

    /** The e-mail address that goes with a Jira token. */
    public static String jiraEmail(String name) {
        return name + "@example.com";
    }

    /** The name behind a bearer token, or empty if the vendor does not know it. */
    public Optional<String> bearer(Vendor vendor, Call call) {
        return call.bearer().flatMap(token -> known(vendor, token));
    }

    /** The name behind basic credentials whose user is not looked at, as git hosts do with tokens. */
    public Optional<String> basicToken(Vendor vendor, Call call) {
        return call.basic().flatMap(pair -> known(vendor, pair.substring(pair.indexOf(':') + 1)));
    }

    /** The name behind an e-mail address and an API token. */
    public Optional<String> jira(Call call) {
        return call.basic()
                .flatMap(pair -> known(Vendor.JIRA, pair.substring(pair.indexOf(':') + 1))
                        .filter(name -> pair.startsWith(jiraEmail(name) + ":")));
    }

    /** The service account behind an access token that has not expired. */
    public Optional<String> googleAccount(Call call) {
        return call.bearer().flatMap(google::account);
    }

    /** The key behind a token for App Store Connect that is signed and stamped as Apple demands. */
    public Optional<AppleKey> apple(Call call) {
        return call.bearer()
                .flatMap(Jwt::parse)
                .flatMap(jwt -> claimedAppleKey(jwt).filter(key -> accepts(jwt, key)));
    }

    /** The name of whoever the call claims to be from; for the log, proven or not. */
    public Optional<String> claimed(Vendor vendor, Call call) {
        return switch (vendor) {
            case GOOGLE_OAUTH -> Optional.empty();
            case PLAY, PLAY_VITALS -> googleAccount(call);
            case APPLE ->
                call.bearer().flatMap(Jwt::parse).flatMap(this::claimedAppleKey).map(AppleKey::name);
            case JIRA -> jira(call);
            case GIT -> bearer(vendor, call).or(() -> basicToken(vendor, call));
            case GITHUB, SENTRY, FEED -> bearer(vendor, call);
        };
    }

    private Optional<AppleKey> claimedAppleKey(Jwt jwt) {
        return appleKeys.values().stream()
                .filter(key -> key.keyId().equals(jwt.keyId()))
                .findFirst();
    }

    private boolean accepts(Jwt jwt, AppleKey key) {
        Optional<Instant> until = jwt.instant("exp");
        if (until.isEmpty()
                || !jwt.algorithm().equals("ES256")
                || !jwt.claim("aud").equals(APPLE_AUDIENCE)
                || !jwt.claim("iss").equals(key.issuerId())) {
            return false;
        }
        Instant earliest = until.get().minus(APPLE_MAX_LIFE);
        Instant from = jwt.instant("iat").orElse(earliest);
        return !from.isBefore(earliest) && clocks.between(from, until.get()) && signed(jwt, key);
    }

    /** A client sends one token many times; its signature is looked at once. */
    private boolean signed(Jwt jwt, AppleKey key) {
        if (verified.size() > MANY) {
            verified.clear();
        }
        return verified.computeIfAbsent(
                jwt.signed() + "." + jwt.signature(),
                token -> jwt.signedBy(key.pair().getPublic(), "SHA256withECDSAinP1363Format"));
    }

    private Optional<String> known(Vendor vendor, String token) {
        return Optional.ofNullable(tokens.get(vendor.prefix() + " " + token));
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec spec) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(spec);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make " + algorithm + " keys", e);
        }
    }

    static String digest(String text) {
        return Body.of(text).sha256();
    }
}
