package io.signalbox.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/** Threads that do the same until it is done. */
public record Workers(int threads) {

    /** How much was done in which time. */
    public record Timed(int count, double seconds) {
        public static final Timed NOTHING = new Timed(0, 0);

        public Timed and(Timed more) {
            return new Timed(count + more.count, seconds + more.seconds);
        }

        public double perSecond() {
            return count / seconds;
        }
    }

    /** What one thread does; says how often it did it. */
    public interface Part {
        int work() throws Exception;
    }

    /** Lets every thread do its part, and times all of them together. */
    public Timed time(Part part) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            List<Future<Integer>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(part::work));
            }
            int count = 0;
            for (Future<Integer> done : parts) {
                count += done.get();
            }
            return new Timed(count, (System.nanoTime() - begun) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Shares things out among the threads; what is done to one says how much it was. */
    public <T> Timed timeEach(List<T> things, ToIntFunction<T> what) {
        ConcurrentLinkedQueue<T> left = new ConcurrentLinkedQueue<>(things);
        return time(() -> {
            int count = 0;
            for (T thing = left.poll(); thing != null; thing = left.poll()) {
                count += what.applyAsInt(thing);
            }
            return count;
        });
    }
}
