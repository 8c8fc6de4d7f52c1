package io.signalbox.connectors.git;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Streamed;
import io.signalbox.domain.signal.Failure;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** JGit's way out: each of its connections is one call of an errand. Remembers what JGit does not tell. For one operation, one thread. */
final class GitHttp implements HttpConnectionFactory, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final String PUSH = "/git-receive-pack";
    private static final int EXCERPT = 2000;

    private final Errand errand;
    private final String user;
    private final Optional<Secret> token;
    private final List<Streamed> open = new ArrayList<>();
    private Optional<Response> first = Optional.empty();
    private Optional<Failure> failure = Optional.empty();
    private boolean begun;
    private boolean pushed;

    GitHttp(Errand errand, String user, Optional<Secret> token) {
        this.errand = errand;
        this.user = user;
        this.token = token;
    }

    @Override
    public HttpConnection create(URL url) {
        return new GitConnection(this, url);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) {
        return new GitConnection(this, url);
    }

    /** Makes a call. A push goes out once: JGit would try again, even after a lost answer. */
    Streamed call(GitConnection connection) throws IOException {
        URI uri = URI.create(connection.getURL().toString());
        boolean push = uri.getPath().endsWith(PUSH) && connection.body().length > 4;
        if (push && begun) {
            throw new IOException("the push went out already");
        }
        Request request = connection.request(uri);
        if (token.isPresent()) {
            request = request.basic(user, token.get());
        }
        begun |= push;
        pushed |= push;
        try {
            Streamed streamed = errand.stream(request, IDLE);
            open.add(streamed);
            note(streamed, push);
            return streamed;
        } catch (CallFailed e) {
            failure = Optional.of(e.failure());
            pushed &= !push || e.maybeSent();
            throw e;
        }
    }

    private void note(Streamed streamed, boolean push) throws IOException {
        Response head = streamed.head();
        if (first.isEmpty()) {
            first = Optional.of(head);
        }
        if (head.isSuccess()) {
            return;
        }
        String words = new String(streamed.body().readNBytes(EXCERPT), StandardCharsets.UTF_8);
        Failure found = head.failure(words.replaceAll("[\\s\\p{Cntrl}]+", " "));
        // A host does not tell those who may not read a repository that it is there.
        failure = Optional.of(head.status() == 404 ? new Failure(Failure.Kind.REFUSED, found.message()) : found);
        // Whoever turns a push away does not carry it out; a fault on the way may have come after that.
        pushed &= !push || head.status() >= 500;
    }

    /** Whether the host may have carried out a push. */
    boolean maybePushed() {
        return pushed;
    }

    /** Why a call gave nothing, if one did not. */
    Optional<Failure> failure() {
        return failure;
    }

    Instant asOf(Instant now) {
        return first.map(response -> response.asOf(now)).orElse(now);
    }

    @Override
    public void close() {
        for (Streamed streamed : open) {
            try {
                streamed.close();
            } catch (IOException gone) {
                // It was read as far as anybody wanted.
            }
        }
    }
}
