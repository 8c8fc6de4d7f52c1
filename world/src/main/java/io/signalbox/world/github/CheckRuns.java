package io.signalbox.world.github;

import io.signalbox.world.ci.Job;
import io.signalbox.world.ci.Run;
import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as check runs; each workflow run is a check suite of its own. */
final class CheckRuns {
    private CheckRuns() {}

    static Reply list(Call call, List<Run> runs, String repository) {
        boolean all = call.param("filter").orElse("latest").equals("all");
        Optional<String> name = call.param("check_name");
        Optional<String> status = call.param("status");
        List<ObjectNode> found = new ArrayList<>();
        for (Run run : runs) {
            List<Job> jobs = new ArrayList<>(all ? run.jobs() : run.latestJobs());
            jobs.sort(Comparator.comparingLong(Job::id).reversed());
            jobs.stream()
                    .filter(job -> name.map(job.name()::equals).orElse(true))
                    .filter(job -> status.map(job.status()::equals).orElse(true))
                    .forEach(job -> found.add(json(job, run, repository)));
        }
        return Listing.of(call, "check_runs", found);
    }

    private static ObjectNode json(Job job, Run run, String repository) {
        String page = repository + "/actions/runs/" + run.id() + "/job/" + job.id();
        ObjectNode json = Json.object()
                .put("id", job.id())
                .put("node_id", "CR_" + job.id())
                .put("head_sha", run.sha())
                .put("external_id", "job-" + job.id())
                .put("url", repository + "/check-runs/" + job.id())
                .put("html_url", page)
                .put("details_url", page)
                .put("status", job.status())
                .put("conclusion", job.conclusion().orElse(null))
                .put("started_at", job.started().map(Json::utc).orElse(null))
                .put("completed_at", job.completed().map(Json::utc).orElse(null))
                .put("name", job.name());
        json.putObject("output")
                .putNull("title")
                .putNull("summary")
                .putNull("text")
                .put("annotations_count", 0)
                .put("annotations_url", repository + "/check-runs/" + job.id() + "/annotations");
        json.putObject("check_suite").put("id", run.id());
        json.putObject("app")
                .put("id", 15368)
                .put("slug", "github-actions")
                .put("node_id", "MDM6QXBwMTUzNjg=")
                .put("name", "GitHub Actions")
                .put("description", "Automate your workflow from idea to production")
                .put("external_url", "https://help.github.com/en/actions")
                .put("html_url", "https://github.com/apps/github-actions")
                .put("created_at", Json.utc(Instant.parse("2018-07-30T09:30:17Z")))
                .put("updated_at", Json.utc(Instant.parse("2019-12-10T19:04:12Z")));
        json.putArray("pull_requests");
        return json;
    }
}
