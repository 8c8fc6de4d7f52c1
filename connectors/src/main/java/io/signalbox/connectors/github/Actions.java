package io.signalbox.connectors.github;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of GitHub's REST API that are needed: runs, the jobs of a commit, the files of a run. */
final class Actions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final GitHubSettings settings;

    Actions(GitHubSettings settings) {
        this.settings = settings;
    }

    /**
     * One page of a listing.
     *
     * @param last whether there are no more
     * @param asOf GitHub's own time, never later than what was given
     */
    record Page<T>(List<T> items, boolean last, Instant asOf) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** A file that a run left behind. */
    record BuiltFile(String name, String digest) {}

    /**
     * A page of the runs of a branch, newest first. Runs for pull requests are left out: a fork's branch may be called like ours, and
     * what was checked there is no commit of ours.
     *
     * @param number from 1
     */
    Page<WorkflowRun> runs(Errand errand, String branch, int number, Instant before) throws CallFailed {
        String path = "/actions/runs?branch=%s&per_page=%d&page=%d"
                .formatted(URLEncoder.encode(branch, StandardCharsets.UTF_8), PAGE, number);
        Response response = send(errand, path);
        JsonNode body = body(response);
        List<JsonNode> items = list(body, "workflow_runs");
        int left = body.path("total_count").asInt(-1) - (number - 1) * PAGE;
        if (items.size() != Math.clamp(left, 0, PAGE)) {
            throw nonsense("%s: %d runs came where %d are".formatted(path, items.size(), left));
        }
        List<WorkflowRun> runs = new ArrayList<>();
        for (JsonNode item : items) {
            if (isOurs(item)) {
                runs.add(run(item));
            }
        }
        return new Page<>(runs, left <= PAGE, response.asOf(before));
    }

    private boolean isOurs(JsonNode run) {
        String from = run.path("head_repository").path("full_name").asString(settings.path());
        return !run.path("event").asString("").startsWith("pull_request") && from.equalsIgnoreCase(settings.path());
    }

    /** All attempts at all jobs of a run. */
    List<JobRun> jobs(Errand errand, WorkflowRun run) throws CallFailed {
        List<JobRun> jobs = new ArrayList<>();
        for (JsonNode check : all(errand, "/commits/%s/check-runs?filter=all".formatted(run.commit()), "check_runs")) {
            if (check.path("check_suite").path("id").asLong(-1) == run.suite()) {
                jobs.add(job(check));
            }
        }
        return jobs;
    }

    /** What other services say of a commit by statuses of the old kind, the newest of each. */
    List<JobRun> statuses(Errand errand, CommitId commit) throws CallFailed {
        List<JobRun> jobs = new ArrayList<>();
        for (JsonNode status : all(errand, "/commits/%s/status?".formatted(commit), "statuses")) {
            jobs.add(ofStatus(status));
        }
        return jobs;
    }

    List<BuiltFile> files(Errand errand, WorkflowRun run) throws CallFailed {
        List<BuiltFile> files = new ArrayList<>();
        for (JsonNode file : all(errand, "/actions/runs/%d/artifacts?".formatted(run.id()), "artifacts")) {
            files.add(new BuiltFile(required(file, "name"), required(file, "digest")));
        }
        return files;
    }

    /** Every page of a listing. A list that changes its length while it is read is not understood. */
    private List<JsonNode> all(Errand errand, String path, String field) throws CallFailed {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode body = body(send(errand, "%s&per_page=%d&page=%d".formatted(path, PAGE, page)));
            List<JsonNode> items = list(body, field);
            all.addAll(items);
            int total = body.path("total_count").asInt(-1);
            if (all.size() == total) {
                return all;
            }
            if (items.isEmpty() || total < all.size()) {
                throw nonsense("%s: %d of %d came".formatted(path, all.size(), total));
            }
        }
        throw nonsense("%s has more than %d entries".formatted(path, MOST_PAGES * PAGE));
    }

    private Response send(Errand errand, String path) throws CallFailed {
        return errand.send(Request.get(URI.create(settings.api() + "/repos/" + settings.path() + path))
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "signalbox")
                .bearer(settings.token()));
    }

    private static JsonNode body(Response response) throws CallFailed {
        JsonNode body;
        try {
            body = JSON.readTree(response.bytes());
        } catch (JacksonException notJson) {
            if (response.isSuccess()) {
                throw nonsense("%s: not JSON: %s".formatted(response, response.excerpt()));
            }
            throw refused(response, response.excerpt());
        }
        if (!response.isSuccess()) {
            throw refused(response, body.path("message").asString(response.excerpt()));
        }
        return body;
    }

    /** GitHub says 403 for a used-up limit too. */
    private static CallFailed refused(Response response, String words) {
        Failure failure = response.failure(words);
        boolean limit =
                response.header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
        Failure.Kind kind = limit ? Failure.Kind.THROTTLED : failure.kind();
        return CallFailed.maybeSent(response.status() == 404 ? Failure.Kind.REFUSED : kind, failure.message());
    }

    private static List<JsonNode> list(JsonNode body, String field) throws CallFailed {
        if (!body.path(field).isArray()) {
            throw nonsense("an answer without " + field);
        }
        return body.path(field).valueStream().toList();
    }

    private static WorkflowRun run(JsonNode json) throws CallFailed {
        CheckState state = state(json);
        boolean retried = state == CheckState.PASSED && json.path("run_attempt").asInt(1) > 1;
        try {
            return new WorkflowRun(
                    json.path("id").asLong(),
                    workflow(required(json, "path")),
                    new CommitId(required(json, "head_sha")),
                    json.path("check_suite_id").asLong(),
                    retried ? CheckState.PASSED_ON_RETRY : state,
                    Instant.parse(required(json, "created_at")),
                    Instant.parse(required(json, "updated_at")),
                    URI.create(required(json, "html_url")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw nonsense("a run that is none: " + e.getMessage());
        }
    }

    /** {@code .github/workflows/release.yml} is called {@code release}. */
    private static String workflow(String path) {
        return path.replaceFirst("@.*$", "").replaceFirst("^.*/", "").replaceFirst("\\.ya?ml$", "");
    }

    private static JobRun job(JsonNode json) throws CallFailed {
        Optional<String> changed = Optional.of(json.path("completed_at").asString(""))
                .filter(t -> !t.isEmpty())
                .or(() -> Optional.of(json.path("started_at").asString("")).filter(t -> !t.isEmpty()));
        try {
            return new JobRun(
                    json.path("id").asLong(),
                    required(json, "name"),
                    state(json),
                    changed.map(Instant::parse),
                    Optional.of(json.path("html_url").asString(""))
                            .filter(t -> !t.isEmpty())
                            .map(URI::create));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw nonsense("a job that is none: " + e.getMessage());
        }
    }

    private static JobRun ofStatus(JsonNode json) throws CallFailed {
        String state = required(json, "state");
        CheckState found = switch (state) {
            case "success" -> CheckState.PASSED;
            case "failure", "error" -> CheckState.FAILED;
            case "pending" -> CheckState.RUNNING;
            default -> throw nonsense("state \"%s\"".formatted(state));
        };
        try {
            return new JobRun(
                    json.path("id").asLong(),
                    required(json, "context"),
                    found,
                    Optional.of(Instant.parse(required(json, "updated_at"))),
                    Optional.of(json.path("target_url").asString(""))
                            .filter(t -> !t.isEmpty())
                            .map(URI::create));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw nonsense("a status that is none: " + e.getMessage());
        }
    }

    /** A state that GitHub may one day add is not taken for a good one. */
    private static CheckState state(JsonNode json) throws CallFailed {
        String status = required(json, "status");
        return switch (status) {
            case "queued", "requested", "waiting", "pending" -> CheckState.QUEUED;
            case "in_progress" -> CheckState.RUNNING;
            case "completed" ->
                switch (json.path("conclusion").asString("")) {
                    case "success", "neutral" -> CheckState.PASSED;
                    case "skipped" -> CheckState.ABSENT;
                    default -> CheckState.FAILED;
                };
            default -> throw nonsense("status \"%s\"".formatted(status));
        };
    }

    private static String required(JsonNode json, String field) throws CallFailed {
        String text = json.path(field).asString("");
        if (text.isEmpty()) {
            throw nonsense("an entry without " + field);
        }
        return text;
    }

    static CallFailed nonsense(String what) {
        return CallFailed.maybeSent(Failure.Kind.NONSENSE, "GitHub answered nonsense: " + what);
    }
}
