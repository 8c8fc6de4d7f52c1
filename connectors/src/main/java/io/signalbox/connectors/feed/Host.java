package io.signalbox.connectors.feed;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Streamed;
import io.signalbox.domain.signal.Failure.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The host of a feed's folder: plain files over HTTP. */
final class Host {
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LARGEST_CHANNEL_FILE = 1 << 20;

    private final FeedSettings settings;
    private final Outlet outlet;
    private final Supplier<Secret> token;

    Host(FeedSettings settings, Outlet outlet, Supplier<Secret> token) {
        this.settings = settings;
        this.outlet = outlet;
        this.token = token;
    }

    Outlet outlet() {
        return outlet;
    }

    /**
     * The channel file as it is.
     *
     * @param text empty if there is none
     * @param tag by which a write can be made to fail if the file has changed since; empty if the host gives none for that
     * @param asOf the host's time
     */
    record Found(Optional<String> text, Optional<String> tag, Instant asOf) {}

    /** @throws HostRefused if the answer is neither the file nor that there is none */
    Found channel(Errand errand, Instant fetchedAt) throws CallFailed, HostRefused {
        // A cache in between would show us yesterday.
        Request request = request(Request.get(settings.channel())).header("Cache-Control", "no-cache");
        try (Streamed answer = errand.stream(request, IDLE)) {
            Response head = answer.head();
            byte[] body = answer.body().readNBytes(LARGEST_CHANNEL_FILE + 1);
            if (head.status() == 404) {
                return new Found(Optional.empty(), Optional.empty(), head.asOf(fetchedAt));
            }
            if (head.status() != 200) {
                throw new HostRefused(head, text(body));
            }
            if (body.length > LARGEST_CHANNEL_FILE) {
                throw CallFailed.maybeSent(Kind.NONSENSE, "%s: longer than a channel file ever is".formatted(request));
            }
            Optional<String> tag = head.header("ETag").filter(t -> t.startsWith("\""));
            return new Found(Optional.of(text(body)), tag, head.asOf(fetchedAt));
        } catch (CallFailed e) {
            throw e;
        } catch (IOException e) {
            throw CallFailed.maybeSent(Kind.UNREACHABLE, "%s: %s".formatted(request, e.getMessage()));
        }
    }

    /** Writes the channel file if it is still as it was found, where the host can tell. */
    Response put(Errand errand, Found before, String text) throws CallFailed {
        Request request = request(Request.put(settings.channel()))
                .body("text/yaml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        if (before.text().isEmpty()) {
            return errand.send(request.header("If-None-Match", "*"));
        }
        return errand.send(before.tag().map(t -> request.header("If-Match", t)).orElse(request));
    }

    /** Something is read to its end. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Streamed answer) throws IOException, HostRefused;
    }

    <T> T read(Errand errand, URI file, Reader<T> reader) throws CallFailed, HostRefused {
        Request request = request(Request.get(file));
        try (Streamed answer = errand.stream(request, IDLE)) {
            if (answer.head().status() != 200) {
                throw new HostRefused(answer.head(), text(answer.body().readNBytes(LARGEST_CHANNEL_FILE)));
            }
            return reader.read(answer);
        } catch (CallFailed e) {
            throw e;
        } catch (IOException e) {
            throw CallFailed.maybeSent(Kind.UNREACHABLE, "%s: %s".formatted(request, e.getMessage()));
        }
    }

    Request request(Request bare) {
        return bare.bearer(token.get());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
