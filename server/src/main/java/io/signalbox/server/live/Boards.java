package io.signalbox.server.live;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.Engine;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.board.Outdated;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.storage.AppSnapshot;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.engine.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest overview of each app, encoded once. Made anew when something changed and at least every five minutes; readers get bytes
 * and never cause a look at storage, let alone a call to a source. One that should have been made anew and could not is shown as
 * {@link Outdated}, until it can. Thread-safe.
 */
public final class Boards implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Boards.class);

    /** Changes that come closer together than this are shown together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    /** How long it is waited after one could not be made. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(5);

    /** One that is older than this is being made for too long, or nobody makes it any more. */
    private static final Duration OVERDUE = AT_LEAST_EVERY.plusMinutes(1);

    private final Engine engine;
    private final Configuration configuration;
    private final JsonMapper json;
    private final Ticker ticker;
    private final BiConsumer<AppKey, Long> changed;
    private final ConcurrentHashMap<AppKey, Shown> shown = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AppKey, AtomicBoolean> stale = new ConcurrentHashMap<>();
    private final Set<AppKey> failing = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean running = true;

    /** @param changed told of an app and the revision of its overview when that says something new */
    public Boards(
            Engine engine,
            Configuration configuration,
            JsonMapper json,
            Ticker ticker,
            BiConsumer<AppKey, Long> changed) {
        this.engine = engine;
        this.configuration = configuration;
        this.json = json;
        this.ticker = ticker;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("signalbox-boards").unstarted(this::loop);
    }

    public void start() {
        configuration.apps().forEach(app -> stale.put(app, new AtomicBoolean(true)));
        refresh();
        thread.start();
    }

    /** The overview as it is to be shown; empty before it could be made for the first time. */
    public Optional<Shown> of(AppKey app) {
        Shown newest = shown.get(app);
        if (newest != null && ticker.nanos() - newest.madeAt() > OVERDUE.toNanos()) {
            outdate(app, "It should have been made anew long ago: see the log of Signalbox, and start it again.");
        }
        return Optional.ofNullable(shown.get(app));
    }

    /** Something of the app has changed. */
    public void changed(AppKey app) {
        stale.computeIfAbsent(app, _ -> new AtomicBoolean()).set(true);
    }

    /** Makes every overview anew that is not up to date. One that cannot be made keeps none of the others from it. */
    public void refresh() {
        stale.forEach((app, flag) -> {
            if (flag.getAndSet(false)) {
                try {
                    make(app);
                    if (failing.remove(app)) {
                        LOG.warn("The overview of {} is up to date again.", app);
                    }
                } catch (RuntimeException e) {
                    flag.set(true);
                    failed(app, e);
                }
            }
        });
    }

    private void failed(AppKey app, RuntimeException why) {
        boolean first = failing.add(app);
        if (why instanceof StorageDown away) {
            if (first) {
                LOG.warn("The overview of {} cannot be made: {}", app, away.getMessage());
            }
            outdate(app, String.valueOf(away.getMessage()));
            return;
        }
        if (first) {
            LOG.error("The overview of {} could not be made; the last one is shown as outdated.", app, why);
        }
        outdate(app, "It could not be made anew; the log of Signalbox says why.");
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(failing.isEmpty() ? GATHER : PAUSE);
                expire();
                refresh();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("Making overviews failed outside its own handling, and goes on.", e);
            }
        }
    }

    private void expire() {
        long now = ticker.nanos();
        shown.forEach((app, s) -> {
            if (now - s.madeAt() > AT_LEAST_EVERY.toNanos()) {
                changed(app);
            }
        });
    }

    private synchronized void make(AppKey app) {
        long begun = ticker.nanos();
        Optional<AppSnapshot> snapshot = engine.storage().readApp(app);
        if (snapshot.isPresent()) {
            Instant now = engine.clock().instant();
            show(app, new BoardBuilder(engine.pictures()).build(snapshot.get(), now), begun);
        }
    }

    private void outdate(AppKey app, String why) {
        Shown last = shown.get(app);
        if (last != null && last.board().outdated().isEmpty()) {
            show(app, Outdated.of(last.board(), why), last.madeAt());
        }
    }

    private void show(AppKey app, Board board, long madeAt) {
        Shown before;
        Shown now;
        synchronized (shown) {
            before = shown.get(app);
            long revision = before == null ? 1 : before.revision() + (sameBut(before.board(), board) ? 0 : 1);
            now = new Shown(json.writeValueAsBytes(board), revision, board, madeAt);
            shown.put(app, now);
        }
        if (before == null || before.revision() != now.revision()) {
            changed.accept(app, now.revision());
        }
    }

    /** Whether two overviews differ in nothing but when they were made. */
    private static boolean sameBut(Board before, Board after) {
        return before.at(after.asOf()).equals(after);
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
