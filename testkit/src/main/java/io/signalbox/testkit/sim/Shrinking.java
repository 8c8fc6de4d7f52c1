package io.signalbox.testkit.sim;

import io.signalbox.audit.Violation;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Makes a failing history smaller: leaves out every kind of fault without which the same invariant is still broken. */
public final class Shrinking {
    private Shrinking() {}

    /** A violation, the command that replays it, and the kinds of faults that it takes. */
    public static String told(Simulation.Setup setup, Violation violation) {
        return "%s at %s: %s (replay with -Dsignalbox.seed=%d -Dsignalbox.aim=%s; it takes no more than %s)"
                .formatted(
                        violation.invariant(),
                        violation.at(),
                        violation.what(),
                        setup.seed(),
                        setup.aim().name().toLowerCase(Locale.ROOT),
                        needed(setup, violation.invariant()));
    }

    private static Set<Fault> needed(Simulation.Setup setup, String invariant) {
        Set<Fault> needed = EnumSet.copyOf(setup.faults());
        for (Fault fault : setup.faults()) {
            Set<Fault> without = EnumSet.copyOf(needed);
            without.remove(fault);
            boolean still = Simulation.run(setup.with(without)).violations().stream()
                    .anyMatch(v -> v.invariant().equals(invariant));
            if (still) {
                needed = without;
            }
        }
        return needed;
    }
}
