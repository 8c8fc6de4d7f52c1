package io.signalbox.world.jira;

import io.signalbox.world.log.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Jira in the hands of a person. Thread-safe. */
public final class JiraConsole {
    private final Jira jira;
    private final String person;

    JiraConsole(Jira jira, String person) {
        this.jira = jira;
        this.person = person;
    }

    /** Creates a bug without priority, labels, versions or assignee and returns its key. */
    public String createBug(String project, String summary) {
        Issue draft = new Issue(
                0,
                project,
                0,
                "Bug",
                summary,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                person,
                IssueStatus.TO_DO,
                Instant.EPOCH,
                Instant.EPOCH);
        return jira.create(draft, by()).key();
    }

    /** Adds a version to a project; queries that name an unknown version are refused. */
    public void createVersion(String project, String name) {
        jira.addVersion(project, name, by());
    }

    /** Sets the versions in which an issue is to be fixed; they are created where they are missing. */
    public void setFixVersions(String key, String... versions) {
        String project = key.substring(0, key.lastIndexOf('-'));
        for (String version : versions) {
            jira.addVersion(project, version, by());
        }
        change(key, issue -> issue.planned(List.of(versions)));
    }

    public void setPriority(String key, Priority priority) {
        change(key, issue -> issue.prioritised(Optional.of(priority)));
    }

    public void setLabels(String key, String... labels) {
        change(key, issue -> issue.labelled(List.of(labels)));
    }

    public void assign(String key, String who) {
        change(key, issue -> issue.assigned(Optional.of(who)));
    }

    public void startProgress(String key) {
        change(key, issue -> issue.in(IssueStatus.IN_PROGRESS));
    }

    public void close(String key) {
        change(key, issue -> issue.in(IssueStatus.DONE));
    }

    public void reopen(String key) {
        change(key, issue -> issue.in(IssueStatus.TO_DO));
    }

    private void change(String key, UnaryOperator<Issue> how) {
        jira.change(key, how, by());
    }

    private Actor by() {
        return Actor.person(person);
    }
}
