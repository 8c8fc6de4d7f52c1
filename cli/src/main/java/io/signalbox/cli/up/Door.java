package io.signalbox.cli.up;

import io.signalbox.cli.home.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Where a server listens; tried before anything is started, because what is in the way there is soonest mended. */
final class Door {
    private static final int LAST_PORT = 65_535;

    private Door() {}

    /**
     * Listens for a moment.
     *
     * @param port 0 for any free one
     * @throws Trouble if nobody can listen there, or somebody does
     */
    static void tryOut(String address, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new Trouble("there is no port %d: name one from 0 (any free one) to %d with --port."
                    .formatted(port, LAST_PORT));
        }
        try {
            listen(address, 0);
        } catch (IOException e) {
            throw new Trouble(
                    "%s is no address of this machine (%s): name another with --address, such as %s."
                            .formatted(address, e.getMessage(), Host.LOOPBACK),
                    e);
        }
        try {
            listen(address, port);
        } catch (IOException e) {
            throw closed(port, e);
        }
    }

    private static void listen(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        }
    }

    static Trouble closed(int port, Exception why) {
        String said = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        String what = said.contains("in use")
                ? "port %d is taken: end the program that listens there, or name another with --port."
                : "nobody can listen on port %d (%s): name another with --port.";
        return new Trouble(what.formatted(port, why.getMessage()), why);
    }
}
