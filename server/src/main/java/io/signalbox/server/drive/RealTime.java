package io.signalbox.server.drive;

import io.signalbox.engine.Engine;
import io.signalbox.engine.storage.StorageDown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives the work by the real clock: at once when woken, at the latest once a second; every subject at least every half minute. */
public final class RealTime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final Engine engine;
    private final Work work;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private boolean wake;
    private String trouble = "";
    private long sweptAt;

    public RealTime(Engine engine, Work work) {
        this.engine = engine;
        this.work = work;
        this.thread = Thread.ofPlatform().name("signalbox-drive").unstarted(this::loop);
    }

    public void start() {
        sweptAt = System.nanoTime();
        thread.start();
    }

    /** Something may be due. */
    public void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (running.get()) {
            try {
                sweep();
                List<Future<?>> started = work.start();
                goesOn();
                if (started.isEmpty()) {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (StorageDown e) {
                standsStill(String.valueOf(e.getMessage()));
                pauseAfterFailure();
            } catch (RuntimeException e) {
                LOG.error("The loop failed and goes on.", e);
                pauseAfterFailure();
            }
        }
    }

    /** Said once, and not every second. */
    private void standsStill(String why) {
        if (!why.equals(trouble)) {
            LOG.warn("Nothing is done for now, and nothing is lost: {}", why);
            trouble = why;
        }
    }

    private void goesOn() {
        if (!trouble.isEmpty()) {
            LOG.info("The work goes on.");
            trouble = "";
        }
    }

    private void sweep() {
        if (System.nanoTime() - sweptAt >= SWEEP.toNanos()) {
            // One that fails does not keep what is due from being done: the next is as good.
            sweptAt = System.nanoTime();
            engine.storage().sweep(engine.clock().instant());
        }
    }

    private void rest() throws InterruptedException {
        Instant now = engine.clock().instant();
        Duration untilDue =
                work.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_WAIT);
        Duration wait = untilDue.compareTo(LONGEST_WAIT) < 0 ? untilDue : LONGEST_WAIT;
        long nanos = Math.max(wait.toNanos(), Duration.ofMillis(5).toNanos());
        lock.lock();
        try {
            while (!wake && nanos > 0) {
                nanos = woken.awaitNanos(nanos);
            }
            wake = false;
        } finally {
            lock.unlock();
        }
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.set(false);
        wake();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
