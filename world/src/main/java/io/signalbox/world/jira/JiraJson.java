package io.signalbox.world.jira;

import io.signalbox.world.http.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues as Jira shows them. */
record JiraJson(String base, JiraState state, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    /** An issue with the fields that were asked for; with none of them, its id alone. */
    ObjectNode issue(Issue issue, List<String> fields) {
        ObjectNode json = Json.object().put("id", Long.toString(issue.id()));
        if (fields.isEmpty() || fields.equals(List.of("id"))) {
            return json;
        }
        json.put("expand", "operations,versionedRepresentations,editmeta,changelog,renderedFields");
        json.put("self", self(issue));
        json.put("key", issue.key());
        ObjectNode all = fields(issue);
        ObjectNode chosen = json.putObject("fields");
        Set<String> wanted = wanted(all, fields);
        all.properties().forEach(field -> {
            if (wanted.contains(field.getKey())) {
                chosen.set(field.getKey(), field.getValue());
            }
        });
        return json;
    }

    String self(Issue issue) {
        return base + "/rest/api/3/issue/" + issue.id();
    }

    private static Set<String> wanted(ObjectNode all, List<String> fields) {
        Set<String> wanted = new TreeSet<>();
        for (String field : fields) {
            if (field.equals("*all") || field.equals("*navigable")) {
                wanted.addAll(all.propertyNames());
            } else if (field.startsWith("-")) {
                wanted.remove(field.substring(1));
            } else {
                wanted.add(field);
            }
        }
        return wanted;
    }

    private ObjectNode fields(Issue issue) {
        ObjectNode fields = Json.object().put("summary", issue.summary());
        fields.set("issuetype", type(issue.type()));
        fields.set("project", project(issue.project()));
        fields.set("status", status(issue.status()));
        fields.set("labels", Json.texts(issue.labels()));
        ArrayNode versions = fields.putArray("fixVersions");
        issue.fixVersions().forEach(name -> versions.add(version(issue.project(), name)));
        issue.priority()
                .ifPresentOrElse(
                        priority -> fields.set("priority", priority(priority)), () -> fields.putNull("priority"));
        issue.assignee().ifPresentOrElse(who -> fields.set("assignee", user(who)), () -> fields.putNull("assignee"));
        fields.set("reporter", user(issue.reporter()));
        fields.set("creator", user(issue.reporter()));
        fields.put("created", time(issue.created()));
        fields.put("updated", time(issue.updated()));
        issue.description()
                .ifPresentOrElse(document -> fields.set("description", document), () -> fields.putNull("description"));
        if (issue.status() == IssueStatus.DONE) {
            fields.putObject("resolution").put("id", "10000").put("name", "Done");
            fields.put("resolutiondate", time(issue.updated()));
        } else {
            fields.putNull("resolution").putNull("resolutiondate");
        }
        fields.putArray("components");
        return fields;
    }

    private ObjectNode type(String name) {
        int id = 10_004 + JiraState.TYPES.indexOf(name);
        return Json.object()
                .put("self", base + "/rest/api/3/issuetype/" + id)
                .put("id", Integer.toString(id))
                .put("name", name)
                .put("subtask", false)
                .put("hierarchyLevel", 0);
    }

    private ObjectNode project(String key) {
        String id =
                Integer.toString(10_000 + List.copyOf(state.projects().keySet()).indexOf(key));
        return Json.object()
                .put("self", base + "/rest/api/3/project/" + id)
                .put("id", id)
                .put("key", key)
                .put("name", state.projects().getOrDefault(key, key))
                .put("projectTypeKey", "software")
                .put("simplified", false);
    }

    private ObjectNode status(IssueStatus status) {
        ObjectNode json = Json.object()
                .put("self", base + "/rest/api/3/status/" + status.id())
                .put("description", "")
                .put("name", status.label())
                .put("id", status.id());
        json.putObject("statusCategory")
                .put(
                        "self",
                        base + "/rest/api/3/statuscategory/" + status.category().id())
                .put("id", status.category().id())
                .put("key", status.category().key())
                .put("colorName", status.category().colour())
                .put("name", status.category().label());
        return json;
    }

    private ObjectNode priority(Priority priority) {
        return Json.object()
                .put("self", base + "/rest/api/3/priority/" + priority.id())
                .put("name", priority.label())
                .put("id", Integer.toString(priority.id()));
    }

    private ObjectNode version(String project, String name) {
        int index = state.versions().getOrDefault(project, List.of()).indexOf(name);
        String id = Integer.toString(20_000 + Math.floorMod(project.hashCode(), 1000) * 100 + index);
        return Json.object()
                .put("self", base + "/rest/api/3/version/" + id)
                .put("id", id)
                .put("name", name)
                .put("archived", false)
                .put("released", false);
    }

    private ObjectNode user(String name) {
        String id = "5b10" + String.format(Locale.ROOT, "%08x", name.hashCode());
        return Json.object()
                .put("self", base + "/rest/api/3/user?accountId=" + id)
                .put("accountId", id)
                .put("accountType", "atlassian")
                .put("displayName", name)
                .put("active", true);
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
