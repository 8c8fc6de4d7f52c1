package io.signalbox.world.apple;

import io.signalbox.world.http.Call;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The {@code data} of a request's document. */
record Payload(JsonNode data) {

    /** @throws AppleRefusal if the body is not a document with a resource of this type */
    static Payload of(Call call, String type) {
        JsonNode data = read(call).path("data");
        if (!data.isObject()) {
            throw AppleRefusal.unreadable("The request must have a 'data' object.");
        }
        if (!data.path("type").asString("").equals(type)) {
            throw AppleRefusal.badAttribute(
                    ".TYPE",
                    "type",
                    "The type must be '" + type + "' but is '"
                            + data.path("type").asString("") + "'.");
        }
        return new Payload(data);
    }

    /** Like {@link #of} for a change of the resource with this id. */
    static Payload of(Call call, String type, String id) {
        Payload payload = of(call, type);
        if (!payload.data.path("id").asString("").equals(id)) {
            throw AppleRefusal.badAttribute(".ID", "id", "The id in the body must be that of the path.");
        }
        return payload;
    }

    /** The id in a linkage document; empty where the data is null. */
    static Optional<String> linkage(Call call) {
        JsonNode document = read(call);
        if (!document.has("data")) {
            throw AppleRefusal.unreadable("The request must have 'data', an object or null.");
        }
        return Optional.of(document.path("data").path("id").asString("")).filter(id -> !id.isEmpty());
    }

    private static JsonNode read(Call call) {
        try {
            return call.json();
        } catch (JacksonException notJson) {
            throw AppleRefusal.unreadable("The body is not JSON.");
        }
    }

    Optional<String> text(String attribute) {
        JsonNode value = data.path("attributes").path(attribute);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    boolean isTrue(String attribute) {
        return data.path("attributes").path(attribute).asBoolean(false);
    }

    String required(String attribute) {
        return text(attribute).orElseThrow(() -> AppleRefusal.required(attribute));
    }

    <E extends Enum<E>> Optional<E> word(String attribute, Class<E> words) {
        return text(attribute)
                .map(text -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> AppleRefusal.badAttribute(
                                ".TYPE",
                                attribute,
                                "'" + text + "' is not a valid value for the attribute '" + attribute + "'.")));
    }

    Optional<Instant> instant(String attribute) {
        return text(attribute).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException notATime) {
                throw AppleRefusal.badAttribute(".TYPE", attribute, "'" + text + "' is not a date and time.");
            }
        });
    }

    /** All text attributes but one. */
    Map<String, String> textsBut(String attribute) {
        Map<String, String> texts = new LinkedHashMap<>();
        data.path("attributes").properties().forEach(entry -> {
            if (!entry.getKey().equals(attribute) && entry.getValue().isString()) {
                texts.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return texts;
    }

    Optional<String> relationship(String name) {
        String id =
                data.path("relationships").path(name).path("data").path("id").asString("");
        return Optional.of(id).filter(text -> !text.isEmpty());
    }

    String requiredRelationship(String name) {
        return relationship(name)
                .orElseThrow(() -> AppleRefusal.badRelationship(
                        name, "You must provide a value for the relationship '" + name + "' with this request"));
    }
}
