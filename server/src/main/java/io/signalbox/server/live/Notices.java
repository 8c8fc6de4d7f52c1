package io.signalbox.server.live;

import io.signalbox.domain.app.AppKey;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that an overview says something new. A notice carries only the app and its revision, so one that was missed is
 * made up for by the newest: on connecting, and on connecting again, a page is told all current revisions. Thread-safe.
 */
public final class Notices implements AutoCloseable {
    private static final int MOST_READERS = 10_000;
    private static final long HEARTBEAT_SECONDS = 15;

    private final CopyOnWriteArrayList<SseEmitter> readers = new CopyOnWriteArrayList<>();
    private final Map<AppKey, Long> newest = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("signalbox-notices").daemon().factory());

    private final Future<?> beating;

    public Notices() {
        beating = heart.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** A new reader; refused by an exception if there are too many. */
    public SseEmitter open() {
        if (readers.size() >= MOST_READERS) {
            throw new TooManyReaders();
        }
        SseEmitter reader = new SseEmitter(0L);
        reader.onCompletion(() -> readers.remove(reader));
        reader.onError(_ -> readers.remove(reader));
        reader.onTimeout(() -> readers.remove(reader));
        readers.add(reader);
        newest.forEach((app, revision) -> send(reader, event(app, revision)));
        send(reader, SseEmitter.event().comment("open"));
        return reader;
    }

    /** More readers than this server serves at once. */
    public static final class TooManyReaders extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public void changed(AppKey app, long revision) {
        newest.put(app, revision);
        readers.forEach(reader -> send(reader, event(app, revision)));
    }

    public int readers() {
        return readers.size();
    }

    private void beat() {
        readers.forEach(reader -> send(reader, SseEmitter.event().comment("")));
    }

    private static SseEmitter.SseEventBuilder event(AppKey app, long revision) {
        return SseEmitter.event()
                .id(app + ":" + revision)
                .name("board")
                .data("{\"app\":\"%s\",\"revision\":%d}".formatted(app, revision));
    }

    private void send(SseEmitter reader, SseEmitter.SseEventBuilder event) {
        try {
            reader.send(event);
        } catch (IOException | IllegalStateException e) {
            // Gone; it will connect again if it is still there.
            readers.remove(reader);
        }
    }

    @Override
    public void close() {
        beating.cancel(true);
        heart.shutdownNow();
        readers.forEach(SseEmitter::complete);
    }
}
