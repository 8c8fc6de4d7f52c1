package io.signalbox.cli.scenario;

import io.signalbox.cli.http.Api;
import io.signalbox.world.World;
import io.signalbox.world.WorldApp;
import io.signalbox.world.git.CodeBase;
import io.signalbox.world.git.Developer;
import io.signalbox.world.jira.JiraConsole;
import io.signalbox.world.jira.Priority;
import java.util.List;
import java.util.Map;

/**
 * Who plays: people with their own access to Signalbox, and the outside that they live in.
 *
 * @param manager the release manager
 * @param teams a member of each team, by the team's key
 * @param compliance the system that reports the compliance check
 */
public record Cast(World world, WorldApp app, Api manager, Map<String, Api> teams, Api compliance) {
    static final Developer MAJA = new Developer("Maja Holm", "maja@example.com", "search");
    static final Developer LEO = new Developer("Leo Brandt", "leo@example.com", "playback");
    static final Developer RINA = new Developer("Rina Sato", "rina@example.com", "ios-core");

    /** The teams of the demo. */
    public static final List<String> TEAMS = List.of("search", "playback", "home", "ios-core");

    Api team(String key) {
        Api api = teams.get(key);
        if (api == null) {
            throw new IllegalArgumentException("the cast has no team " + key);
        }
        return api;
    }

    CodeBase code() {
        return world.git().find(app.key()).orElseThrow();
    }

    /** A bug that blocks a version on a platform. Returns its key. */
    String blocker(String project, String summary, String version, String component) {
        JiraConsole tracker = world.jira().console("Mei Tanaka");
        String key = tracker.createBug(project, summary);
        tracker.setPriority(key, Priority.HIGHEST);
        tracker.setLabels(key, "release-blocker");
        tracker.setFixVersions(key, version);
        tracker.assign(key, component);
        return key;
    }

    void close(String key) {
        world.jira().console("Mei Tanaka").close(key);
    }
}
