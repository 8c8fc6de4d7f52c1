package io.signalbox.world.users;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sums over cells, and what follows from them. Not thread-safe. */
public final class Tally {
    private final Map<Instant, Double> usersByHour = new HashMap<>();
    private long sessions;
    private long crashed;

    public void add(Cell cell) {
        sessions += cell.sessions();
        crashed += cell.crashed();
        usersByHour.merge(cell.hour(), cell.users(), Double::sum);
    }

    public double sessions() {
        return sessions;
    }

    public double crashed() {
        return crashed;
    }

    /** How many different users had a session, where each user's sessions come independently of the others'. */
    public double users() {
        return different(sessions);
    }

    /** How many different users saw a crash. */
    public double crashedUsers() {
        return different(crashed);
    }

    private double different(long events) {
        double most = usersByHour.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return most < 1e-9 ? 0 : most * (1 - Math.exp(-(double) events / most));
    }
}
