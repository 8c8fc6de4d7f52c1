package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.StoreReading.Rejection;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What goes wrong, and how often. */
final class SimFaults {
    enum Call {
        NONE,
        LOST_BEFORE,
        REPLY_LOST,
        ARRIVES_LATE,
        TURNED_AWAY
    }

    private final RandomGenerator chance;
    private boolean healed;

    SimFaults(RandomGenerator chance) {
        this.chance = chance;
    }

    /** From now on nothing goes wrong. */
    void heal() {
        healed = true;
    }

    boolean healed() {
        return healed;
    }

    boolean once(int in) {
        return !healed && chance.nextInt(in) == 0;
    }

    Call call() {
        if (healed) {
            return Call.NONE;
        }
        int roll = chance.nextInt(100);
        if (roll < 70) {
            return Call.NONE;
        }
        return roll < 78
                ? Call.REPLY_LOST
                : roll < 85 ? Call.LOST_BEFORE : roll < 92 ? Call.ARRIVES_LATE : Call.TURNED_AWAY;
    }

    Duration reviewTime() {
        return Duration.ofMinutes(10 + chance.nextInt(120));
    }

    Optional<Rejection> rejection() {
        int roll = healed ? 99 : chance.nextInt(100);
        return roll < 10
                ? Optional.of(Rejection.METADATA)
                : roll < 14 ? Optional.of(Rejection.BINARY) : Optional.empty();
    }

    Duration upTo(Duration longest) {
        return Duration.ofMillis(chance.nextLong(longest.toMillis() + 1));
    }

    RandomGenerator chance() {
        return chance;
    }
}
