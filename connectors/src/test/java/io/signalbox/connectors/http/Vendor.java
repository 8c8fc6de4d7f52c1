package io.signalbox.connectors.http;

import io.signalbox.world.http.Listener;
import io.signalbox.world.http.Outcome;
import io.signalbox.world.http.RawRequest;
import io.signalbox.world.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A server on loopback that says what it is told to, and clocks that stand still until they are moved. */
final class Vendor implements AutoCloseable {
    static final Instant START = Instant.parse("2024-09-20T07:00:00Z");

    private final Deque<Outcome> planned = new ArrayDeque<>();
    private final List<RawRequest> seen = new ArrayList<>();
    private final Listener listener;
    private final Http http;
    private Instant now = START;
    private long nanos;

    Vendor() {
        listener = new Listener(0, () -> START.minusSeconds(3), this::answer);
        http = new Http(() -> now, () -> nanos);
    }

    private synchronized Outcome answer(RawRequest request) {
        seen.add(request);
        return planned.isEmpty() ? send(Reply.text(200, "hello")) : planned.poll();
    }

    static Outcome send(Reply reply) {
        return new Outcome.Send(reply, () -> {});
    }

    synchronized Vendor next(Outcome... outcomes) {
        planned.addAll(List.of(outcomes));
        return this;
    }

    synchronized int calls() {
        return seen.size();
    }

    synchronized List<RawRequest> seen() {
        return List.copyOf(seen);
    }

    Http http() {
        return http;
    }

    URI at(String path) {
        return URI.create(listener.root() + path);
    }

    OutletSettings settings(int callsPerHour) {
        return OutletSettings.of("vendor", listener.root(), Reach.LOOPBACK, callsPerHour);
    }

    Outlet outlet(int callsPerHour) {
        return http.outlet(settings(callsPerHour));
    }

    /** Moves the clock of quotas and breakers. */
    void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Moves the ticker of deadlines. */
    void tick(Duration duration) {
        nanos += duration.toNanos();
    }

    Instant now() {
        return now;
    }

    @Override
    public void close() throws IOException {
        http.close();
        listener.close();
    }
}
