package io.signalbox.world.github;

import io.signalbox.world.http.Call;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.time.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commit statuses of the old kind. A commit without any is {@code pending}, which says nothing about its checks: the two are read
 * apart.
 */
public final class Statuses {
    private final Timeline timeline;
    private final List<Posted> posted = new ArrayList<>();

    Statuses(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Posts a status as another service does; a later one of the same context takes its place. */
    public void post(String repository, String sha, String context, State state) {
        timeline.alone(() -> {
            posted.add(new Posted(repository, sha, context, state, timeline.now()));
        });
    }

    /** The states that a service can post. */
    public enum State {
        ERROR,
        FAILURE,
        PENDING,
        SUCCESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Reply combined(Call call, String repository, String sha, String url) {
        List<Posted> latest = new ArrayList<>();
        for (Posted status : posted) {
            if (status.repository.equals(repository) && status.sha.equals(sha) && !status.at.isAfter(call.asOf())) {
                latest.removeIf(other -> other.context.equals(status.context));
                latest.add(status);
            }
        }
        List<ObjectNode> all = latest.stream().map(status -> json(status, url)).toList();
        ObjectNode body = Json.object()
                .put("state", state(latest))
                .put("sha", sha)
                .put("total_count", all.size())
                .put("commit_url", url + "/commits/" + sha)
                .put("url", url + "/commits/" + sha + "/status");
        body.set("statuses", Json.array(all));
        return Reply.json(200, body);
    }

    private static String state(List<Posted> latest) {
        if (latest.stream().anyMatch(status -> status.state == State.ERROR || status.state == State.FAILURE)) {
            return "failure";
        }
        boolean pending = latest.isEmpty() || latest.stream().anyMatch(status -> status.state == State.PENDING);
        return pending ? "pending" : "success";
    }

    private static ObjectNode json(Posted status, String url) {
        return Json.object()
                .put("url", url + "/statuses/" + status.sha)
                .put("state", status.state.word())
                .putNull("description")
                .putNull("target_url")
                .put("context", status.context)
                .put("created_at", Json.utc(status.at))
                .put("updated_at", Json.utc(status.at));
    }

    private record Posted(String repository, String sha, String context, State state, Instant at) {}
}
