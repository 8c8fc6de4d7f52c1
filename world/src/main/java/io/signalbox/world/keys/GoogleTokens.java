package io.signalbox.world.keys;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Google's OAuth token endpoint for service accounts: the JWT bearer grant of RFC 7523. Google's own clients keep the public
 * endpoint as the assertion's audience even when they are pointed elsewhere, so that is the audience expected here.
 */
public final class GoogleTokens implements Api {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
    private static final Duration LIFE = Duration.ofHours(1);

    private final Map<String, ServiceAccount> accounts;
    private final Clocks clocks;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    GoogleTokens(Map<String, ServiceAccount> accounts, Clocks clocks) {
        this.accounts = accounts;
        this.clocks = clocks;
    }

    @Override
    public Reply answer(Call call) {
        if (!call.path().equals("/token") || !call.method().equals("POST")) {
            return refuse(404, "invalid_request", "Post to /token.");
        }
        Map<String, String> form = form(call.body().text());
        if (!GRANT.equals(form.get("grant_type"))) {
            return refuse(400, "unsupported_grant_type", "Invalid grant_type: " + form.getOrDefault("grant_type", ""));
        }
        Optional<Jwt> jwt = Jwt.parse(form.getOrDefault("assertion", ""));
        return jwt.map(this::grant).orElseGet(() -> refuse(400, "invalid_grant", "Invalid JWT: malformed assertion."));
    }

    /** Takes every access token of an account away, as Google does when its key is revoked. */
    public void revoke(String account) {
        issued.values().removeIf(token -> token.account.equals(account));
    }

    Optional<String> account(String token) {
        return Optional.ofNullable(issued.get(token))
                .filter(entry -> clocks.machine().get().isBefore(entry.until))
                .map(entry -> entry.account);
    }

    private Reply grant(Jwt jwt) {
        Optional<ServiceAccount> account = accounts.values().stream()
                .filter(candidate -> candidate.email().equals(jwt.claim("iss")))
                .findFirst();
        if (account.isEmpty()) {
            return refuse(400, "invalid_grant", "Invalid grant: account not found");
        }
        if (!jwt.algorithm().equals("RS256")
                || !jwt.signedBy(account.get().pair().getPublic(), "SHA256withRSA")) {
            return refuse(400, "invalid_grant", "Invalid JWT Signature.");
        }
        if (!jwt.claim("aud").equals(AUDIENCE)) {
            return refuse(400, "invalid_grant", "Invalid JWT: Failed audience check.");
        }
        Optional<Instant> from = jwt.instant("iat");
        Optional<Instant> until = jwt.instant("exp");
        if (from.isEmpty()
                || until.isEmpty()
                || until.get().isAfter(from.get().plus(LIFE))
                || !clocks.between(from.get(), until.get())) {
            return refuse(
                    400,
                    "invalid_grant",
                    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
                            + " Check your iat and exp values in the JWT claim.");
        }
        if (jwt.claim("scope").isBlank()) {
            return refuse(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
        }
        String token = "ya29." + Keys.digest(account.get().name() + count.incrementAndGet());
        issued.put(
                token, new Issued(account.get().name(), clocks.machine().get().plus(LIFE)));
        return Reply.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("expires_in", LIFE.toSeconds())
                        .put("token_type", "Bearer"));
    }

    private static Reply refuse(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] halves = pair.split("=", 2);
            if (halves.length == 2) {
                form.put(
                        URLDecoder.decode(halves[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    /** An access token's owner and end by the machine's clock, the one that clients watch it by. */
    private record Issued(String account, Instant until) {}
}
