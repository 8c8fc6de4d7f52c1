package io.signalbox.world.jira;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * An issue.
 *
 * @param number the part of the key behind the project
 * @param description an Atlassian document
 * @param fixVersions names of versions of the project
 */
record Issue(
        long id,
        String project,
        int number,
        String type,
        String summary,
        Optional<JsonNode> description,
        Optional<Priority> priority,
        List<String> labels,
        List<String> fixVersions,
        Optional<String> assignee,
        String reporter,
        IssueStatus status,
        Instant created,
        Instant updated) {

    Issue {
        labels = List.copyOf(labels);
        fixVersions = List.copyOf(fixVersions);
    }

    String key() {
        return project + "-" + number;
    }

    /** The values of the fields in which it differs from another state of itself; all of them when there is none. */
    Map<String, String> changesSince(Optional<Issue> before) {
        Map<String, String> now = values();
        before.ifPresent(old -> old.values().forEach((name, value) -> {
            if (value.equals(now.get(name))) {
                now.remove(name);
            }
        }));
        return now;
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        values.put("type", type);
        values.put("summary", summary);
        values.put("priority", priority.map(Priority::label).orElse(""));
        values.put("labels", String.join(",", labels));
        values.put("fixVersions", String.join(",", fixVersions));
        values.put("assignee", assignee.orElse(""));
        values.put("status", status.label());
        return values;
    }

    Issue prioritised(Optional<Priority> other) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                other,
                labels,
                fixVersions,
                assignee,
                reporter,
                status,
                created,
                updated);
    }

    Issue labelled(List<String> other) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                priority,
                other,
                fixVersions,
                assignee,
                reporter,
                status,
                created,
                updated);
    }

    Issue planned(List<String> versions) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                priority,
                labels,
                versions,
                assignee,
                reporter,
                status,
                created,
                updated);
    }

    Issue assigned(Optional<String> who) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                priority,
                labels,
                fixVersions,
                who,
                reporter,
                status,
                created,
                updated);
    }

    Issue in(IssueStatus other) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                priority,
                labels,
                fixVersions,
                assignee,
                reporter,
                other,
                created,
                updated);
    }

    Issue updatedAt(Instant instant) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                priority,
                labels,
                fixVersions,
                assignee,
                reporter,
                status,
                created,
                instant);
    }
}
