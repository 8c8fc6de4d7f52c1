package io.signalbox.world.users;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * A crowd of users who are offered the same.
 *
 * @param name of the crowd, such as {@code player-desktop windows production}
 * @param project where their crashes are reported, such as {@code player-desktop}
 * @param sessionsPerDay of one user
 * @param uptake how long it takes until 63 % of those who are offered an update have it
 * @param byHand the same for those who are not offered it yet and fetch it by hand; zero where that cannot be done
 * @param inBuckets whether each installation decides for itself if a staged update is for it
 * @param countries the weight of each country by its code; they add up to 1
 * @param zone by whose clock the day goes
 * @param initial what everybody has at the start
 */
public record Population(
        String name,
        String project,
        Ring ring,
        long users,
        double sessionsPerDay,
        Duration uptake,
        Duration byHand,
        boolean inBuckets,
        Map<String, Double> countries,
        ZoneId zone,
        Build initial) {

    /** Where users of a widespread app live. */
    public static final Map<String, Double> EVERYWHERE = Map.ofEntries(
            Map.entry("US", 0.26),
            Map.entry("BR", 0.12),
            Map.entry("GB", 0.09),
            Map.entry("DE", 0.09),
            Map.entry("MX", 0.08),
            Map.entry("FR", 0.07),
            Map.entry("ES", 0.06),
            Map.entry("IN", 0.06),
            Map.entry("SE", 0.05),
            Map.entry("PL", 0.05),
            Map.entry("JP", 0.04),
            Map.entry("AU", 0.03));

    public Population {
        countries = Map.copyOf(countries);
        double total =
                countries.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(total - 1) > 0.001) {
            throw new IllegalArgumentException("The countries of " + name + " add up to " + total + ", not to 1");
        }
    }

    /** Sessions of one user in an hour of the local day; more in the evening, fewer at night. */
    double sessionsPerHour(int hourOfDay) {
        return sessionsPerDay / 24 * (1 + 0.7 * Math.cos(2 * Math.PI * (hourOfDay - 20) / 24));
    }
}
