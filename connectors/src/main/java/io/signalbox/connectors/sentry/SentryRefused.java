package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sentry said no. */
final class SentryRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final transient Response response;

    SentryRefused(Response response) {
        super(words(response));
        this.response = response;
    }

    private static String words(Response response) {
        try {
            return MAPPER.readTree(response.bytes()).path("detail").asString(response.excerpt());
        } catch (JacksonException notSentrysEnvelope) {
            return response.excerpt();
        }
    }

    private String words() {
        return String.valueOf(getMessage());
    }

    /** More groups times intervals than Sentry tells at once. */
    boolean tooMuchAtOnce() {
        return response.status() == 400 && words().contains("too many results");
    }

    Failure failure() {
        Failure failure = response.failure(words());
        boolean ours = response.status() == 404;
        return ours ? new Failure(Failure.Kind.REFUSED, failure.message()) : failure;
    }
}
