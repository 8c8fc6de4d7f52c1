package io.signalbox.engine;

import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.command.CommandDesk;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.reconcile.Reconciler;
import io.signalbox.engine.send.Call;
import io.signalbox.engine.send.Sender;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.time.Ticker;
import io.signalbox.engine.watch.Watcher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The engine put together over its ports. Holds no state of its own: everything is in storage. Thread-safe. */
public final class Engine {
    private final Storage storage;
    private final Configuration configuration;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Pictures pictures;
    private final Reconciler reconciler;
    private final Watcher watcher;
    private final Sender sender;
    private final CommandDesk desk;

    public Engine(
            Storage storage,
            Configuration configuration,
            Connectors connectors,
            InstantSource clock,
            Ticker ticker,
            Settings settings) {
        this.storage = storage;
        this.configuration = configuration;
        this.connectors = connectors;
        this.clock = clock;
        this.pictures = new Pictures(configuration);
        this.reconciler = new Reconciler(storage, pictures, connectors, clock, settings);
        this.watcher = new Watcher(storage, configuration, connectors, clock, settings);
        this.sender = new Sender(storage, pictures, connectors, clock, ticker, settings);
        this.desk = new CommandDesk(storage, connectors, pictures, clock);
    }

    /** Brings storage in line with what is configured. To be called at every start. */
    public void start() {
        Instant now = clock.instant();
        for (AppKey app : configuration.apps()) {
            configuration.policy(app).ifPresent(storage::keepPolicy);
            storage.ensureTrain(app, now);
            storage.ensureWatches(
                    app, connectors.sources(app).stream().map(Source::name).toList(), now);
        }
        storage.sweep(now);
    }

    /** Begins, makes and records one call, in the thread of the caller. */
    public void send(ActionId action) {
        Optional<Call> call = sender.begin(action);
        if (call.isPresent()) {
            Reply reply = sender.perform(call.get());
            sender.finish(call.get(), reply);
        }
    }

    public Storage storage() {
        return storage;
    }

    public Pictures pictures() {
        return pictures;
    }

    public Reconciler reconciler() {
        return reconciler;
    }

    public Watcher watcher() {
        return watcher;
    }

    public Sender sender() {
        return sender;
    }

    public CommandDesk desk() {
        return desk;
    }

    public InstantSource clock() {
        return clock;
    }
}
