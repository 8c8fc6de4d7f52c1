package io.signalbox.world.jira;

import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Pages;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Jira's REST API v3: search by JQL, one issue, a new issue. */
public final class JiraApi implements Api {
    private static final int MAX_RECONCILED = 50;

    private final Jira jira;
    private final Keys keys;
    private final Router router = new Router()
            .on("GET", "/rest/api/3/search/jql", (call, path) -> search(call, Ask.of(call)))
            .on("POST", "/rest/api/3/search/jql", (call, path) -> search(call, Ask.of(call.json())))
            .on("GET", "/rest/api/3/search", (call, path) -> gone())
            .on("POST", "/rest/api/3/search", (call, path) -> gone())
            .on("POST", "/rest/api/3/issue", (call, path) -> create(call))
            .on("GET", "/rest/api/3/issue/{key}", this::issue);

    public JiraApi(Jira jira, Keys keys) {
        this.jira = jira;
        this.keys = keys;
    }

    @Override
    public Reply answer(Call call) {
        try {
            if (keys.jira(call).isEmpty()) {
                throw JiraRefusal.of(401, "Client must be authenticated to access this resource.");
            }
            return router.route(call).orElseThrow(() -> JiraRefusal.of(404, "null for uri: " + call.path()));
        } catch (JiraRefusal refusal) {
            return refusal.reply();
        } catch (JacksonException notJson) {
            return JiraRefusal.of(400, "There was an error parsing JSON. Check that your request body is valid.")
                    .reply();
        }
    }

    private static Reply gone() {
        throw JiraRefusal.of(
                410,
                "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration"
                        + " guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046");
    }

    private Reply search(Call call, Ask ask) {
        JqlParser.Query query = JqlParser.parse(ask.jql);
        if (query.where() instanceof Clause.All) {
            throw JiraRefusal.query(
                    "Unbounded JQL queries are not allowed here. Please add a search restriction to" + " your query.");
        }
        if (ask.reconcile.size() > MAX_RECONCILED) {
            throw JiraRefusal.query("The reconcileIssues parameter accepts at most " + MAX_RECONCILED + " ids.");
        }
        JiraState state = jira.at(call.asOf());
        List<Issue> found = new JqlSearch(state, call.asOf(), jira.zone()).find(query, indexed(call, ask, state));
        Pages<Issue> page = Pages.of(call, found, offset(ask), Math.clamp(ask.maxResults, 1, 5000));
        JiraJson json = new JiraJson(call.base(), state, jira.zone());
        ObjectNode body = Json.object();
        body.set(
                "issues",
                Json.array(page.items().stream()
                        .map(issue -> json.issue(issue, ask.fields))
                        .toList()));
        if (!page.last()) {
            body.put("nextPageToken", token(ask.jql, page.next()));
        }
        return Reply.json(200, body.put("isLast", page.last()));
    }

    /** What the index has, except that the issues to be reconciled are as they are now. */
    private Stream<Issue> indexed(Call call, Ask ask, JiraState state) {
        Map<String, Issue> issues = new HashMap<>(jira.indexAt(call.asOf()).issues());
        ask.reconcile.forEach(id -> state.find(id).ifPresent(issue -> issues.put(issue.key(), issue)));
        return issues.values().stream();
    }

    private Reply issue(Call call, Map<String, String> path) {
        JiraState state = jira.at(call.asOf());
        Issue issue = state.find(path.getOrDefault("key", ""))
                .orElseThrow(
                        () -> JiraRefusal.of(404, "Issue does not exist or you do not have permission to see it."));
        List<String> fields = list(call.params("fields"));
        return Reply.json(
                200,
                new JiraJson(call.base(), state, jira.zone())
                        .issue(issue, fields.isEmpty() ? List.of("*all") : fields));
    }

    private Reply create(Call call) {
        String who = keys.jira(call).orElse("?");
        JiraState state = jira.at(jira.timeline().now());
        Issue issue = jira.create(NewIssue.read(state, call.json(), who), new Actor.Api(who, call.number()));
        JiraJson json = new JiraJson(call.base(), state, jira.zone());
        return Reply.json(
                201,
                Json.object()
                        .put("id", Long.toString(issue.id()))
                        .put("key", issue.key())
                        .put("self", json.self(issue)));
    }

    private static int offset(Ask ask) {
        if (ask.nextPageToken.isEmpty()) {
            return 0;
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(ask.nextPageToken.get()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            text = "";
        }
        String end = " " + ask.jql.hashCode();
        if (!text.endsWith(end)
                || !text.substring(0, text.length() - end.length()).matches("\\d{1,9}")) {
            throw JiraRefusal.query("The value of nextPageToken is invalid for this query.");
        }
        return Integer.parseInt(text.substring(0, text.length() - end.length()));
    }

    private static String token(String jql, int next) {
        String text = next + " " + jql.hashCode();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> list(List<String> parameters) {
        return parameters.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What a search asks for. */
    private record Ask(
            String jql, Optional<String> nextPageToken, int maxResults, List<String> fields, List<String> reconcile) {

        static Ask of(Call call) {
            return new Ask(
                    call.param("jql").orElse(""),
                    call.param("nextPageToken").filter(token -> !token.isEmpty()),
                    call.number("maxResults", 50),
                    list(call.params("fields")),
                    list(call.params("reconcileIssues")));
        }

        static Ask of(JsonNode body) {
            return new Ask(
                    body.path("jql").asString(""),
                    Optional.of(body.path("nextPageToken").asString("")).filter(token -> !token.isEmpty()),
                    body.path("maxResults").asInt(50),
                    body.path("fields")
                            .valueStream()
                            .map(node -> node.asString(""))
                            .toList(),
                    body.path("reconcileIssues")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }
}
