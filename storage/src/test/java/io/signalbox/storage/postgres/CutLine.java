package io.signalbox.storage.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line to a database that can be cut: for good, for a while, or when the database has the commit and its answer never arrives. */
final class CutLine implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    private CutLine(ServerSocket entrance, int exit) {
        this.entrance = entrance;
        this.exit = exit;
    }

    static CutLine to(int port) {
        try {
            CutLine line = new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Cuts the connection on which the next COMMIT goes by, once it is answered and before the answer is passed on. */
    void cutAtTheNextCommit() {
        armed.set(true);
    }

    /** Cuts every connection, and lets no new one through. */
    void cut() throws IOException {
        away = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    void mend() {
        away = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), exit);
                open.add(client);
                AtomicBoolean cut = new AtomicBoolean();
                Thread.ofVirtual().start(() -> pass(client, server, cut, true));
                Thread.ofVirtual().start(() -> pass(server, client, cut, false));
            } catch (IOException e) {
                // Closed: the only way to end this.
                return;
            }
        }
    }

    /** @param there whether it is the client's side, on which commits go by */
    private void pass(Socket from, Socket to, AtomicBoolean cut, boolean there) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String text = new String(Arrays.copyOf(buffer, n), StandardCharsets.ISO_8859_1);
                if (there && text.contains("COMMIT") && armed.compareAndSet(true, false)) {
                    cut.set(true);
                }
                if (!there && cut.get()) {
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone, and with it the other.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
