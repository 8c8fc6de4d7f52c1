package io.signalbox.connectors.http;

import io.signalbox.domain.signal.Failure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** One piece of work in one or more calls, with one deadline for all of them. */
public final class Errand {
    private final Outlet outlet;
    private final long deadline;
    private final boolean stop;

    Errand(Outlet outlet, long deadline, boolean stop) {
        this.outlet = outlet;
        this.deadline = deadline;
        this.stop = stop;
    }

    /** How long there is, zero if it is over. */
    public Duration left() {
        long nanos = deadline - outlet.ticker().nanos();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    /**
     * Makes the call, once. Every status is an answer, redirects too: they are never followed. (The JDK sends a GET, and no other, again
     * where the vendor closed a kept connection under it.)
     *
     * @throws CallFailed if no whole answer came in time, or the call was not allowed to go
     */
    public Response send(Request request) throws CallFailed {
        admit(request);
        try {
            HttpResponse<byte[]> answer = exchange(
                    request,
                    BodyHandlers.limiting(
                            BodyHandlers.ofByteArray(), outlet.settings().largestResponse()));
            Response response = new Response(request, answer.statusCode(), answer.headers(), answer.body());
            outlet.admission().answered(response);
            return response;
        } catch (CallFailed e) {
            outlet.admission().failed(e.failure().message());
            throw e;
        } catch (RuntimeException e) {
            outlet.admission().failed(e.toString());
            throw e;
        }
    }

    /**
     * Makes the call, once, and hands the answer over when it begins: for bodies too long to be held. The errand's time counts until the
     * body is read.
     *
     * @param idle how long nothing may come
     * @throws CallFailed if no answer began in time, or the call was not allowed to go
     */
    public Streamed stream(Request request, Duration idle) throws CallFailed {
        admit(request);
        try {
            HttpResponse<InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
            Response head = new Response(request, answer.statusCode(), answer.headers(), new byte[0]);
            outlet.admission().answered(head);
            return new Streamed(head, answer.body(), outlet.settings().largestResponse(), this, idle);
        } catch (CallFailed e) {
            outlet.admission().failed(e.failure().message());
            throw e;
        } catch (RuntimeException e) {
            outlet.admission().failed(e.toString());
            throw e;
        }
    }

    private void admit(Request request) throws CallFailed {
        if (left().isZero()) {
            throw CallFailed.neverSent(Kind.UNREACHABLE, request + " was not called: no time was left");
        }
        outlet.gatekeeper().check(request, left());
        outlet.admission().enter(request, stop);
    }

    private <T> HttpResponse<T> exchange(Request request, HttpResponse.BodyHandler<T> body) throws CallFailed {
        CompletableFuture<HttpResponse<T>> pending = outlet.client().sendAsync(prepared(request), body);
        try {
            return pending.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw CallFailed.maybeSent(Kind.UNREACHABLE, request + ": no whole answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailed.maybeSent(Kind.UNREACHABLE, request + ": this process is stopping");
        } catch (ExecutionException e) {
            throw failed(request, Optional.ofNullable(e.getCause()).orElse(e));
        } finally {
            pending.cancel(true);
        }
    }

    private static HttpRequest prepared(Request request) throws CallFailed {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri());
            if ("http".equals(request.uri().getScheme())) {
                builder.version(HttpClient.Version.HTTP_1_1);
            }
            request.headers().forEach(h -> builder.header(h.name(), h.value()));
            byte[] body = request.body();
            return builder.method(
                            request.method(),
                            body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                    .build();
        } catch (IllegalArgumentException e) {
            // A setting, such as a token with a line break, that cannot be written into a call.
            throw CallFailed.neverSent(
                    Kind.REFUSED, request.clear("%s cannot be called: %s".formatted(request, e.getMessage())));
        }
    }

    private CallFailed failed(Request request, Throwable cause) {
        String text = request.clear("%s: %s".formatted(request, words(cause)));
        if (tooLong(cause)) {
            return CallFailed.maybeSent(
                    Kind.NONSENSE,
                    "%s: the answer is longer than %d bytes"
                            .formatted(request, outlet.settings().largestResponse()));
        }
        boolean never = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException;
        return never ? CallFailed.neverSent(Kind.UNREACHABLE, text) : CallFailed.maybeSent(Kind.UNREACHABLE, text);
    }

    private static boolean tooLong(Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("exceeds");
    }

    private static String words(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? kind : kind + ", " + cause.getMessage();
    }
}
