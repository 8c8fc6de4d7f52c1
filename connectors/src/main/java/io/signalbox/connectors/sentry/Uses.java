package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.signal.HealthReading.BuildUse;
import io.signalbox.domain.signal.HealthReading.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Sessions and crashed ones by build and environment. */
record Uses(List<Cell> cells, Instant start, Instant asOf) {
    Uses {
        cells = List.copyOf(cells);
    }

    record Cell(ReleaseName release, String environment, Use use) {}

    static Uses of(Sessions.Told told) throws CallFailed {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode group : told.groups()) {
            String environment = Json.text(group.path("by"), "environment");
            Use use = use(group.path("totals"));
            ReleaseName.parse(Json.text(group.path("by"), "release"))
                    .ifPresent(release -> cells.add(new Cell(release, environment, use)));
        }
        return new Uses(cells, told.start(), told.asOf());
    }

    /** The rate is the quotient of two whole numbers, so the crashed ones are found in it exactly. */
    private static Use use(JsonNode totals) throws CallFailed {
        long sessions = Json.count(totals, Sessions.SESSIONS);
        JsonNode rate = totals.path(Sessions.CRASH_RATE);
        if (sessions == 0) {
            return new Use(0, 0);
        }
        if (!rate.isNumber() || !(rate.asDouble() >= 0 && rate.asDouble() <= 1)) {
            throw Json.nonsense("a crash rate of %s over %d sessions".formatted(rate, sessions));
        }
        return new Use(sessions, Math.round(rate.asDouble() * sessions));
    }

    List<Cell> of(Asked asked) {
        return cells.stream().filter(c -> asked.isOf(c.release, c.environment)).toList();
    }

    /** By build, sorted by number. */
    List<BuildUse> builds(Asked asked) {
        return of(asked).stream()
                .map(c -> new BuildUse(c.release.build(), c.use))
                .sorted(Comparator.comparing(BuildUse::build))
                .toList();
    }
}
