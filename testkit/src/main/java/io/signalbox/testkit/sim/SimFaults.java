package io.signalbox.testkit.sim;

import io.signalbox.domain.signal.StoreReading.Rejection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What goes wrong, and how often. */
final class SimFaults {
    private final RandomGenerator chance;
    private final Set<Fault> allowed;
    private final Map<String, Integer> deaths = new TreeMap<>();
    private boolean healed;

    /** @param allowed the kinds that happen; the others are left out */
    SimFaults(RandomGenerator chance, Set<Fault> allowed) {
        this.chance = chance;
        this.allowed = allowed;
    }

    /** From now on nothing goes wrong. */
    void heal() {
        healed = true;
    }

    boolean healed() {
        return healed;
    }

    private boolean happens(Fault fault) {
        return !healed && allowed.contains(fault);
    }

    /** Whether it happens here, which it does once in so many times. */
    boolean once(Fault fault, int in) {
        return happens(fault) && chance.nextInt(in) == 0;
    }

    /** @throws Died now and then */
    void mayDie(String point) {
        if (once(Fault.CRASH, 3000)) {
            deaths.merge(point, 1, Integer::sum);
            throw new Died(point);
        }
    }

    /** How often a process ended at each of its ports. */
    Map<String, Integer> deaths() {
        return deaths;
    }

    /** What goes wrong with one call, if anything does. */
    Optional<Fault> call() {
        int roll = chance.nextInt(100);
        Fault fault = roll < 8
                ? Fault.REPLY_LOST
                : roll < 15 ? Fault.CALL_LOST : roll < 22 ? Fault.CALL_LATE : Fault.CALL_REFUSED;
        return roll < 30 && happens(fault) ? Optional.of(fault) : Optional.empty();
    }

    Duration reviewTime() {
        return Duration.ofMinutes(5 + chance.nextInt(55));
    }

    Optional<Rejection> rejection() {
        int roll = happens(Fault.REJECTION) ? chance.nextInt(100) : 99;
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
