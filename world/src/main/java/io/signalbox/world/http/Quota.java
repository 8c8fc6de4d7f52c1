package io.signalbox.world.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A limit of requests per key over a rolling window of virtual time. Not thread-safe: used under the world's lock.
 */
public final class Quota {
    private final int limit;
    private final Duration window;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    public Quota(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    public int limit() {
        return limit;
    }

    /** Takes one; false, without taking, when nothing is left. */
    public boolean take(String key, Instant now) {
        Deque<Instant> mine = current(key, now);
        return mine.size() < limit && mine.offer(now);
    }

    /** How many are left now. */
    public int left(String key, Instant now) {
        return limit - current(key, now).size();
    }

    /** When the oldest of those taken comes back; now when none is taken. */
    public Instant eases(String key, Instant now) {
        Deque<Instant> mine = current(key, now);
        return mine.isEmpty() ? now : mine.peek().plus(window);
    }

    private Deque<Instant> current(String key, Instant now) {
        Deque<Instant> mine = taken.computeIfAbsent(key, none -> new ArrayDeque<>());
        while (!mine.isEmpty() && !mine.peek().plus(window).isAfter(now)) {
            mine.poll();
        }
        return mine;
    }
}
