package io.signalbox.world.jira;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.log.Vendor;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Jira as a stateful model. An issue can be read the moment it is made; the search sees it only when the index has caught up.
 * Thread-safe.
 */
public final class Jira {
    private static final long FIRST_ID = 10_000;

    private final Timeline timeline;
    private final EffectLog log;
    private final ZoneId zone;
    private final History<JiraState> history;
    private Duration indexLag = Duration.ofSeconds(20);

    /** @param zone in which dates of queries are meant */
    public Jira(Timeline timeline, EffectLog log, ZoneId zone) {
        this.timeline = timeline;
        this.log = log;
        this.zone = zone;
        this.history = new History<>(timeline.now(), JiraState.empty());
    }

    /** Sets how far the search lags behind, in virtual time. */
    public void indexLag(Duration lag) {
        timeline.alone(() -> {
            indexLag = lag;
        });
    }

    public void createProject(String key, String name) {
        timeline.alone(() -> set(history.current().withProject(key, name)));
    }

    /** Jira in the hands of a person. */
    public JiraConsole console(String person) {
        return new JiraConsole(this, person);
    }

    /** How many issues there are. */
    public int issues() {
        return timeline.alone(() -> history.current().issues().size());
    }

    /** The keys of the issues that are not done, in the order of their making. */
    public List<String> openIssues() {
        return timeline.alone(() -> history.current().issues().values().stream()
                .filter(issue -> issue.status() != IssueStatus.DONE)
                .map(Issue::key)
                .toList());
    }

    Timeline timeline() {
        return timeline;
    }

    ZoneId zone() {
        return zone;
    }

    JiraState at(Instant instant) {
        return history.at(instant);
    }

    /** What the search sees at an instant. */
    JiraState indexAt(Instant instant) {
        return history.at(instant.minus(indexLag));
    }

    /** Makes an issue; id, number and times of the draft are replaced. */
    Issue create(Issue draft, Actor by) {
        return timeline.alone(() -> {
            JiraState state = history.current();
            Instant now = timeline.now();
            Issue issue = new Issue(
                    FIRST_ID + state.issues().size(),
                    draft.project(),
                    state.nextNumber(draft.project()),
                    draft.type(),
                    draft.summary(),
                    draft.description(),
                    draft.priority(),
                    draft.labels(),
                    draft.fixVersions(),
                    draft.assignee(),
                    draft.reporter(),
                    draft.status(),
                    now,
                    now);
            set(state.with(issue));
            log.append(Vendor.JIRA, new Detail.IssueChanged(issue.key(), issue.changesSince(Optional.empty()), by));
            return issue;
        });
    }

    void change(String key, UnaryOperator<Issue> how, Actor by) {
        timeline.alone(() -> {
            Issue before = history.current()
                    .find(key)
                    .orElseThrow(() -> new IllegalArgumentException("There is no issue " + key + ": create it first"));
            Issue after = how.apply(before);
            Map<String, String> changes = after.changesSince(Optional.of(before));
            if (changes.isEmpty()) {
                log.append(Vendor.JIRA, new Detail.NoChange(before.project(), key, by));
            } else {
                set(history.current().with(after.updatedAt(timeline.now())));
                log.append(Vendor.JIRA, new Detail.IssueChanged(key, changes, by));
            }
        });
    }

    void addVersion(String project, String name, Actor by) {
        timeline.alone(() -> {
            JiraState before = history.current();
            JiraState after = before.withVersion(project, name);
            set(after);
            log.append(
                    Vendor.JIRA,
                    before.equals(after)
                            ? new Detail.NoChange(project, "version " + name, by)
                            : new Detail.Changed(project, "version", Map.of("name", name), by));
        });
    }

    private void set(JiraState state) {
        history.set(timeline.now(), state);
    }
}
