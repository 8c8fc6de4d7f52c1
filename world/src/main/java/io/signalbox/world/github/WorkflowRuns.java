package io.signalbox.world.github;

import io.signalbox.world.ci.Artifact;
import io.signalbox.world.ci.Run;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Workflow runs and what they leave behind. */
final class WorkflowRuns {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final long REPOSITORY_ID = 1_296_269;

    private WorkflowRuns() {}

    static Reply list(Call call, List<Run> runs, String repository) {
        List<ObjectNode> found = runs.stream()
                .filter(run -> fits(call, "head_sha", run.sha()))
                .filter(run -> fits(call, "branch", run.branch()))
                .filter(run -> fits(call, "event", run.workflow().event()))
                .filter(run -> fits(call, "status", run.status())
                        || run.conclusion()
                                .filter(word -> fits(call, "status", word))
                                .isPresent())
                .map(run -> json(run, repository))
                .toList();
        return Listing.of(call, "workflow_runs", found);
    }

    static ObjectNode json(Run run, String repository) {
        String url = repository + "/actions/runs/" + run.id();
        String file = ".github/workflows/" + run.workflow().word() + ".yml";
        ObjectNode json = Json.object()
                .put("id", run.id())
                .put("name", run.workflow().word())
                .put("node_id", "WFR_" + run.id())
                .put("check_suite_id", run.id())
                .put("check_suite_node_id", "CS_" + run.id())
                .put("head_branch", run.branch())
                .put("head_sha", run.sha())
                .put("path", file)
                .put("run_number", run.number())
                .put("run_attempt", run.attempt())
                .put("event", run.workflow().event())
                .put("display_title", run.workflow().word())
                .put("status", run.status())
                .put("conclusion", run.conclusion().orElse(null))
                .put("workflow_id", 100L + run.workflow().word().length())
                .put("url", url)
                .put("html_url", url)
                .put("created_at", Json.utc(run.created()))
                .put("updated_at", Json.utc(run.updated()))
                .put("run_started_at", Json.utc(run.created()))
                .put("jobs_url", url + "/jobs")
                .put("logs_url", url + "/logs")
                .put("check_suite_url", repository + "/check-suites/" + run.id())
                .put("artifacts_url", url + "/artifacts")
                .put("cancel_url", url + "/cancel")
                .put("rerun_url", url + "/rerun")
                .put(
                        "workflow_url",
                        repository + "/actions/workflows/" + run.workflow().word());
        json.putArray("pull_requests");
        json.putArray("referenced_workflows");
        return json;
    }

    static Reply artifacts(Call call, Run run, String repository) {
        List<ObjectNode> found = run.artifacts().stream()
                .filter(artifact -> fits(call, "name", artifact.name()))
                .map(artifact -> json(artifact, run, repository))
                .toList();
        return Listing.of(call, "artifacts", found);
    }

    private static ObjectNode json(Artifact artifact, Run run, String repository) {
        String url = repository + "/actions/artifacts/" + artifact.id();
        ObjectNode json = Json.object()
                .put("id", artifact.id())
                .put("node_id", "A_" + artifact.id())
                .put("name", artifact.name())
                .put("size_in_bytes", artifact.size())
                .put("url", url)
                .put("archive_download_url", url + "/zip")
                .put("expired", false)
                .put("digest", artifact.digest())
                .put("created_at", Json.utc(artifact.created()))
                .put("expires_at", Json.utc(artifact.created().plus(KEPT)))
                .put("updated_at", Json.utc(artifact.created()));
        json.putObject("workflow_run")
                .put("id", run.id())
                .put("repository_id", REPOSITORY_ID)
                .put("head_repository_id", REPOSITORY_ID)
                .put("head_branch", run.branch())
                .put("head_sha", run.sha());
        return json;
    }

    private static boolean fits(Call call, String parameter, String value) {
        return call.param(parameter).map(value::equals).orElse(true);
    }
}
