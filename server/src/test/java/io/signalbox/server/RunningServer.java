package io.signalbox.server;

import io.signalbox.domain.Given;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.actor.Role;
import io.signalbox.engine.Settings;
import io.signalbox.engine.access.Access;
import io.signalbox.engine.memory.MemoryAccess;
import io.signalbox.engine.memory.MemoryStorage;
import io.signalbox.engine.storage.Storage;
import io.signalbox.server.drive.Work;
import io.signalbox.testkit.time.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** One server for the tests of this module: an app with one platform, its first cycle just begun, on storage in memory. */
final class RunningServer {
    private static final class Holder {
        static final RunningServer ONLY = new RunningServer();
    }

    private final VirtualTime time = new VirtualTime(Given.START.minusSeconds(60));
    private final SignalboxServer server;
    final String manager;
    final String viewer;

    /** A server of a test's own, whose storage and secrets can be away. To be closed. */
    static RunningServer with(Outage ofSubjects, Outage ofSecrets) {
        return new RunningServer(ofSubjects, ofSecrets);
    }

    private RunningServer() {
        this(new Outage(), new Outage());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    private RunningServer(Outage ofSubjects, Outage ofSecrets) {
        server = SignalboxServer.start(parts(time, ofSubjects, ofSecrets, 0));
        manager = server.doorkeeper().token(person("Ana", Role.RELEASE_MANAGER));
        viewer = server.doorkeeper().token(person("Vera", Role.VIEWER));
        settle();
        time.to(Given.START);
        settle();
    }

    static ServerParts parts(VirtualTime time, Outage ofSubjects, Outage ofSecrets, int port) {
        return new ServerParts(
                ofSubjects.reaching(Storage.class, new MemoryStorage(time)),
                new SomeApps(Given.app(Given.feed())),
                new NoConnectors(),
                ofSecrets.reaching(Access.class, new MemoryAccess()),
                time,
                ClockKind.STEPPED,
                time,
                Settings.standard("test"),
                "127.0.0.1",
                port,
                Map.of());
    }

    static RunningServer get() {
        return Holder.ONLY;
    }

    static Actor person(String name, Role role) {
        return new Actor(name, role, Optional.empty());
    }

    SignalboxServer server() {
        return server;
    }

    /** Lets everything happen that is due. */
    void settle() {
        for (List<Future<?>> started = server.work().start();
                !started.isEmpty();
                started = server.work().start()) {
            started.forEach(Work::await);
        }
        server.boards().changed(Given.APP);
        server.boards().refresh();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<String> get(String path, Optional<String> token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    String body(String path) throws IOException, InterruptedException {
        return get(path, Optional.of(viewer)).body();
    }

    HttpResponse<String> post(String path, String token, String id, String body, String... headers)
            throws IOException, InterruptedException {
        return give("POST", path, token, id, body, headers);
    }

    HttpResponse<String> give(String method, String path, String token, String id, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", id)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> put(String path, String token, String id, String body)
            throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", id)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
