package io.signalbox.bench.load;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at instants that are fixed in advance, whatever became of the requests before, and counts each request from the
 * instant when it was due. So a server that stalls is charged for everybody who would have waited (Tene: coordinated
 * omission), and not only for the one request that it was slow to answer.
 *
 * @param perSecond how many requests are due in a second
 * @param length for how long
 */
public record OpenLoop(int perSecond, Duration length) {
    /** One request and its whole answer. */
    @FunctionalInterface
    public interface Request {
        void send() throws Exception;
    }

    /** @throws IllegalStateException if any request failed: the figures of such a run mean nothing */
    public Latencies run(Request request) throws InterruptedException {
        int count = Math.toIntExact(length.toMillis() * perSecond / 1000);
        long period = 1_000_000_000L / perSecond;
        AtomicLongArray taken = new AtomicLongArray(count);
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        CountDownLatch open = new CountDownLatch(count);
        long begin = System.nanoTime() + period;
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = begin + i * period;
            waitUntil(due);
            Thread.ofVirtual().start(() -> {
                try {
                    request.send();
                } catch (Exception e) {
                    failures.add(e);
                } finally {
                    taken.set(number, System.nanoTime() - due);
                    open.countDown();
                }
            });
        }
        open.await();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " of " + count + " requests failed", failures.peek());
        }
        return Latencies.of(taken);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
