package io.signalbox.world.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An answer. {@code Date}, {@code Content-Length} and {@code Connection} are added by the listener unless they are set here.
 */
public record Reply(int status, Map<String, String> headers, Body body) {

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=UTF-8"), Body.of(Json.bytes(body)));
    }

    public static Reply text(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "text/plain; charset=UTF-8"), Body.of(body));
    }

    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), Body.of(body));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Body.EMPTY);
    }

    /** The same answer with one more header, or another value for it. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
