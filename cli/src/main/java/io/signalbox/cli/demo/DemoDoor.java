package io.signalbox.cli.demo;

import io.signalbox.cli.clock.Participant;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The server's side of the demo: hands {@code /demo/*} of the pages on to the process that owns the clock, and lets that process
 * move the time. Changes are taken from our own pages only.
 */
final class DemoDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpClient client = HttpClient.newHttpClient();
    private final transient URI console;
    private final String secret;
    private transient volatile Optional<Participant> server = Optional.empty();

    DemoDoor(URI console, String secret) {
        this.console = console;
        this.secret = secret;
    }

    /** From now on time can be moved. */
    void open(Participant opened) {
        server = Optional.of(opened);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        boolean owner = secret.equals(request.getHeader(Console.SECRET));
        Optional<Participant> participant = server;
        if (path.equals("/tick") && owner && participant.isPresent()) {
            Instant now = Instant.parse(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            response.getWriter()
                    .write(participant.get().tick(now).map(Instant::toString).orElse(""));
            return;
        }
        boolean reads = request.getMethod().equals("GET");
        if (!reads && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        handOn(request, response, path);
    }

    private void handOn(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        HttpRequest handed = HttpRequest.newBuilder(console.resolve("/demo" + path))
                .timeout(Duration.ofSeconds(10))
                .header(Console.SECRET, secret)
                .method(
                        request.getMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                request.getInputStream().readAllBytes()))
                .build();
        try {
            HttpResponse<byte[]> answer = client.send(handed, HttpResponse.BodyHandlers.ofByteArray());
            response.setStatus(answer.statusCode());
            response.setContentType("application/json");
            response.getOutputStream().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
