package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A service account at work on one app. All connectors for tracks of this app must share it: edits of one account exclude each other.
 * Thread-safe.
 */
public final class PlayAccount {
    /** Google allows 3,000 a minute; a reading takes five. */
    private static final int CALLS_PER_HOUR = 3_000;

    private final Outlet outlet;
    private final Endpoints endpoints;
    private final String packageName;
    private final AccessTokens tokens;
    private final Turns turns;

    /**
     * @param outlet opened with {@link #outlet(String, Endpoints, Reach)}
     * @param keyFile the JSON file of the service account, asked for whenever a token is needed
     */
    public PlayAccount(Outlet outlet, Endpoints endpoints, String packageName, Supplier<Secret> keyFile) {
        this.outlet = outlet;
        this.endpoints = endpoints;
        this.packageName = packageName;
        this.tokens = new AccessTokens(endpoints.tokens(), keyFile, outlet.clock());
        this.turns = new Turns();
    }

    public static OutletSettings outlet(String name, Endpoints endpoints, Reach reach) {
        return OutletSettings.of(name, endpoints.api(), reach, CALLS_PER_HOUR).alsoTo(endpoints.tokens());
    }

    Outlet outlet() {
        return outlet;
    }

    Turns turns() {
        return turns;
    }

    String packageName() {
        return packageName;
    }

    URI at(String pathBelowTheApp) {
        return URI.create(
                endpoints.api() + "/androidpublisher/v3/applications/" + segment(packageName) + pathBelowTheApp);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** An answer's body, and the answer itself for its date. */
    record Answered(JsonNode json, Response response) {}

    /**
     * Makes one call. A token that Google has stopped accepting is replaced once: a call without a valid one does nothing.
     *
     * @throws PlayRefused if Google says no
     * @throws CallFailed if nothing can be made of what came back
     */
    Answered call(Errand errand, Request request) throws CallFailed, PlayRefused {
        Response answer = errand.send(request.bearer(tokens.token(errand)));
        if (answer.status() == 401) {
            tokens.forget();
            answer = errand.send(request.bearer(tokens.token(errand)));
        }
        if (!answer.isSuccess()) {
            throw PlayRefused.of(answer);
        }
        return new Answered(parsed(answer), answer);
    }

    private static JsonNode parsed(Response answer) throws CallFailed {
        if (answer.bytes().length == 0) {
            return Json.MAPPER.createObjectNode();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(answer.bytes());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw Json.nonsense("%s: not JSON: %s".formatted(answer, answer.excerpt()));
        }
        throw Json.nonsense("%s: not a JSON object: %s".formatted(answer, answer.excerpt()));
    }
}
