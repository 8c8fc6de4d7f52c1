package io.signalbox.world.jira;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All issues with their projects and versions. Immutable; every change makes a new one.
 *
 * @param projects names by key
 * @param versions names of versions by project key
 * @param issues by key
 */
record JiraState(Map<String, String> projects, Map<String, List<String>> versions, Map<String, Issue> issues) {
    static final List<String> TYPES = List.of("Bug", "Task", "Story");

    static JiraState empty() {
        return new JiraState(Map.of(), Map.of(), Map.of());
    }

    JiraState withProject(String key, String name) {
        return new JiraState(put(projects, key, name), versions, issues);
    }

    JiraState withVersion(String project, String name) {
        List<String> known = versions.getOrDefault(project, List.of());
        return known.contains(name)
                ? this
                : new JiraState(
                        projects,
                        put(
                                versions,
                                project,
                                Stream.concat(known.stream(), Stream.of(name)).toList()),
                        issues);
    }

    JiraState with(Issue issue) {
        return new JiraState(projects, versions, put(issues, issue.key(), issue));
    }

    Optional<Issue> find(String keyOrId) {
        Issue byKey = issues.get(keyOrId.toUpperCase(Locale.ROOT));
        return byKey != null
                ? Optional.of(byKey)
                : issues.values().stream()
                        .filter(issue -> Long.toString(issue.id()).equals(keyOrId))
                        .findFirst();
    }

    int nextNumber(String project) {
        return 1
                + issues.values().stream()
                        .filter(issue -> issue.project().equals(project))
                        .mapToInt(Issue::number)
                        .max()
                        .orElse(0);
    }

    /** Whether any project has a version of this name. */
    boolean knowsVersion(String name) {
        return versions.values().stream().anyMatch(names -> names.contains(name));
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableMap(changed);
    }
}
