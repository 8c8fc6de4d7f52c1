package io.signalbox.world.users;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What share of a crowd has which build installed; the shares add up to 1. Immutable. */
record Mix(Map<Build, Double> shares) {
    private static final double NOBODY = 1e-9;

    static Mix all(Build build) {
        return new Mix(Map.of(build, 1.0));
    }

    double share(Build build) {
        return shares.getOrDefault(build, 0.0);
    }

    /**
     * The mix after some time under the same offers. Of those who are offered a build and do not have it yet, a part installs it;
     * where it can be fetched by hand, so does a small part of the rest. Nobody goes back to an older build.
     */
    Mix after(Duration time, List<Offer> offers, Population population, Buckets buckets) {
        TreeMap<Build, Double> next = new TreeMap<>(shares);
        offers.stream()
                .filter(offer -> offer.share() > 0)
                .sorted(Comparator.comparing(offer -> new Build(offer.version(), offer.build())))
                .forEach(offer -> install(next, offer, time, population, buckets));
        next.values().removeIf(share -> share < NOBODY);
        return new Mix(Collections.unmodifiableMap(next));
    }

    private static void install(
            TreeMap<Build, Double> shares, Offer offer, Duration time, Population population, Buckets buckets) {
        Build build = new Build(offer.version(), offer.build());
        double reach = offer.countries().isEmpty()
                ? 1
                : offer.countries().stream()
                        .mapToDouble(country -> population.countries().getOrDefault(country, 0.0))
                        .sum();
        double offered = reach * (population.inBuckets() ? buckets.taking(offer.share()) : offer.share());
        double has = shares.getOrDefault(build, 0.0);
        double newcomers = Math.max(0, offered - has) * part(time, population.uptake());
        if (!population.byHand().isZero()) {
            newcomers += Math.max(0, reach - Math.max(offered, has)) * part(time, population.byHand());
        }
        Map<Build, Double> older = shares.headMap(build);
        double available =
                older.values().stream().mapToDouble(Double::doubleValue).sum();
        double moving = Math.min(newcomers, available);
        if (moving > 0) {
            double keeping = 1 - moving / available;
            older.replaceAll((other, share) -> share * keeping);
            shares.put(build, has + moving);
        }
    }

    private static double part(Duration time, Duration uptake) {
        return 1 - Math.exp(-(double) time.toMillis() / uptake.toMillis());
    }
}
