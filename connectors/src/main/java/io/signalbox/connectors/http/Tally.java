package io.signalbox.connectors.http;

import java.time.Instant;
import java.util.Arrays;

/** Counts of the last hour, in sixty minutes. Not thread-safe. */
final class Tally {
    private static final int MINUTES = 60;

    private final int[] calls = new int[MINUTES];
    private final int[] failures = new int[MINUTES];
    private final int[] throttles = new int[MINUTES];
    private long newest = Long.MIN_VALUE;
    private long ever;

    void called(Instant now) {
        calls[slot(now)]++;
        ever++;
    }

    void failed(Instant now) {
        failures[slot(now)]++;
    }

    void throttled(Instant now) {
        throttles[slot(now)]++;
    }

    int calls(Instant now) {
        return sum(calls, now);
    }

    int failures(Instant now) {
        return sum(failures, now);
    }

    int throttles(Instant now) {
        return sum(throttles, now);
    }

    long ever() {
        return ever;
    }

    private int sum(int[] counts, Instant now) {
        slot(now);
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The slot of this minute, after the minutes since the newest are emptied. A clock set back adds to the newest. */
    private int slot(Instant now) {
        long minute = Math.floorDiv(now.getEpochSecond(), 60L);
        if (newest == Long.MIN_VALUE || minute - newest >= MINUTES) {
            Arrays.fill(calls, 0);
            Arrays.fill(failures, 0);
            Arrays.fill(throttles, 0);
            newest = minute;
        }
        while (newest < minute) {
            newest++;
            int empty = (int) Math.floorMod(newest, (long) MINUTES);
            calls[empty] = 0;
            failures[empty] = 0;
            throttles[empty] = 0;
        }
        return (int) Math.floorMod(newest, (long) MINUTES);
    }
}
