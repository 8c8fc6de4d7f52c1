package io.signalbox.domain.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which commits of main are green.
 *
 * @param commits newest first, from main's head back to the newest green one or to the reader's limit
 */
public record MainChecksReading(List<MainCommit> commits) implements Reading {
    public MainChecksReading {
        commits = List.copyOf(commits);
    }

    public record MainCommit(CommitId commit, Instant at, Check check) {}

    public Optional<MainCommit> newestGreen() {
        return commits.stream().filter(c -> c.check().state().passed()).findFirst();
    }
}
