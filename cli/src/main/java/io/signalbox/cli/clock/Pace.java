package io.signalbox.cli.clock;

import java.util.Optional;

/**
 * How fast the clock goes.
 *
 * @param running whether it goes by itself
 * @param minutesPerSecond virtual minutes for each real second; empty for the scenario's own pace
 * @param steps how many jumps it still makes although it does not go by itself
 * @param toNextEvent whether it hurries to the next event of the scenario and then stops
 */
public record Pace(boolean running, Optional<Double> minutesPerSecond, int steps, boolean toNextEvent) {
    /** As fast as it can. */
    public static Pace flatOut() {
        return new Pace(true, Optional.of(Double.POSITIVE_INFINITY), 0, false);
    }

    public static Pace scenario() {
        return new Pace(true, Optional.empty(), 0, false);
    }

    public Pace running(boolean now) {
        return new Pace(now, minutesPerSecond, 0, false);
    }

    public Pace at(Optional<Double> minutes) {
        return new Pace(running, minutes, steps, toNextEvent);
    }

    public Pace step() {
        return new Pace(false, minutesPerSecond, steps + 1, false);
    }

    public Pace stepped() {
        return new Pace(running, minutesPerSecond, Math.max(0, steps - 1), toNextEvent);
    }

    public Pace jump() {
        return new Pace(false, minutesPerSecond, 0, true);
    }

    public Pace arrived() {
        return new Pace(running, minutesPerSecond, steps, false);
    }

    public boolean goes() {
        return running || steps > 0 || toNextEvent;
    }
}
