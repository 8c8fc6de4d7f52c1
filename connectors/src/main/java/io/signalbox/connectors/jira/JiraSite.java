package io.signalbox.connectors.jira;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The two calls of Jira's REST API v3 that are needed: a search by JQL, all pages of it, and one issue. */
final class JiraSite {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    /** Jira takes no more ids to be looked up as they are now, whatever its index says. */
    static final int MOST_RECONCILED = 50;

    private final JiraSettings settings;

    JiraSite(JiraSettings settings) {
        this.settings = settings;
    }

    /** @param asOf Jira's own time of the oldest page */
    record Found(List<Issue> issues, Instant asOf) {}

    /**
     * Every issue that a search finds.
     *
     * @param known ids of issues that are to be as they are now, not as the index has them
     * @throws CallFailed if a page is missing, comes twice, or is not understood
     */
    Found search(Errand errand, List<String> known, Instant now) throws CallFailed {
        List<Issue> issues = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> tokens = new HashSet<>();
        Instant asOf = now;
        Optional<String> token = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            Response response = errand.send(request(known, token));
            JsonNode body = body(response);
            asOf = earlier(asOf, response.asOf(now));
            for (Issue issue : issues(body)) {
                if (!seen.add(issue.id())) {
                    throw nonsense("%s comes on two pages: the list moved while it was read".formatted(issue.key()));
                }
                issues.add(issue);
            }
            if (body.path("isLast").asBoolean(false)) {
                return new Found(issues, asOf);
            }
            token = Optional.of(body.path("nextPageToken").asString("")).filter(t -> !t.isEmpty());
            if (token.isEmpty() || !tokens.add(token.get())) {
                throw nonsense("a page that is not the last says not where the next one is");
            }
        }
        throw nonsense("more than %d issues are open blockers or were lately; name fewer projects or another label"
                .formatted(MOST_PAGES * PAGE));
    }

    private Request request(List<String> known, Optional<String> token) {
        ObjectNode ask = JSON.createObjectNode().put("jql", settings.jql()).put("maxResults", PAGE);
        Issue.FIELDS.forEach(ask.putArray("fields")::add);
        known.forEach(id -> ask.withArray("reconcileIssues").add(Long.parseLong(id)));
        token.ifPresent(t -> ask.put("nextPageToken", t));
        return Request.post(at("/rest/api/3/search/jql"))
                .basic(settings.email(), settings.token())
                .json(JSON.writeValueAsString(ask));
    }

    /** One issue as it is now; empty if there is no such issue any more. */
    Optional<Issue> issue(Errand errand, String id) throws CallFailed {
        Request request = Request.get(at("/rest/api/3/issue/" + id + "?fields=" + String.join(",", Issue.FIELDS)))
                .basic(settings.email(), settings.token());
        Response response = errand.send(request);
        return response.status() == 404 ? Optional.empty() : Optional.of(read(body(response)));
    }

    private URI at(String path) {
        return URI.create(settings.base() + path);
    }

    private static JsonNode body(Response response) throws CallFailed {
        if (!response.isSuccess()) {
            Failure failure = response.failure(words(response));
            throw CallFailed.maybeSent(failure.kind(), failure.message());
        }
        try {
            return JSON.readTree(response.bytes());
        } catch (JacksonException notJson) {
            throw nonsense("%s: not JSON: %s".formatted(response, response.excerpt()));
        }
    }

    /** Jira's own words for what it does not like. */
    private static String words(Response response) {
        try {
            List<String> messages = JSON.readTree(response.bytes())
                    .path("errorMessages")
                    .valueStream()
                    .map(n -> n.asString(""))
                    .toList();
            return messages.isEmpty() ? response.excerpt() : String.join(" ", messages);
        } catch (JacksonException notJson) {
            return response.excerpt();
        }
    }

    private static List<Issue> issues(JsonNode body) throws CallFailed {
        if (!body.path("issues").isArray()) {
            throw nonsense("an answer without issues");
        }
        List<Issue> issues = new ArrayList<>();
        for (JsonNode issue : body.path("issues")) {
            issues.add(read(issue));
        }
        return issues;
    }

    private static Issue read(JsonNode json) throws CallFailed {
        try {
            return Issue.read(json);
        } catch (Issue.Incomplete e) {
            throw nonsense(String.valueOf(e.getMessage()));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static CallFailed nonsense(String what) {
        return CallFailed.maybeSent(Failure.Kind.NONSENSE, "Jira answered nonsense: " + what);
    }
}
