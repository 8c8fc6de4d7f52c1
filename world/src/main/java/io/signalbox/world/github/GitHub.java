package io.signalbox.world.github;

import io.signalbox.world.ci.Ci;
import io.signalbox.world.ci.Run;
import io.signalbox.world.git.CodeBase;
import io.signalbox.world.git.GitHost;
import io.signalbox.world.http.Api;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Quota;
import io.signalbox.world.http.Reply;
import io.signalbox.world.http.Router;
import io.signalbox.world.keys.Keys;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API: authentication, limits, conditional requests and routing. A request whose entity has not changed is answered 304 and
 * does not count against the limit.
 */
public final class GitHub implements Api {
    private static final String DOCS = "https://docs.github.com/rest";

    private final String owner;
    private final GitHost host;
    private final Ci ci;
    private final Timeline timeline;
    private final Keys keys;
    private final Statuses statuses;
    private final Quota quota = new Quota(5000, Duration.ofHours(1));
    private final Router router = new Router()
            .on("GET", "/repos/{owner}/{repo}/commits/{ref...}/check-runs", this::checkRuns)
            .on("GET", "/repos/{owner}/{repo}/commits/{ref...}/status", this::status)
            .on("GET", "/repos/{owner}/{repo}/actions/runs", this::runs)
            .on("GET", "/repos/{owner}/{repo}/actions/runs/{id}", this::run)
            .on("GET", "/repos/{owner}/{repo}/actions/runs/{id}/artifacts", this::artifacts);

    /** @param owner the account under which all repositories of the git host are found */
    public GitHub(String owner, GitHost host, Ci ci, Timeline timeline, Keys keys) {
        this.owner = owner;
        this.host = host;
        this.ci = ci;
        this.timeline = timeline;
        this.keys = keys;
        this.statuses = new Statuses(timeline);
    }

    /** The account under which the repositories are found. */
    public String owner() {
        return owner;
    }

    /** Commit statuses of the old kind, as other services post them. */
    public Statuses statuses() {
        return statuses;
    }

    @Override
    public Reply answer(Call call) {
        if (call.header("user-agent").isEmpty()) {
            return Reply.text(
                    403,
                    "Request forbidden by administrative rules. Please make sure your request has a User-Agent header");
        }
        Optional<String> caller = keys.bearer(Vendor.GITHUB, call);
        if (caller.isEmpty()) {
            return problem(401, "Bad credentials");
        }
        String user = caller.get();
        if (quota.left(user, timeline.now()) == 0) {
            return rated(problem(403, "API rate limit exceeded for user ID 1."), user);
        }
        Reply reply = router.route(call).orElseGet(GitHub::notFound);
        String tag = "\"" + reply.body().sha256() + "\"";
        if (reply.status() == 200
                && call.header("if-none-match")
                        .filter(tags -> tags.contains(tag))
                        .isPresent()) {
            return rated(Reply.empty(304).with("ETag", tag), user);
        }
        quota.take(user, timeline.now());
        return rated(reply.status() == 200 ? reply.with("ETag", tag) : reply, user);
    }

    private Reply checkRuns(Call call, Map<String, String> path) {
        return withCommit(path, (code, sha) -> {
            List<Run> runs = ci.runsOf(code.name(), sha, call.asOf());
            return CheckRuns.list(call, runs, repositoryUrl(call, code));
        });
    }

    private Reply status(Call call, Map<String, String> path) {
        return withCommit(path, (code, sha) -> statuses.combined(call, code.name(), sha, repositoryUrl(call, code)));
    }

    private Reply runs(Call call, Map<String, String> path) {
        return withCode(path)
                .map(code -> {
                    List<Run> runs = ci.runs(code.name(), call.asOf());
                    return WorkflowRuns.list(call, runs, repositoryUrl(call, code));
                })
                .orElseGet(GitHub::notFound);
    }

    private Reply run(Call call, Map<String, String> path) {
        return withRun(call, path, (code, run) -> Reply.json(200, WorkflowRuns.json(run, repositoryUrl(call, code))));
    }

    private Reply artifacts(Call call, Map<String, String> path) {
        return withRun(call, path, (code, run) -> WorkflowRuns.artifacts(call, run, repositoryUrl(call, code)));
    }

    private Optional<CodeBase> withCode(Map<String, String> path) {
        return Optional.of(path.getOrDefault("repo", ""))
                .filter(repo -> owner.equals(path.get("owner")))
                .flatMap(host::find);
    }

    private Reply withCommit(Map<String, String> path, Shown<String> shown) {
        Optional<CodeBase> code = withCode(path);
        if (code.isEmpty()) {
            return notFound();
        }
        String ref = path.getOrDefault("ref", "");
        Optional<String> sha = code.get()
                .find(ref)
                .map(commit -> commit.sha())
                .or(() -> code.get().head(ref.replaceFirst("^heads/", "")));
        return sha.map(id -> shown.reply(code.get(), id))
                .orElseGet(() -> problem(422, "No commit found for SHA: " + ref));
    }

    private Reply withRun(Call call, Map<String, String> path, Shown<Run> shown) {
        Optional<CodeBase> code = withCode(path);
        return code.flatMap(of -> ci.runs(of.name(), call.asOf()).stream()
                        .filter(run -> Long.toString(run.id()).equals(path.get("id")))
                        .findFirst()
                        .map(run -> shown.reply(of, run)))
                .orElseGet(GitHub::notFound);
    }

    private String repositoryUrl(Call call, CodeBase code) {
        return call.base() + "/repos/" + owner + "/" + code.name();
    }

    private Reply rated(Reply reply, String user) {
        int left = quota.left(user, timeline.now());
        return reply.with("X-GitHub-Media-Type", "github.v3; format=json")
                .with("X-RateLimit-Limit", Integer.toString(quota.limit()))
                .with("X-RateLimit-Remaining", Integer.toString(left))
                .with("X-RateLimit-Used", Integer.toString(quota.limit() - left))
                .with(
                        "X-RateLimit-Reset",
                        Long.toString(quota.eases(user, timeline.now()).getEpochSecond()))
                .with("X-RateLimit-Resource", "core");
    }

    private static Reply notFound() {
        return problem(404, "Not Found");
    }

    private static Reply problem(int status, String message) {
        return Reply.json(
                status,
                Json.object()
                        .put("message", message)
                        .put("documentation_url", DOCS)
                        .put("status", Integer.toString(status)));
    }

    private interface Shown<T> {
        Reply reply(CodeBase code, T what);
    }
}
