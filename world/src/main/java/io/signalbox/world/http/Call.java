package io.signalbox.world.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A request as a vendor's code sees it.
 *
 * @param number the request's number in the world, from 1
 * @param base the vendor's root address, without a slash at the end
 * @param path the decoded path below the vendor's root, starting with a slash
 * @param query decoded parameters, each with its values in order
 * @param headers by lower-case name
 * @param body decompressed
 * @param asOf the instant as of which reads are answered: now, or an earlier one while the source is frozen
 * @param shift a fault of paging, applied by {@link Pages}
 */
public record Call(
        long number,
        String base,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        Body body,
        Instant asOf,
        PageShift shift) {

    /** What goes wrong with the pages of a listing. */
    public enum PageShift {
        NONE,
        /** A page other than the first brings the entries of the page before it once more. */
        REPEAT,
        /** The entries of one page are left out: the first page brings those of the second, and so on. */
        SKIP
    }

    /** The first value of a query parameter. */
    public Optional<String> param(String name) {
        return params(name).stream().findFirst();
    }

    /** All values of a query parameter; empty when it was not given. */
    public List<String> params(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** A whole number from the query, or the default when it is absent or not a number. */
    public int number(String name, int otherwise) {
        return param(name)
                .filter(value -> value.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The token of an {@code Authorization: Bearer} header. */
    public Optional<String> bearer() {
        return authorization("Bearer ");
    }

    /** User and password of an {@code Authorization: Basic} header, as {@code user:password}. */
    public Optional<String> basic() {
        return authorization("Basic ").map(Call::decodeBase64);
    }

    public String text() {
        return body.text();
    }

    /** @throws JacksonException if the body is not JSON */
    public JsonNode json() {
        return Json.parse(text());
    }

    /** The same call with reads answered as of another instant. */
    public Call asOf(Instant instant) {
        return new Call(number, base, method, path, query, headers, body, instant, shift);
    }

    /** The same call with a fault of paging. */
    public Call shifted(PageShift by) {
        return new Call(number, base, method, path, query, headers, body, asOf, by);
    }

    private Optional<String> authorization(String scheme) {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).trim());
    }

    private static String decodeBase64(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
