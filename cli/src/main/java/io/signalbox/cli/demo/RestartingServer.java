package io.signalbox.cli.demo;

import io.signalbox.cli.clock.Participant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server of a demo. If its process ends, another takes its place and goes on; the outside does not notice more than that. */
final class RestartingServer implements Participant, AutoCloseable {
    private static final Duration LONGEST_TICK = Duration.ofMinutes(3);
    private static final Duration LONGEST_DYING = Duration.ofSeconds(5);
    private static final int MOST_DEATHS_IN_A_TICK = 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ServerProcess.Recipe recipe;
    private final List<Duration> recoveries = new CopyOnWriteArrayList<>();
    private volatile ServerProcess process;
    private volatile boolean closed;

    private RestartingServer(ServerProcess.Recipe recipe, ServerProcess process) {
        this.recipe = recipe;
        this.process = process;
    }

    static RestartingServer start(ServerProcess.Recipe recipe, Instant now) {
        ServerProcess first = ServerProcess.start(recipe, now);
        int port = first.ready().port();
        ServerProcess.Recipe again =
                new ServerProcess.Recipe(recipe.directory(), recipe.console(), recipe.secret(), port);
        return new RestartingServer(again, first);
    }

    ServerProcess.Ready ready() {
        return process.ready();
    }

    URI address() {
        return process.address();
    }

    /** For each process that was replaced, how long it took until everything that was due had been looked at again. */
    List<Duration> recoveries() {
        return List.copyOf(recoveries);
    }

    /** Ends the process that serves now, as a power failure would. */
    void kill() {
        process.kill();
    }

    @Override
    public synchronized Optional<Instant> tick(Instant now) {
        IOException last = new IOException("not asked");
        Optional<Long> died = Optional.empty();
        for (int deaths = 0; deaths < MOST_DEATHS_IN_A_TICK && !closed; deaths++) {
            try {
                if (!process.isAlive()) {
                    died = Optional.of(died.orElse(System.nanoTime()));
                    process = ServerProcess.start(recipe, now);
                }
                Optional<Instant> due = ticked(now);
                died.ifPresent(at -> recoveries.add(Duration.ofNanos(System.nanoTime() - at)));
                return due;
            } catch (IOException e) {
                last = e;
                process.awaitEnd(LONGEST_DYING);
            }
        }
        if (closed) {
            return Optional.empty();
        }
        throw new IllegalStateException("the server died %d times at %s".formatted(MOST_DEATHS_IN_A_TICK, now), last);
    }

    private Optional<Instant> ticked(Instant now) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(process.address().resolve("/demo/tick"))
                .timeout(LONGEST_TICK)
                .header(Console.SECRET, recipe.secret())
                .POST(HttpRequest.BodyPublishers.ofString(now.toString()))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the server answered a tick with status " + answer.statusCode());
            }
            return answer.body().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** From now on its process may end. */
    void replaceNoMore() {
        closed = true;
    }

    @Override
    public void close() {
        replaceNoMore();
        process.close();
        client.close();
    }
}
