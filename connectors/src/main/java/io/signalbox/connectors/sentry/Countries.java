package io.signalbox.connectors.sentry;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Response;
import io.signalbox.connectors.sentry.Api.Answered;
import io.signalbox.connectors.sentry.Api.Query;
import io.signalbox.domain.signal.HealthReading.CountryCrashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where builds crashed in the last 24 hours. */
record Countries(List<Row> rows, Instant asOf) {
    static final Countries NONE = new Countries(List.of(), Instant.MAX);

    private static final String RELEASE = "release";
    private static final String ENVIRONMENT = "environment";
    private static final String COUNTRY = "geo.country_code";
    private static final String COUNT = "count()";
    private static final int MOST_PAGES = 50;
    private static final Pattern NEXT = Pattern.compile("rel=\"next\";\\s*results=\"true\";\\s*cursor=\"([^\"]+)\"");

    Countries {
        rows = List.copyOf(rows);
    }

    /** @param country empty if Sentry does not know it */
    record Row(String release, String environment, Optional<String> country, long crashes) {}

    /** Asks for these releases at once; the rows come in pages of a hundred. */
    static Countries ask(
            Api api,
            Errand errand,
            List<String> projects,
            List<String> environments,
            List<String> releases,
            Instant now)
            throws CallFailed, SentryRefused {
        Query query = Query.NONE
                .with("dataset", "errors")
                .with("field", List.of(RELEASE, ENVIRONMENT, COUNTRY, COUNT))
                .with("project", projects)
                .with("environment", environments)
                .with("statsPeriod", "24h")
                .with("sort", "-" + COUNT)
                .with("per_page", "100")
                .with("query", "level:fatal release:[" + String.join(",", releases) + "]");
        List<Row> rows = new ArrayList<>();
        Set<Row> told = new HashSet<>();
        Instant asOf = now;
        Optional<String> cursor = Optional.empty();
        for (int page = 1; page == 1 || cursor.isPresent(); page++) {
            if (page > MOST_PAGES) {
                throw Json.nonsense("a table without an end");
            }
            Answered answer = api.get(
                    errand, "events", cursor.map(c -> query.with("cursor", c)).orElse(query));
            for (JsonNode row : Json.list(answer.json(), "data")) {
                rows.add(once(row(row), told));
            }
            Instant at = answer.response().asOf(now);
            asOf = at.isBefore(asOf) ? at : asOf;
            cursor = next(answer.response());
        }
        return new Countries(rows, asOf);
    }

    private static Row row(JsonNode row) throws CallFailed {
        JsonNode country = row.path(COUNTRY);
        if (!country.isString() && !country.isNull()) {
            throw Json.nonsense("%s is %s".formatted(COUNTRY, country));
        }
        return new Row(
                Json.text(row, RELEASE),
                Json.text(row, ENVIRONMENT),
                Optional.of(country.asString(""))
                        .map(c -> c.toUpperCase(Locale.ROOT))
                        .filter(c -> !c.isBlank()),
                Json.count(row, COUNT));
    }

    private static Optional<String> next(Response answer) {
        return answer.headers("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst();
    }

    /** A page that was told twice means another that was not told. */
    private static Row once(Row row, Set<Row> told) throws CallFailed {
        if (!told.add(new Row(row.release, row.environment, row.country, 0))) {
            throw Json.nonsense("%s is told twice in one table".formatted(row));
        }
        return row;
    }

    /**
     * The most first. Nothing if for most crashes the country is not known: the rest would say that they gather where they do not.
     */
    List<CountryCrashes> of(Asked asked) {
        Map<String, Long> byCountry = new TreeMap<>();
        long unknown = 0;
        for (Row row : rows) {
            boolean its = ReleaseName.parse(row.release)
                    .filter(r -> asked.isOf(r, row.environment))
                    .isPresent();
            if (its && row.country.isPresent()) {
                byCountry.merge(row.country.get(), row.crashes, Long::sum);
            } else if (its) {
                unknown += row.crashes;
            }
        }
        long known = byCountry.values().stream().mapToLong(Long::longValue).sum();
        if (unknown > known) {
            return List.of();
        }
        return byCountry.entrySet().stream()
                .map(e -> new CountryCrashes(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(CountryCrashes::crashes).reversed())
                .toList();
    }
}
