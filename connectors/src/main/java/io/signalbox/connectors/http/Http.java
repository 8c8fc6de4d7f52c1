package io.signalbox.connectors.http;

import io.signalbox.engine.time.Ticker;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All ways out of this process. One for a process; it owns the connections. Thread-safe. */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Ticker ticker;
    private final Addresses.Resolver resolver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;
    private final List<Outlet> outlets = new CopyOnWriteArrayList<>();

    /**
     * @param clock of quotas, breakers and of what vendors date
     * @param ticker of deadlines: real time
     */
    public Http(InstantSource clock, Ticker ticker) {
        this(clock, ticker, InetAddress::getAllByName);
    }

    Http(InstantSource clock, Ticker ticker, Addresses.Resolver resolver) {
        this.clock = clock;
        this.ticker = ticker;
        this.resolver = resolver;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }

    /**
     * Opens the way out for one credential.
     *
     * @throws IllegalArgumentException if a base address is not one that may be called
     */
    public Outlet outlet(OutletSettings settings) {
        Outlet outlet = new Outlet(settings, client, resolver, threads, clock, ticker);
        outlets.add(outlet);
        return outlet;
    }

    /** What went out by each connector so far. */
    public List<Traffic> traffic() {
        return outlets.stream().map(Outlet::traffic).toList();
    }

    /** Breaks calls off that are under way: to those who made them they may have been sent. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        threads.shutdownNow();
        threads.close();
    }
}
