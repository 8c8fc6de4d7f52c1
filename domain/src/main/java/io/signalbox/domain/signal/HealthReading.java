package io.signalbox.domain.signal;

import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Use and crashes of one version in one ring.
 *
 * @param from start of the window
 * @param to end of the window by the source's clock
 * @param total all builds of the version together
 * @param builds each build; sorted by number
 * @param crashesByCountry newest window; the most first
 * @param dailyUsers people who used it in the last 24 h, if the source counts them
 */
public record HealthReading(
        Instant from,
        Instant to,
        Use total,
        List<BuildUse> builds,
        List<CountryCrashes> crashesByCountry,
        Optional<Long> dailyUsers)
        implements Reading {
    public HealthReading {
        builds = List.copyOf(builds);
        crashesByCountry = List.copyOf(crashesByCountry);
    }

    /**
     * Sessions, and how many of them crashed.
     */
    public record Use(long sessions, long crashed) {
        public Use {
            if (sessions < 0 || crashed < 0 || crashed > sessions) {
                throw new IllegalArgumentException(
                        "%d crashed of %d sessions: not a count of sessions".formatted(crashed, sessions));
            }
        }

        /** Crashed sessions per 1,000 sessions; empty without a session, never 0. */
        public Optional<Double> perThousand() {
            return sessions == 0 ? Optional.empty() : Optional.of(crashed * 1000.0 / sessions);
        }
    }

    public record BuildUse(BuildNumber build, Use use) {}

    public record CountryCrashes(String country, long crashes) {}

    /** Use of one build; none if the source has not seen it. */
    public Use of(BuildNumber build) {
        return builds.stream()
                .filter(b -> b.build().equals(build))
                .map(BuildUse::use)
                .findFirst()
                .orElse(new Use(0, 0));
    }
}
