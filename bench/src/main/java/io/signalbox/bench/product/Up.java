package io.signalbox.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running {@code signalbox up}.
 *
 * @param seconds how long it took from the start of the launcher until the first page was served
 */
record Up(Process process, double seconds) implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    static Up start(Signalbox signalbox, Map<String, String> variables, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("up", "--port", "0"));
        arguments.addAll(options);
        long begun = System.nanoTime();
        Process process = signalbox.begin(variables, arguments);
        open(place(process));
        return new Up(process, (System.nanoTime() - begun) / 1e9);
    }

    private static URI place(Process process) throws IOException {
        BufferedReader said = process.inputReader(UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher place = PLACE.matcher(line);
            if (place.find()) {
                return URI.create(place.group());
            }
        }
        throw new IOException("signalbox up ended before it was ready");
    }

    private static void open(URI place) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(place.resolve("/")).build();
            int status =
                    browser.send(page, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException("the page at " + place + " was answered with status " + status);
            }
        }
    }

    /** What the process holds in memory (its resident set), in MB of a million bytes; the database is another process. */
    double megabytes() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
        String kibibytes = new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
        return Long.parseLong(kibibytes) * 1024 / 1e6;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
