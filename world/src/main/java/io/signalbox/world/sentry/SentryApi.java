package io.signalbox.world.sentry;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.Timeline;
import io.signalbox.world.users.Cell;
import io.signalbox.world.users.Population;
import io.signalbox.world.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Sentry's web API for one organisation. What happened less than the lag ago has not been ingested yet: the buckets are there, and
 * the counts are not complete.
 */
public final class SentryApi implements Api {
    private final String organisation;
    private final Users users;
    private final Timeline timeline;
    private final Keys keys;
    private final Router router = new Router()
            .on("GET", "/api/0/organizations/{org}/sessions/", this::sessions)
            .on("GET", "/api/0/organizations/{org}/events/", this::events);
    private Duration lag = Duration.ofMinutes(5);

    /** @param organisation the slug under which everything is found */
    public SentryApi(String organisation, Users users, Timeline timeline, Keys keys) {
        this.organisation = organisation;
        this.users = users;
        this.timeline = timeline;
        this.keys = keys;
    }

    /** Sets how long it takes until a session is counted, in virtual time. */
    public void lag(Duration duration) {
        timeline.alone(() -> {
            lag = duration;
        });
    }

    @Override
    public Reply answer(Call call) {
        try {
            if (call.bearer().isEmpty()) {
                throw new SentryRefusal(401, "Authentication credentials were not provided.");
            }
            if (keys.bearer(Vendor.SENTRY, call).isEmpty()) {
                throw new SentryRefusal(401, "Invalid token");
            }
            return router.route(call)
                    .orElseThrow(() -> new SentryRefusal(404, "The requested resource does not exist"));
        } catch (SentryRefusal refusal) {
            return refusal.reply();
        }
    }

    private Reply sessions(Call call, Map<String, String> path) {
        checkOrganisation(path);
        Span span = Span.of(call, call.asOf());
        if (search(call).terms().anyMatch(SearchTerm::wildcard)) {
            throw SentryRefusal.bad("Invalid condition: wildcard search is not supported");
        }
        return Sessions.answer(call, span, projects(), cells(call, span));
    }

    private Reply events(Call call, Map<String, String> path) {
        checkOrganisation(path);
        Span span = Span.of(call, call.asOf());
        return Events.answer(call, cells(call, span));
    }

    private List<Cell> cells(Call call, Span span) {
        Set<String> asked = projects().asked(call);
        List<String> environments = call.params("environment");
        Search search = search(call);
        Instant ingested = call.asOf().minus(lag);
        Instant until = span.end().isBefore(ingested) ? span.end() : ingested;
        Predicate<Population> who = population -> asked.contains(population.project())
                && (environments.isEmpty()
                        || environments.contains(population.ring().environment()));
        boolean countries = Stream.concat(
                        call.params("field").stream(), search.terms().map(SearchTerm::key))
                .anyMatch("geo.country_code"::equals);
        List<Cell> cells =
                countries ? users.byCountry(span.start(), until, who) : users.everywhere(span.start(), until, who);
        return cells.stream()
                .filter(cell -> search.holds(term -> holds(term, cell)))
                .toList();
    }

    private static Search search(Call call) {
        return Search.parse(call.param("query").orElse(""));
    }

    private static boolean holds(SearchTerm term, Cell cell) {
        return switch (term.key()) {
            // All that is reported here are fatal crashes of the app.
            case "level" -> term.holds("fatal");
            case "error.handled" -> term.holds("0") || term.holds("false");
            case "event.type" -> term.holds("error");
            case "release.version" -> term.holds(cell.build().version());
            case "release.build" -> term.holds(cell.build().number());
            default -> term.holds(Events.value(cell, term.key()));
        };
    }

    private Projects projects() {
        return new Projects(users.projects());
    }

    private void checkOrganisation(Map<String, String> path) {
        if (!organisation.equals(path.get("org"))) {
            throw new SentryRefusal(404, "The requested resource does not exist");
        }
    }
}
