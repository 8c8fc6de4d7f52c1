package io.signalbox.connectors.http;

import io.signalbox.engine.time.Ticker;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/** The way out for one credential. Thread-safe. Opened by {@link Http#outlet}. */
public final class Outlet {
    private final OutletSettings settings;
    private final HttpClient client;
    private final Gatekeeper gatekeeper;
    private final Admission admission;
    private final InstantSource clock;
    private final Ticker ticker;

    Outlet(
            OutletSettings settings,
            HttpClient client,
            Addresses.Resolver resolver,
            ExecutorService threads,
            InstantSource clock,
            Ticker ticker) {
        this.settings = settings;
        this.client = client;
        this.gatekeeper = new Gatekeeper(settings.bases(), settings.reach(), resolver, threads);
        this.admission = new Admission(settings, clock);
        this.clock = clock;
        this.ticker = ticker;
    }

    public String name() {
        return settings.name();
    }

    /** The clock of quotas and of what vendors date. */
    public InstantSource clock() {
        return clock;
    }

    /** An errand that must be done within this time, all its calls together. */
    public Errand errand(Duration within) {
        return new Errand(this, ticker.nanos() + within.toNanos(), false);
    }

    /** An errand that stops something: neither budget nor breaker nor the vendor's wish for rest holds it back. */
    public Errand stop(Duration within) {
        return new Errand(this, ticker.nanos() + within.toNanos(), true);
    }

    /** What went out so far. */
    public Traffic traffic() {
        return admission.traffic();
    }

    OutletSettings settings() {
        return settings;
    }

    HttpClient client() {
        return client;
    }

    Gatekeeper gatekeeper() {
        return gatekeeper;
    }

    Admission admission() {
        return admission;
    }

    Ticker ticker() {
        return ticker;
    }
}
