package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Sentry's web API for one organization. */
final class Api {
    private final SentrySettings settings;
    private final Outlet outlet;
    private final Supplier<Secret> token;

    Api(SentrySettings settings, Outlet outlet, Supplier<Secret> token) {
        this.settings = settings;
        this.outlet = outlet;
        this.token = token;
    }

    Outlet outlet() {
        return outlet;
    }

    /** An answer's body, and the answer itself for its headers. */
    record Answered(JsonNode json, Response response) {}

    /**
     * Asks at an endpoint of the organization.
     *
     * @throws SentryRefused if Sentry says no
     * @throws CallFailed if nothing can be made of what came back
     */
    Answered get(Errand errand, String endpoint, Query query) throws CallFailed, SentryRefused {
        URI uri = URI.create("%s/api/0/organizations/%s/%s/?%s"
                .formatted(settings.base(), settings.organization(), endpoint, query.text()));
        Response answer = errand.send(Request.get(uri).bearer(token.get()));
        if (!answer.isSuccess()) {
            throw new SentryRefused(answer);
        }
        return new Answered(Json.parsed(answer), answer);
    }

    /** Parameters of a call, in order; a name may come more than once. Immutable. */
    record Query(String text) {
        static final Query NONE = new Query("");

        Query with(String name, String value) {
            String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            return new Query(text.isEmpty() ? pair : text + "&" + pair);
        }

        Query with(String name, Iterable<String> values) {
            Query more = this;
            for (String value : values) {
                more = more.with(name, value);
            }
            return more;
        }
    }
}
