package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.sentry.Sessions.Told;
import io.signalbox.connectors.sentry.Sessions.Wish;
import io.signalbox.engine.source.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How many different people used a version in the last 24 hours. Who has used two of its builds must not be counted twice, so a version of
 * which several builds are in use is asked about once more, its builds together.
 *
 * @param counts empty for a project that reports sessions and no users
 */
record People(Map<Topic, Optional<Long>> counts) {
    static final People NONE = new People(Map.of());

    private static final List<String> FIELDS = List.of(Sessions.USERS, Sessions.SESSIONS);
    private static final String PERIOD = "24h";
    private static final String INTERVAL = "1h";

    People {
        counts = Map.copyOf(counts);
    }

    private record Cell(ReleaseName release, String environment, Optional<Long> people) {}

    static People ask(Sessions sessions, Errand errand, List<Asked> all, Wish likeThis, Instant now)
            throws CallFailed, SentryRefused {
        Told told = sessions.ask(
                errand,
                new Wish(
                        FIELDS,
                        likeThis.projects(),
                        likeThis.environments(),
                        likeThis.groupBy(),
                        PERIOD,
                        INTERVAL,
                        likeThis.anyOf()),
                now);
        List<Cell> cells = new ArrayList<>();
        for (JsonNode group : told.groups()) {
            String environment = Json.text(group.path("by"), "environment");
            Optional<Long> people = people(group.path("totals"));
            ReleaseName.parse(Json.text(group.path("by"), "release"))
                    .ifPresent(release -> cells.add(new Cell(release, environment, people)));
        }
        Map<Topic, Optional<Long>> counts = new HashMap<>();
        for (Asked asked : all) {
            List<Cell> own = cells.stream()
                    .filter(c -> asked.isOf(c.release, c.environment))
                    .toList();
            counts.put(
                    asked.topic(),
                    switch (own.size()) {
                        case 0 -> Optional.of(0L);
                        case 1 -> own.getFirst().people;
                        default -> together(sessions, errand, asked, own, now);
                    });
        }
        return new People(counts);
    }

    private static Optional<Long> together(
            Sessions sessions, Errand errand, Asked asked, List<Cell> builds, Instant now)
            throws CallFailed, SentryRefused {
        List<String> names = builds.stream().map(c -> c.release.toString()).toList();
        Wish wish = new Wish(
                FIELDS,
                List.of(asked.project().slug()),
                List.of(asked.environment()),
                List.of(),
                PERIOD,
                INTERVAL,
                List.of("release:[" + String.join(",", names) + "]"));
        List<JsonNode> groups = sessions.ask(errand, wish, now).groups();
        return groups.isEmpty() ? Optional.of(0L) : people(groups.getFirst().path("totals"));
    }

    private static Optional<Long> people(JsonNode totals) throws CallFailed {
        long people = Json.count(totals, Sessions.USERS);
        boolean notCounted = people == 0 && Json.count(totals, Sessions.SESSIONS) > 0;
        return notCounted ? Optional.empty() : Optional.of(people);
    }

    Optional<Long> of(Asked asked) {
        return counts.getOrDefault(asked.topic(), Optional.empty());
    }

    boolean covers(Asked asked) {
        return counts.containsKey(asked.topic());
    }
}
