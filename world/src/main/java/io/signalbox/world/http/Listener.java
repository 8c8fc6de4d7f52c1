package io.signalbox.world.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * An HTTP/1.1 server on the loopback address, one virtual thread a connection. The JDK's own server stamps every reply with the
 * machine's date and cannot break a reply in the middle; here both are the world's to decide.
 */
public final class Listener implements AutoCloseable {
    private final ServerSocket server;
    private final Supplier<Instant> now;
    private final Exchange exchange;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Turns a request into what becomes of its connection. */
    @FunctionalInterface
    public interface Exchange {
        Outcome answer(RawRequest request);
    }

    /**
     * Binds and starts.
     *
     * @param port 0 for any free one
     * @param now the clock of the {@code Date} header
     * @throws UncheckedIOException if the port is taken
     */
    public Listener(int port, Supplier<Instant> now, Exchange exchange) {
        this.now = now;
        this.exchange = exchange;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on 127.0.0.1:" + port + ": free the port, or pass 0 for any free one", e);
        }
        Thread.ofVirtual().name("world-accept").start(this::accept);
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("world-http").start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException("The world stopped accepting connections", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            serve(new BufferedInputStream(socket.getInputStream(), 16_384), socket.getOutputStream());
        } catch (IOException gone) {
            // The client went away: nothing is left to tell it, and nothing of the world's state depends on it.
        } finally {
            open.remove(socket);
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        try {
            boolean goOn = true;
            while (goOn) {
                RawRequest request = RawRequest.read(in, out);
                goOn = request != null && send(exchange.answer(request), request, out);
            }
        } catch (RawRequest.Malformed malformed) {
            String text = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\nX-Reason: "
                    + malformed.getMessage() + "\r\n\r\n";
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Writes what the outcome asks for; true when the connection may carry another request. */
    private boolean send(Outcome outcome, RawRequest request, OutputStream out) throws IOException {
        return switch (outcome) {
            case Outcome.Send(Reply reply, Runnable sent) -> {
                out.write(encode(reply, request, reply.body().length()));
                sent.run();
                yield request.keepAlive();
            }
            case Outcome.SendHalf(Reply reply) -> {
                out.write(encode(reply, request, reply.body().length() / 2));
                yield false;
            }
            case Outcome.Drop() -> false;
        };
    }

    private byte[] encode(Reply reply, RawRequest request, int bodyBytes) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", Reply.HTTP_DATE.format(now.get()));
        headers.putAll(reply.headers());
        if (reply.status() != 204 && reply.status() != 304) {
            headers.put("Content-Length", Integer.toString(reply.body().length()));
        }
        headers.put("Connection", request.keepAlive() ? "keep-alive" : "close");
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(reply.status())
                .append(' ')
                .append(Reasons.of(reply.status()))
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + bodyBytes);
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!request.method().equals("HEAD") && reply.status() != 204 && reply.status() != 304) {
            bytes.write(reply.body().bytes(), 0, bodyBytes);
        }
        return bytes.toByteArray();
    }
}
