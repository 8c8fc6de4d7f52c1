package io.signalbox.server.live;

import io.signalbox.domain.app.AppKey;
import io.signalbox.engine.Engine;
import io.signalbox.engine.board.Board;
import io.signalbox.engine.board.BoardBuilder;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.storage.AppSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest overview of each app, encoded once. Made anew when something changed and at least every five minutes; readers get bytes
 * and never cause a look at storage, let alone a call to a source. Thread-safe.
 */
public final class Boards implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Boards.class);

    /** Changes that come closer together than this are shown together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(5);

    private final Engine engine;
    private final Configuration configuration;
    private final JsonMapper json;
    private final BiConsumer<AppKey, Long> changed;
    private final ConcurrentHashMap<AppKey, Shown> shown = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<AppKey, AtomicBoolean> stale = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    /** @param changed told of an app and the revision of its overview when that says something new */
    public Boards(Engine engine, Configuration configuration, JsonMapper json, BiConsumer<AppKey, Long> changed) {
        this.engine = engine;
        this.configuration = configuration;
        this.json = json;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("signalbox-boards").unstarted(this::loop);
    }

    public void start() {
        configuration.apps().forEach(app -> stale.put(app, new AtomicBoolean(true)));
        refresh();
        thread.start();
    }

    public Optional<Shown> of(AppKey app) {
        return Optional.ofNullable(shown.get(app));
    }

    /** Something of the app has changed. */
    public void changed(AppKey app) {
        stale.computeIfAbsent(app, _ -> new AtomicBoolean()).set(true);
    }

    /** Makes every overview anew that is not up to date. */
    public void refresh() {
        stale.forEach((app, flag) -> {
            if (flag.getAndSet(false)) {
                make(app);
            }
        });
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(GATHER);
                expire();
                refresh();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("An overview could not be made; the last one is still shown.", e);
            }
        }
    }

    private void expire() {
        long now = System.nanoTime();
        shown.forEach((app, s) -> {
            if (now - s.madeAt() > AT_LEAST_EVERY.toNanos()) {
                changed(app);
            }
        });
    }

    private synchronized void make(AppKey app) {
        Optional<AppSnapshot> snapshot = engine.storage().readApp(app);
        if (snapshot.isEmpty()) {
            return;
        }
        Instant now = engine.clock().instant();
        Board board = new BoardBuilder(engine.pictures()).build(snapshot.get(), now);
        Shown before = shown.get(app);
        boolean same = before != null && sameBut(before.board(), board);
        long revision = before == null ? 1 : same ? before.revision() : before.revision() + 1;
        shown.put(app, new Shown(json.writeValueAsBytes(board), revision, board, System.nanoTime()));
        if (!same) {
            changed.accept(app, revision);
        }
    }

    /** Whether two overviews differ in nothing but when they were made. */
    private static boolean sameBut(Board before, Board after) {
        return new Board(
                        before.app(),
                        before.name(),
                        before.zone(),
                        after.asOf(),
                        before.robot(),
                        before.counts(),
                        before.statement(),
                        before.needs(),
                        before.sections(),
                        before.cycles(),
                        before.next(),
                        before.sources(),
                        before.departure())
                .equals(after);
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
