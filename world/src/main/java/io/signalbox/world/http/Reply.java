package io.signalbox.world.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An answer. {@code Date}, {@code Content-Length} and {@code Connection} are added by the listener unless they are set here.
 */
public record Reply(int status, Map<String, String> headers, Body body) {
    static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

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

    /** The same answer as one given at another instant than now, as a cache has it. */
    public Reply dated(Instant instant) {
        return with("Date", HTTP_DATE.format(instant));
    }

    /** The same answer with one more header, or another value for it. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
