package io.signalbox.bench.serving;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** The least that serves: the JDK's own server, which answers everything with the same so many bytes, made beforehand. */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) throws Exception {
        byte[] body = new byte[Integer.parseInt(arguments[0])];
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("ready " + server.getAddress().getPort());
        System.in.transferTo(System.err);
        server.stop(0);
    }
}
