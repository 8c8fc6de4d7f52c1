package io.signalbox.bench.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * One who reads from a server of this machine, as a browser does.
 *
 * @param token what it shows to be let in
 */
record Reader(HttpClient client, URI server, String token) {

    static Reader of(String port, String token) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Reader(client, URI.create("http://127.0.0.1:" + port), token);
    }

    /** What is there, compressed. */
    byte[] get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200 || response.body().length == 0) {
            throw new IOException(path + " was answered with status " + response.statusCode());
        }
        return response.body();
    }
}
