package io.signalbox.connectors.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One call to be made. Immutable; its text shows neither secrets nor its body. */
public final class Request {
    private final String method;
    private final URI uri;
    private final List<Header> headers;
    private final List<Secret> secrets;
    private final byte[] body;

    record Header(String name, String value) {}

    private Request(String method, URI uri, List<Header> headers, List<Secret> secrets, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = List.copyOf(headers);
        this.secrets = List.copyOf(secrets);
        this.body = body;
    }

    public static Request of(String method, URI uri) {
        return new Request(method, uri, List.of(), List.of(), new byte[0]);
    }

    public static Request get(URI uri) {
        return of("GET", uri);
    }

    public static Request post(URI uri) {
        return of("POST", uri);
    }

    public static Request put(URI uri) {
        return of("PUT", uri);
    }

    public static Request patch(URI uri) {
        return of("PATCH", uri);
    }

    public static Request delete(URI uri) {
        return of("DELETE", uri);
    }

    public Request header(String name, String value) {
        return with(new Header(name, value), List.of());
    }

    /** {@code Authorization: Bearer …}. */
    public Request bearer(Secret token) {
        return with(new Header("Authorization", "Bearer " + token.reveal()), List.of(token));
    }

    /** {@code Authorization: Basic …}. */
    public Request basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        Secret encoded = Secret.of(Base64.getEncoder().encodeToString(pair));
        return with(new Header("Authorization", "Basic " + encoded.reveal()), List.of(password, encoded));
    }

    /** A header whose value is a secret. */
    public Request secretHeader(String name, Secret value) {
        return with(new Header(name, value.reveal()), List.of(value));
    }

    /** Names a secret that the body or the address carries, so that no failure's text shows it. */
    public Request hiding(Secret secret) {
        List<Secret> all = new ArrayList<>(secrets);
        all.add(secret);
        return new Request(method, uri, headers, all, body);
    }

    public Request body(String contentType, byte[] bytes) {
        Request typed = header("Content-Type", contentType);
        return new Request(method, uri, typed.headers, secrets, bytes.clone());
    }

    public Request json(String text) {
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private Request with(Header header, List<Secret> more) {
        List<Header> headersNow = new ArrayList<>(headers);
        headersNow.add(header);
        List<Secret> secretsNow = new ArrayList<>(secrets);
        secretsNow.addAll(more);
        return new Request(method, uri, headersNow, secretsNow, body);
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    List<Header> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** The text without the secrets that this call carries. */
    String clear(String text) {
        String cleared = text;
        for (Secret secret : secrets) {
            cleared = cleared.replace(secret.reveal(), Secret.SHOWN);
        }
        return cleared;
    }

    @Override
    public String toString() {
        return clear(method + " " + where());
    }

    /** The address without its query, which may carry what is not for logs. */
    String where() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
