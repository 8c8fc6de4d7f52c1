package io.signalbox.world.git;

import java.time.Instant;
import java.util.List;

/** A commit as a reader of the history sees it. */
public record Commit(String sha, String author, Instant at, String message, List<String> parents) {
    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
