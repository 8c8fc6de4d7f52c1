package io.signalbox.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.signalbox.cli.clock.ClockMaster;
import io.signalbox.cli.clock.Pace;
import io.signalbox.cli.scenario.Line;
import io.signalbox.cli.scenario.Play;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The controls of the demo, on a loopback port of the process that owns clock and world. The server hands {@code /demo/*} on to it,
 * with the secret that only the two know.
 */
final class Console implements AutoCloseable {
    static final String SECRET = "Signalbox-Demo";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LOG = 60;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String secret;
    private volatile Optional<Theatre> theatre = Optional.empty();

    /** What there is to control, once it has begun. */
    record Theatre(ClockMaster clock, Play play, WorldActs acts) {}

    /** @param over whether the scenario has come to its end */
    record State(
            String now,
            String zone,
            boolean running,
            boolean over,
            Optional<Double> pace,
            Chapter chapter,
            Optional<Coming> next,
            List<Act> acts,
            List<Told> log) {}

    record Chapter(String title, int index, int of) {}

    record Coming(String at, String text) {}

    record Act(String id, String group, String label) {}

    /** @param ok absent for what somebody only did */
    record Told(String at, String text, Optional<Boolean> ok) {}

    record Done(String problem) {}

    Console(String secret) throws IOException {
        this.secret = secret;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/demo/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void begin(Theatre begun) {
        theatre = Optional.of(begun);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!secret.equals(exchange.getRequestHeaders().getFirst(SECRET)) || theatre.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Object reply = reply(exchange, theatre.get());
            byte[] bytes = JSON.writeValueAsBytes(reply);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Object reply(HttpExchange exchange, Theatre theatre) throws IOException {
        String what = exchange.getRequestURI().getPath().substring("/demo/".length());
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        switch (what) {
            case "run" ->
                theatre.clock()
                        .pace()
                        .updateAndGet(p -> p.running(body.path("running").asBoolean(false)));
            case "step" -> theatre.clock().pace().updateAndGet(Pace::step);
            case "jump" -> theatre.clock().pace().updateAndGet(Pace::jump);
            case "pace" -> theatre.clock().pace().updateAndGet(p -> p.at(pace(body.path("pace"))));
            case "state" -> {}
            default -> {
                if (what.startsWith("acts/")) {
                    return new Done(theatre.acts()
                            .perform(what.substring("acts/".length()))
                            .orElse(""));
                }
            }
        }
        return state(theatre);
    }

    private static Optional<Double> pace(JsonNode pace) {
        return pace.isNumber() ? Optional.of(Math.clamp(pace.asDouble(), 0.1, 10_000)) : Optional.empty();
    }

    private static State state(Theatre theatre) {
        Pace pace = theatre.clock().pace().get();
        Play play = theatre.play();
        Play.Chapter chapter = play.chapter(theatre.clock().now());
        List<Line> lines = play.lines();
        return new State(
                theatre.clock().now().toString(),
                "Europe/Stockholm",
                pace.goes(),
                play.over(),
                pace.minutesPerSecond(),
                new Chapter(
                        chapter.title(),
                        play.chapters().indexOf(chapter) + 1,
                        play.chapters().size()),
                play.coming().map(l -> new Coming(l.at().toString(), unnumbered(l.text()))),
                theatre.acts().offers().stream()
                        .map(o -> new Act(o.id(), o.group(), o.label()))
                        .toList(),
                lines.subList(Math.max(0, lines.size() - LOG), lines.size()).reversed().stream()
                        .map(l -> new Told(l.at().toString(), unnumbered(l.text()), ok(l)))
                        .toList());
    }

    /** Without the number of the scenario's point, which says nothing to who watches. */
    private static String unnumbered(String text) {
        return text.replaceFirst("^\\d+\\. ", "");
    }

    private static Optional<Boolean> ok(Line line) {
        return switch (line.outcome()) {
            case DONE -> Optional.empty();
            case TRUE -> Optional.of(true);
            case FAILED -> Optional.of(false);
        };
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
