package io.signalbox.world.users;

import io.signalbox.world.time.History;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A population through time: what it was offered, what it has installed, what it did in each hour. Hours that are over are kept. */
final class Crowd {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Population population;
    private final long seed;
    private final Buckets buckets;
    private final Instant start;
    private final History<List<Offer>> offers;
    private final List<Mix> mixes = new ArrayList<>();
    private final Map<Instant, Hour> hours = new HashMap<>();

    Crowd(Population population, long seed, Instant now) {
        this.population = population;
        this.seed = seed ^ population.name().hashCode();
        this.buckets = new Buckets(this.seed);
        this.start = now.truncatedTo(ChronoUnit.HOURS);
        this.offers = new History<>(start, List.of());
        mixes.add(Mix.all(population.initial()));
    }

    Population population() {
        return population;
    }

    void offered(List<Offer> now, Instant at) {
        offers.set(at, now);
    }

    /** What is installed at an instant that is not in the future. */
    Mix mixAt(Instant instant) {
        Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
        return installed(mixAtHour(hour), hour, instant);
    }

    /** What happened in an hour, or in its part up to a moment that is not in the future. */
    Hour hour(Instant begin, Instant until, List<CrashRate> rates) {
        if (begin.isBefore(start) || !until.isAfter(begin)) {
            return Hour.EMPTY;
        }
        Instant end = begin.plus(HOUR);
        if (until.isBefore(end)) {
            return Hour.of(count(begin, until, rates));
        }
        return hours.computeIfAbsent(begin, whole -> Hour.of(count(whole, end, rates)));
    }

    /** What happened in an hour, by country and summed up over the countries: most questions are not about countries. */
    record Hour(List<Cell> byCountry, List<Cell> everywhere) {
        static final Hour EMPTY = new Hour(List.of(), List.of());

        static Hour of(List<Cell> byCountry) {
            Map<Build, Cell> sums = new LinkedHashMap<>();
            byCountry.forEach(cell -> sums.merge(cell.build(), cell.in(""), Cell::plus));
            return new Hour(byCountry, List.copyOf(sums.values()));
        }
    }

    private List<Cell> count(Instant hour, Instant until, List<CrashRate> rates) {
        Mix before = mixAtHour(hour);
        Mix after = installed(before, hour, until);
        double part = (double) Duration.between(hour, until).toMillis() / HOUR.toMillis();
        int hourOfDay = hour.atZone(population.zone()).getHour();
        double perUser = population.sessionsPerHour(hourOfDay);
        List<Cell> found = new ArrayList<>();
        for (Build build : new TreeMap<>(after.shares()).keySet()) {
            double share = (before.share(build) + after.share(build)) / 2;
            new TreeMap<>(population.countries()).forEach((country, weight) -> {
                double users = population.users() * share * weight;
                double expected = users * part * perUser;
                double rate = rate(build, country, hour, until, rates);
                String place = country + build.number();
                long sessions = Chance.count(expected, Chance.uniform(seed, place, hour, "sessions"));
                long crashed = Chance.count(expected * rate, Chance.uniform(seed, place, hour, "crashes"));
                if (sessions > 0) {
                    found.add(new Cell(
                            population.project(),
                            population.ring(),
                            build,
                            country,
                            hour,
                            users,
                            sessions,
                            Math.min(crashed, sessions)));
                }
            });
        }
        return List.copyOf(found);
    }

    /** The part of the sessions that crash, weighted by how long each rate holds. */
    private double rate(Build build, String country, Instant from, Instant until, List<CrashRate> rates) {
        double total = Duration.between(from, until).toMillis();
        double rate = 0;
        for (CrashRate crash : rates) {
            if (crash.hits(population.project(), build, country)) {
                Instant first = crash.from().isAfter(from) ? crash.from() : from;
                Instant last = crash.until().isBefore(until) ? crash.until() : until;
                if (last.isAfter(first)) {
                    rate += crash.perSession() * Duration.between(first, last).toMillis() / total;
                }
            }
        }
        return Math.min(1, rate);
    }

    private Mix mixAtHour(Instant hour) {
        int index = (int) Math.max(0, Duration.between(start, hour).toHours());
        while (mixes.size() <= index) {
            Instant last = start.plus(HOUR.multipliedBy(mixes.size() - 1L));
            mixes.add(installed(mixes.getLast(), last, last.plus(HOUR)));
        }
        return mixes.get(index);
    }

    /** Lets people install from one instant to another, under whatever was offered in between. */
    private Mix installed(Mix mix, Instant from, Instant until) {
        Mix result = mix;
        Instant at = from;
        for (Instant change : offers.changesAfter(from)) {
            if (change.isBefore(until)) {
                result = result.after(Duration.between(at, change), offers.at(at), population, buckets);
                at = change;
            }
        }
        return result.after(Duration.between(at, until), offers.at(at), population, buckets);
    }
}
