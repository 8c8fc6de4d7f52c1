package io.signalbox.connectors.jira;

import io.signalbox.connectors.http.Secret;
import io.signalbox.domain.subject.SubjectId.TrackId;
import java.net.URI;
import java.util.List;

/**
 * How a Jira Cloud is reached, and how its people mark a bug that blocks.
 *
 * @param name the connector's, unique within an app
 * @param base of the site, without a slash at the end
 * @param email of the account that the token is of
 * @param projects keys of the projects in which such bugs are; empty for all that the account sees
 * @param label that such a bug carries
 * @param versions what a fix version may be called, with {@code {platform}} and {@code {version}}; a bug blocks a track if one of its
 *     fix versions is called so
 */
public record JiraSettings(
        String name, URI base, String email, Secret token, List<String> projects, String label, List<String> versions) {
    public static final String LABEL = "release-blocker";
    public static final List<String> VERSIONS = List.of("{platform}-{version}", "{version}");

    public JiraSettings {
        projects = List.copyOf(projects);
        versions = List.copyOf(versions);
        for (String project : projects) {
            if (!project.matches("[A-Z][A-Z0-9_]{1,9}")) {
                throw new IllegalArgumentException("Jira project \"%s\": use its key, such as AND".formatted(project));
            }
        }
        if (!label.matches("[\\w.-]{1,60}")) {
            throw new IllegalArgumentException(
                    "label \"%s\": use letters, digits, hyphens, dots and underscores".formatted(label));
        }
        if (versions.stream().noneMatch(v -> v.contains("{version}"))) {
            throw new IllegalArgumentException("the names of fix versions must hold {version}");
        }
    }

    /** What the fix versions of a track may be called. */
    List<String> versionsOf(TrackId track) {
        return versions.stream()
                .map(name -> name.replace("{platform}", track.platform().value())
                        .replace("{version}", track.version().text()))
                .toList();
    }

    /**
     * All blockers of all versions that may matter: those that are open, and those that changed lately. One search for every track; and a
     * version that nobody made in Jira yet is no error, but has no bugs.
     */
    String jql() {
        String in = projects.isEmpty() ? "" : "project in (%s) AND ".formatted(String.join(", ", projects));
        return "%slabels = \"%s\" AND (statusCategory != Done OR updated >= -90d) ORDER BY key".formatted(in, label);
    }
}
