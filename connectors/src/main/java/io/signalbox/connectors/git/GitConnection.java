package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Streamed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** One call as JGit sees it: collects the request, makes it when the answer is first asked for. */
final class GitConnection implements HttpConnection {
    /** Set by the client that makes the call. */
    private static final Set<String> NOT_OURS = Set.of("content-length", "connection", "host", "expect", "upgrade");

    private final GitHttp http;
    private final URL url;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private Optional<Streamed> answer = Optional.empty();

    GitConnection(GitHttp http, URL url) {
        this.http = http;
        this.url = url;
    }

    Request request(URI uri) {
        Request request = Request.of(method, uri);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        String type = headers.getOrDefault("content-type", "application/octet-stream");
        return body.size() == 0 ? request : request.body(type, body.toByteArray());
    }

    byte[] body() {
        return body.toByteArray();
    }

    private Streamed answer() throws IOException {
        if (answer.isEmpty()) {
            answer = Optional.of(http.call(this));
        }
        return answer.get();
    }

    private Optional<Response> head() {
        try {
            return Optional.of(answer().head());
        } catch (IOException e) {
            // Headers are asked for without a way to fail: whoever asks for the status or the body is told.
            return Optional.empty();
        }
    }

    @Override
    public int getResponseCode() throws IOException {
        return answer().head().status();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return http.failure().map(f -> f.message()).orElse(Integer.toString(getResponseCode()));
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return answer().body();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return head().map(Response::headers).orElse(Map.of());
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return head().flatMap(head -> head.header(name)).orElse(null);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return head().map(head -> head.headers(name)).orElse(List.of());
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        String length = getHeaderField("Content-Length");
        return length != null && length.matches("\\d{1,9}") ? Integer.parseInt(length) : -1;
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!NOT_OURS.contains(key)) {
            headers.put(key, value);
        }
    }

    @Override
    public void setRequestMethod(String name) {
        method = name;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public void connect() throws IOException {
        answer();
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean use) {
        // Nothing is cached.
    }

    @Override
    public void setConnectTimeout(int millis) {
        // The errand has a deadline.
    }

    @Override
    public void setReadTimeout(int millis) {
        // The errand has a deadline.
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        // Redirects are never followed.
    }

    @Override
    public void setDoOutput(boolean output) {
        // The method says it.
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // The body is held.
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // The body is held.
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
        // Certificates are checked by the one way out, for everyone alike.
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        // Host names are checked by the one way out, for everyone alike.
    }
}
