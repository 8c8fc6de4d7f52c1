package io.signalbox.testkit.sim;

/** A simulated process ends here. What it held in its hands is lost; nothing catches this but whoever runs its steps. */
final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died(String point) {
        super(point, null, false, false);
    }
}
