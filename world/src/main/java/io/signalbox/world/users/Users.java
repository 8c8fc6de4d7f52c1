package io.signalbox.world.users;

import io.signalbox.world.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everybody who uses the apps, by the million, without an event per user: what a crowd did in an hour is computed when somebody
 * asks, from the seed, the offers and the crash rates alone. Thread-safe.
 */
public final class Users {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Timeline timeline;
    private final long seed;
    private final Map<String, Crowd> crowds = new LinkedHashMap<>();
    private final List<CrashRate> rates = new ArrayList<>();

    public Users(Timeline timeline, long seed) {
        this.timeline = timeline;
        this.seed = seed;
    }

    /** Adds a crowd, or puts it in the place of one of the same name. It begins with the hour that runs. */
    public void populate(Population population) {
        timeline.alone(() -> {
            crowds.put(population.name(), new Crowd(population, seed, timeline.now()));
        });
    }

    /** Tells a crowd everything that it is offered from now on. Crowds that are not there are not told. */
    public void offer(String crowd, List<Offer> offers) {
        timeline.alone(() -> {
            Crowd found = crowds.get(crowd);
            if (found != null) {
                found.offered(List.copyOf(offers), timeline.now());
            }
        });
    }

    /** Makes sessions crash from now on, or later. Where no rate holds nothing crashes. */
    public void crash(CrashRate rate) {
        timeline.alone(() -> {
            Instant now = timeline.now();
            Instant from = rate.from().isBefore(now) ? now : rate.from();
            rates.add(rate.between(from, rate.until()));
        });
    }

    /** The share of a project's users in production who have a version now, from 0 to 1. */
    public double adoption(String project, String version) {
        return timeline.alone(() -> {
            double having = 0;
            double all = 0;
            for (Crowd crowd : crowds.values()) {
                Population population = crowd.population();
                if (population.project().equals(project) && population.ring() == Ring.PRODUCTION) {
                    all += population.users();
                    having += population.users()
                            * crowd.mixAt(timeline.now()).shares().entrySet().stream()
                                    .filter(entry -> entry.getKey().version().equals(version))
                                    .mapToDouble(Map.Entry::getValue)
                                    .sum();
                }
            }
            return all == 0 ? 0 : having / all;
        });
    }

    /** The projects that crashes are reported to, in the order in which they came to be. */
    public List<String> projects() {
        return timeline.alone(() -> crowds.values().stream()
                .map(crowd -> crowd.population().project())
                .distinct()
                .toList());
    }

    /**
     * What happened from one instant to another, by whole hours of which the last may be cut short, by country.
     *
     * @param from rounded down to the hour
     * @param until nothing from then on is counted; an instant in the future counts as now
     * @param who which crowds
     */
    public List<Cell> byCountry(Instant from, Instant until, Predicate<Population> who) {
        return cells(from, until, who, Crowd.Hour::byCountry);
    }

    /** Like {@link #byCountry}, summed up over the countries. */
    public List<Cell> everywhere(Instant from, Instant until, Predicate<Population> who) {
        return cells(from, until, who, Crowd.Hour::everywhere);
    }

    private List<Cell> cells(
            Instant from, Instant until, Predicate<Population> who, Function<Crowd.Hour, List<Cell>> part) {
        return timeline.alone(() -> {
            Instant end = until.isAfter(timeline.now()) ? timeline.now() : until;
            List<Cell> found = new ArrayList<>();
            for (Crowd crowd : crowds.values()) {
                if (who.test(crowd.population())) {
                    Instant first = from.truncatedTo(ChronoUnit.HOURS);
                    for (Instant hour = first; hour.isBefore(end); hour = hour.plus(HOUR)) {
                        found.addAll(part.apply(crowd.hour(hour, end, rates)));
                    }
                }
            }
            return found;
        });
    }
}
