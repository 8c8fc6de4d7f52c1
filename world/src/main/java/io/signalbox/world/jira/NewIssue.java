package io.signalbox.world.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body of a request that creates an issue, and names every fault by its field. */
final class NewIssue {
    private static final Set<String> KNOWN =
            Set.of("project", "issuetype", "summary", "description", "priority", "labels", "fixVersions", "assignee");

    private final JiraState state;
    private final JsonNode fields;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private NewIssue(JiraState state, JsonNode fields) {
        this.state = state;
        this.fields = fields;
    }

    /** @throws JiraRefusal with all faults */
    static Issue read(JiraState state, JsonNode body, String reporter) {
        NewIssue reading = new NewIssue(state, body.path("fields"));
        Issue draft = reading.draft(reporter);
        if (!reading.errors.isEmpty()) {
            throw JiraRefusal.fields(reading.errors);
        }
        return draft;
    }

    private Issue draft(String reporter) {
        fields.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> errors.put(
                        name, "Field '" + name + "' cannot be set. It is not on the appropriate screen, or unknown."));
        String project = fields.path("project").path("key").asString("");
        if (!state.projects().containsKey(project)) {
            errors.put("project", "valid project is required");
        }
        String type = fields.path("issuetype").path("name").asString("");
        if (!JiraState.TYPES.contains(type)) {
            errors.put("issuetype", "Specify a valid issue type");
        }
        String summary = fields.path("summary").asString("");
        if (summary.isBlank()) {
            errors.put("summary", "You must specify a summary of the issue.");
        } else if (summary.length() > 255 || summary.contains("\n")) {
            errors.put("summary", "Summary must be less than 255 characters and contain no line breaks.");
        }
        return new Issue(
                0,
                project,
                0,
                type,
                summary,
                description(),
                priority(),
                labels(),
                versions(project),
                Optional.empty(),
                reporter,
                IssueStatus.TO_DO,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private Optional<JsonNode> description() {
        JsonNode description = fields.path("description");
        if (description.isMissingNode() || description.isNull()) {
            return Optional.empty();
        }
        if (!description.path("type").asString("").equals("doc")) {
            errors.put(
                    "description", "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        }
        return Optional.of(description);
    }

    private Optional<Priority> priority() {
        JsonNode json = fields.path("priority");
        if (json.isMissingNode() || json.isNull()) {
            return Optional.of(Priority.MEDIUM);
        }
        Optional<Priority> priority =
                Priority.of(json.path("name").asString(json.path("id").asString("")));
        if (priority.isEmpty()) {
            errors.put("priority", "The priority selected is invalid.");
        }
        return priority;
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (JsonNode json : fields.path("labels")) {
            String label = json.asString("");
            if (label.contains(" ")) {
                errors.put("labels", "The label '" + label + "' contains spaces which is invalid.");
            }
            labels.add(label);
        }
        return labels;
    }

    private List<String> versions(String project) {
        List<String> versions = new ArrayList<>();
        for (JsonNode json : fields.path("fixVersions")) {
            String name = json.path("name").asString("");
            if (!state.versions().getOrDefault(project, List.of()).contains(name)) {
                errors.put("fixVersions", "Version name '" + name + "' is not valid");
            }
            versions.add(name);
        }
        return versions;
    }
}
