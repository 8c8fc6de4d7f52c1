package io.signalbox.world.jira;

/** The workflow's statuses, each with its category. */
enum IssueStatus {
    TO_DO("To Do", "10000", Category.NEW),
    IN_PROGRESS("In Progress", "10001", Category.INDETERMINATE),
    DONE("Done", "10002", Category.DONE);

    private final String label;
    private final String id;
    private final Category category;

    IssueStatus(String label, String id, Category category) {
        this.label = label;
        this.id = id;
        this.category = category;
    }

    String label() {
        return label;
    }

    String id() {
        return id;
    }

    Category category() {
        return category;
    }

    /** A status category as Jira defines it. */
    enum Category {
        NEW(2, "new", "blue-gray", "To Do"),
        INDETERMINATE(4, "indeterminate", "yellow", "In Progress"),
        DONE(3, "done", "green", "Done");

        private final int id;
        private final String key;
        private final String colour;
        private final String label;

        Category(int id, String key, String colour, String label) {
            this.id = id;
            this.key = key;
            this.colour = colour;
            this.label = label;
        }

        int id() {
            return id;
        }

        String key() {
            return key;
        }

        String colour() {
            return colour;
        }

        String label() {
            return label;
        }
    }
}
