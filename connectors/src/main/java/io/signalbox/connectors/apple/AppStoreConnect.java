package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings.Quota;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The API: signed calls, documents, refusals. Thread-safe. */
final class AppStoreConnect {
    private static final Pattern LIMIT = Pattern.compile("user-hour-lim:(\\d{1,9});user-hour-rem:(-?\\d{1,9});");

    private final URI api;
    private final Outlet outlet;
    private final Tokens tokens;

    AppStoreConnect(URI api, Outlet outlet, AppleKey key) {
        this.api = api;
        this.outlet = outlet;
        this.tokens = new Tokens(key, outlet.clock());
    }

    Outlet outlet() {
        return outlet;
    }

    /** What Apple says of its limit: of the last hour, for this key. */
    static Optional<Quota> quota(Response response) {
        return response.header("X-Rate-Limit").flatMap(text -> {
            Matcher matcher = LIMIT.matcher(text);
            return matcher.find()
                    ? Optional.of(new Quota(
                            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Optional.empty()))
                    : Optional.empty();
        });
    }

    Document get(Errand errand, String path) throws CallFailed, AppleRefused {
        return call(errand, Request.get(at(path)));
    }

    Document post(Errand errand, String path, Json.Made body) throws CallFailed, AppleRefused {
        return call(errand, Request.post(at(path)).json(body.text()));
    }

    Document patch(Errand errand, String path, Json.Made body) throws CallFailed, AppleRefused {
        return call(errand, Request.patch(at(path)).json(body.text()));
    }

    Document delete(Errand errand, String path) throws CallFailed, AppleRefused {
        return call(errand, Request.delete(at(path)));
    }

    private URI at(String path) {
        return URI.create(api + path);
    }

    private Document call(Errand errand, Request request) throws CallFailed, AppleRefused {
        Response answer = errand.send(request.bearer(tokens.token()));
        if (!answer.isSuccess()) {
            throw AppleRefused.of(answer);
        }
        if (answer.status() == 204) {
            return new Document(Json.MAPPER.createObjectNode(), answer);
        }
        return new Document(parsed(answer), answer);
    }

    private static JsonNode parsed(Response answer) throws CallFailed {
        try {
            JsonNode json = Json.MAPPER.readTree(answer.bytes());
            if (json.isObject() && json.has("data")) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw Json.nonsense("%s: not JSON: %s".formatted(answer, answer.excerpt()));
        }
        throw Json.nonsense("%s: no document: %s".formatted(answer, answer.excerpt()));
    }
}
