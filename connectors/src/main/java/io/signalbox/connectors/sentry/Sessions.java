package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.sentry.Api.Answered;
import io.signalbox.connectors.sentry.Api.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The release health endpoint. */
final class Sessions {
    static final String SESSIONS = "sum(session)";
    static final String CRASH_RATE = "crash_rate(session)";
    static final String USERS = "count_unique(user)";

    /** Sentry tells groups times intervals up to this, and leaves the smallest groups out without a word. */
    private static final int MOST_POINTS = 10_000;

    private static final Pattern MORE = Pattern.compile("rel=\"next\";\\s*results=\"true\"");

    private final Api api;

    Sessions(Api api) {
        this.api = api;
    }

    /**
     * What is asked for.
     *
     * @param projects slugs
     * @param period how far back from Sentry's own present, such as {@code 24h}
     * @param interval {@code 1d} or {@code 1h}: times are rounded outwards to it
     * @param anyOf terms of Sentry's search, of which one must hold
     */
    record Wish(
            List<String> fields,
            List<String> projects,
            List<String> environments,
            List<String> groupBy,
            String period,
            String interval,
            List<String> anyOf) {

        /** The same for some of the terms only. */
        Wish only(List<String> terms) {
            return new Wish(fields, projects, environments, groupBy, period, interval, terms);
        }

        private Query query() {
            return Query.NONE
                    .with("field", fields)
                    .with("project", projects)
                    .with("environment", environments)
                    .with("groupBy", groupBy)
                    .with("statsPeriod", period)
                    .with("interval", interval)
                    .with("includeSeries", "0")
                    .with("query", String.join(" OR ", anyOf));
        }
    }

    /**
     * What Sentry told.
     *
     * @param groups each with {@code by} and {@code totals}
     * @param start of the time that they are about
     * @param asOf Sentry's time
     */
    record Told(List<JsonNode> groups, Instant start, Instant asOf) {
        private Told and(Told other) {
            List<JsonNode> all = new ArrayList<>(groups);
            all.addAll(other.groups);
            return new Told(all, later(start, other.start), earlier(asOf, other.asOf));
        }
    }

    /** Asks in one call, or, if that would be more than Sentry tells at once, in several. */
    Told ask(Errand errand, Wish wish, Instant now) throws CallFailed, SentryRefused {
        try {
            Answered answer = api.get(errand, "sessions", wish.query());
            Told told = told(answer, now);
            boolean whole = told.groups.size()
                            < MOST_POINTS
                                    / Json.list(answer.json(), "intervals").size()
                    && answer.response().headers("Link").stream()
                            .noneMatch(link -> MORE.matcher(link).find());
            if (whole) {
                return told;
            }
            if (wish.anyOf.size() <= 1) {
                throw Json.nonsense("more groups than it tells at once, for %s alone".formatted(wish.anyOf));
            }
        } catch (SentryRefused e) {
            if (!e.tooMuchAtOnce() || wish.anyOf.size() <= 1) {
                throw e;
            }
        }
        int half = wish.anyOf.size() / 2;
        return ask(errand, wish.only(wish.anyOf.subList(0, half)), now)
                .and(ask(errand, wish.only(wish.anyOf.subList(half, wish.anyOf.size())), now));
    }

    private static Told told(Answered answer, Instant now) throws CallFailed {
        JsonNode json = answer.json();
        if (Json.list(json, "intervals").isEmpty()) {
            throw Json.nonsense("an answer about no time at all");
        }
        List<JsonNode> groups = new ArrayList<>();
        Json.list(json, "groups").forEach(groups::add);
        // The end is rounded up, past Sentry's present, unless Sentry's present stands still.
        Instant asOf = earlier(answer.response().asOf(now), Json.instant(json, "end"));
        return new Told(groups, Json.instant(json, "start"), asOf);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
