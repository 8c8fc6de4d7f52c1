package io.signalbox.bench.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long each request of a run took; every one is kept, so that a percentile is one of them and no estimate. */
public final class Latencies {
    private final long[] sorted;

    private Latencies(long[] sorted) {
        this.sorted = sorted;
    }

    static Latencies of(AtomicLongArray nanos) {
        long[] all = new long[nanos.length()];
        Arrays.setAll(all, nanos::get);
        return of(all);
    }

    public static Latencies of(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("no request was made");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The smallest time within which this share of the requests was answered.
     *
     * @param percent over 0, up to 100
     */
    public double millis(double percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100);
        return sorted[Math.max(1, rank) - 1] / 1e6;
    }
}
