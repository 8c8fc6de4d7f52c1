package io.signalbox.world.jira;

import java.util.Arrays;
import java.util.Optional;

/** The default priorities, highest first. */
public enum Priority {
    HIGHEST("Highest", 1),
    HIGH("High", 2),
    MEDIUM("Medium", 3),
    LOW("Low", 4),
    LOWEST("Lowest", 5);

    private final String label;
    private final int id;

    Priority(String label, int id) {
        this.label = label;
        this.id = id;
    }

    String label() {
        return label;
    }

    /** Also the rank: 1 is the highest. */
    int id() {
        return id;
    }

    static Optional<Priority> of(String labelOrId) {
        return Arrays.stream(values())
                .filter(priority -> priority.label.equalsIgnoreCase(labelOrId)
                        || Integer.toString(priority.id).equals(labelOrId))
                .findFirst();
    }
}
