package io.signalbox.world.jira;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields that can be asked for. */
enum Field {
    PROJECT("project"),
    ISSUE_TYPE("issuetype"),
    LABELS("labels"),
    FIX_VERSION("fixVersion"),
    PRIORITY("priority"),
    STATUS("status"),
    STATUS_CATEGORY("statusCategory"),
    KEY("key"),
    CREATED("created"),
    UPDATED("updated");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether its values can be compared by size. */
    boolean ordered() {
        return this == PRIORITY || this == KEY || isDate();
    }

    boolean isDate() {
        return this == CREATED || this == UPDATED;
    }

    static Optional<Field> of(String name) {
        String plain = switch (name.toLowerCase(Locale.ROOT)) {
            case "type" -> "issuetype";
            case "issuekey", "issue", "id" -> "key";
            case "createddate" -> "created";
            case "updateddate" -> "updated";
            default -> name;
        };
        return Arrays.stream(values())
                .filter(field -> field.word.equalsIgnoreCase(plain))
                .findFirst();
    }
}
