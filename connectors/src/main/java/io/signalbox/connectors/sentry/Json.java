package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sentry's JSON. What is not as its contract says is nonsense, and no guess is made. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static CallFailed nonsense(String what) {
        return CallFailed.maybeSent(Failure.Kind.NONSENSE, "Sentry answered nonsense: " + what);
    }

    static JsonNode parsed(Response answer) throws CallFailed {
        try {
            JsonNode json = MAPPER.readTree(answer.bytes());
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException notJson) {
            throw nonsense("%s: not JSON: %s".formatted(answer, answer.excerpt()));
        }
        throw nonsense("%s: not a JSON object: %s".formatted(answer, answer.excerpt()));
    }

    static JsonNode list(JsonNode json, String field) throws CallFailed {
        JsonNode list = json.path(field);
        if (!list.isArray()) {
            throw nonsense("%s is no list".formatted(field));
        }
        return list;
    }

    static String text(JsonNode json, String field) throws CallFailed {
        JsonNode text = json.path(field);
        if (!text.isString()) {
            throw nonsense("%s is %s where a text belongs".formatted(field, text));
        }
        return text.asString();
    }

    static long count(JsonNode json, String field) throws CallFailed {
        JsonNode number = json.path(field);
        double value = number.isNumber() ? number.asDouble() : -1;
        if (value < 0 || value != Math.rint(value) || value > 1e15) {
            throw nonsense("%s is %s where a count belongs".formatted(field, number));
        }
        return (long) value;
    }

    static Instant instant(JsonNode json, String field) throws CallFailed {
        try {
            return Instant.parse(text(json, field));
        } catch (DateTimeParseException e) {
            throw nonsense("%s is %s where a time belongs".formatted(field, json.path(field)));
        }
    }
}
