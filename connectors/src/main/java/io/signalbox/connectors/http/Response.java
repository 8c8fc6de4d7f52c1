package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came back from a call, whole. */
public final class Response {
    private static final int EXCERPT = 300;

    private final Request request;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Response(Request request, int status, HttpHeaders headers, byte[] body) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    public Map<String, List<String>> headers() {
        return headers.map();
    }

    public byte[] bytes() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The vendor's own time for this answer if it names one, but never later than when we asked. */
    public Instant asOf(Instant fetchedAt) {
        return header("Date")
                .flatMap(Response::date)
                .filter(at -> at.isBefore(fetchedAt))
                .orElse(fetchedAt);
    }

    /** How long the vendor wants to be left alone. */
    public Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After").flatMap(value -> {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            return date(value).map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
        });
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The beginning of the body in one line, for texts of failures; never a secret that the call carried. */
    public String excerpt() {
        String line = request.clear(text()).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** What this status means for a source, with the vendor's words; for one that the caller expects, do not ask. */
    public Failure failure() {
        return failure(excerpt());
    }

    /** @param words the vendor's own, as the connector found them in the body */
    public Failure failure(String words) {
        String text =
                "%s: %d %s".formatted(request, status, request.clear(words)).strip();
        return new Failure(kind(), text);
    }

    private Failure.Kind kind() {
        return switch (status) {
            case 401, 403, 407 -> Failure.Kind.REFUSED;
            case 429 -> Failure.Kind.THROTTLED;
            default -> status >= 500 ? Failure.Kind.UNREACHABLE : Failure.Kind.NONSENSE;
        };
    }

    @Override
    public String toString() {
        return request + ": " + status;
    }
}
