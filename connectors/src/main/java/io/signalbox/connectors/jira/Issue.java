package io.signalbox.connectors.jira;

import io.signalbox.domain.signal.BugsReading;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An issue as Jira gives it. */
record Issue(
        String id,
        String key,
        String summary,
        boolean open,
        Instant createdAt,
        Optional<Instant> closedAt,
        Optional<String> priority,
        Optional<String> assignee,
        List<String> labels,
        List<String> fixVersions) {
    static final List<String> FIELDS =
            List.of("summary", "status", "created", "resolutiondate", "priority", "assignee", "labels", "fixVersions");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    Issue {
        labels = List.copyOf(labels);
        fixVersions = List.copyOf(fixVersions);
    }

    /** Something that every issue has is missing. */
    static final class Incomplete extends Exception {
        private static final long serialVersionUID = 1L;

        Incomplete(String message) {
            super(message);
        }
    }

    static Issue read(JsonNode json) throws Incomplete {
        String key = text(json, "key").orElseThrow(() -> new Incomplete("an issue without a key"));
        JsonNode fields = json.path("fields");
        String category = text(fields.path("status").path("statusCategory"), "key")
                .orElseThrow(() -> new Incomplete(key + " without a status"));
        return new Issue(
                text(json, "id").orElseThrow(() -> new Incomplete(key + " without an id")),
                key,
                text(fields, "summary").orElseThrow(() -> new Incomplete(key + " without a summary")),
                !category.equals("done"),
                time(key, fields, "created").orElseThrow(() -> new Incomplete(key + " without a time of creation")),
                time(key, fields, "resolutiondate"),
                text(fields.path("priority"), "name"),
                text(fields.path("assignee"), "displayName"),
                texts(key, fields, "labels"),
                names(key, fields, "fixVersions"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asString("")).filter(t -> !t.isEmpty());
    }

    private static Optional<Instant> time(String key, JsonNode fields, String name) throws Incomplete {
        Optional<String> text = text(fields, name);
        try {
            return text.map(t -> OffsetDateTime.parse(t, TIME).toInstant());
        } catch (DateTimeParseException e) {
            throw new Incomplete("%s with %s = %s".formatted(key, name, text.orElse("")));
        }
    }

    private static List<String> texts(String key, JsonNode fields, String name) throws Incomplete {
        if (!fields.path(name).isArray()) {
            throw new Incomplete("%s without %s".formatted(key, name));
        }
        return fields.path(name).valueStream().map(n -> n.asString("")).toList();
    }

    private static List<String> names(String key, JsonNode fields, String name) throws Incomplete {
        if (!fields.path(name).isArray()) {
            throw new Incomplete("%s without %s".formatted(key, name));
        }
        return fields.path(name)
                .valueStream()
                .map(n -> n.path("name").asString(""))
                .toList();
    }

    boolean isFor(List<String> versions) {
        return fixVersions.stream().anyMatch(versions::contains);
    }

    BugsReading.Bug bug(URI base) {
        return new BugsReading.Bug(
                key,
                summary,
                open,
                createdAt,
                open ? Optional.empty() : closedAt,
                priority,
                assignee,
                Optional.of(URI.create(base + "/browse/" + key)));
    }
}
