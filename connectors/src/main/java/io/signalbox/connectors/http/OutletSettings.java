package io.signalbox.connectors.http;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one credential may do.
 *
 * @param name the connector's name, shown on the connectors page
 * @param bases the addresses it may call: scheme, host and port count, paths do not
 * @param callsPerHour our own limit; a fifth of it is kept for stops
 * @param largestResponse in bytes; a longer one is nonsense
 * @param quota what an answer says of the vendor's own limit
 */
public record OutletSettings(
        String name,
        List<URI> bases,
        Reach reach,
        int callsPerHour,
        int largestResponse,
        Function<Response, Optional<Quota>> quota) {
    private static final int FOUR_MEGABYTES = 4 << 20;

    public OutletSettings {
        bases = List.copyOf(bases);
        if (bases.isEmpty() || callsPerHour < 1 || largestResponse < 1) {
            throw new IllegalArgumentException("connector %s: give a base address, and limits above 0".formatted(name));
        }
    }

    public static OutletSettings of(String name, URI base, Reach reach, int callsPerHour) {
        return new OutletSettings(name, List.of(base), reach, callsPerHour, FOUR_MEGABYTES, _ -> Optional.empty());
    }

    public OutletSettings alsoTo(URI base) {
        List<URI> more = new ArrayList<>(bases);
        more.add(base);
        return new OutletSettings(name, more, reach, callsPerHour, largestResponse, quota);
    }

    public OutletSettings largest(int bytes) {
        return new OutletSettings(name, bases, reach, callsPerHour, bytes, quota);
    }

    public OutletSettings quota(Function<Response, Optional<Quota>> reader) {
        return new OutletSettings(name, bases, reach, callsPerHour, largestResponse, reader);
    }

    /**
     * The vendor's own limit as an answer tells it.
     *
     * @param resets when all of it is there again, if the vendor says so
     */
    public record Quota(int limit, int left, Optional<Instant> resets) {
        boolean onlyTheReserveIsLeft() {
            return left * 5L <= limit;
        }
    }
}
