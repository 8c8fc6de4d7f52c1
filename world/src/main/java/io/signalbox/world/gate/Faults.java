package io.signalbox.world.gate;

import io.signalbox.world.http.Call;
import io.signalbox.world.log.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The planned faults of a world. Thread-safe. */
public final class Faults {
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    /** Plans a fault from now on. */
    public Planned add(FaultRule rule) {
        Planned entry = new Planned(rule);
        planned.add(entry);
        return entry;
    }

    /** Ends all faults and lets hanging requests go on. */
    public void clear() {
        planned.forEach(Planned::remove);
    }

    List<Planned> hitting(Vendor vendor, Call call, Instant now) {
        return planned.stream().filter(entry -> entry.hits(vendor, call, now)).toList();
    }

    /** A planned fault in the hands of whoever planned it. */
    public final class Planned {
        private final FaultRule rule;
        private final AtomicInteger matched = new AtomicInteger();
        private final CountDownLatch released = new CountDownLatch(1);

        private Planned(FaultRule rule) {
            this.rule = rule;
        }

        public FaultRule rule() {
            return rule;
        }

        /** On how many requests the fault has come about. */
        public int count() {
            return Math.clamp((long) matched.get() - rule.skip(), 0, rule.times());
        }

        /** Lets the hanging requests go on, and later ones not hang at all. */
        public void release() {
            released.countDown();
        }

        /** Ends the fault; hanging requests go on. */
        public void remove() {
            planned.remove(this);
            release();
        }

        void awaitRelease() {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean hits(Vendor vendor, Call call, Instant now) {
            if (!rule.fits(vendor, call, now)) {
                return false;
            }
            int match = matched.getAndIncrement();
            return match >= rule.skip() && match - rule.skip() < rule.times();
        }
    }
}
