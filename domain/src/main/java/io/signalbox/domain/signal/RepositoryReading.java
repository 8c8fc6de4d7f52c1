package io.signalbox.domain.signal;

import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A repository as it concerns one release.
 *
 * @param main main, back to the commit where the previous release's branch left it
 * @param mainVersion the version that the version file names at main's head; empty if the app has no version file
 * @param branch the release's branch, if it exists, back to where it left main
 * @param tagged whether the release's tag exists
 * @param earlier the newest release before this one that is to be found there
 */
public record RepositoryReading(
        Line main, Optional<Version> mainVersion, Optional<Line> branch, boolean tagged, Optional<Earlier> earlier)
        implements Reading {

    /**
     * A release as its repository shows it.
     *
     * @param name of the tag; of the branch, if it has no tag
     * @param at when it was tagged; when the branch was last committed to, if it has no tag
     */
    public record Earlier(Version version, String name, Instant at) {}

    /**
     * A branch as a list of commits.
     *
     * @param base the commit it is listed from, not included
     * @param commits newest first; the first is the head, empty if the head is the base
     * @param whole whether the list goes all the way back to {@code base}
     */
    public record Line(String name, CommitId head, CommitId base, List<Commit> commits, boolean whole) {
        public Line {
            commits = List.copyOf(commits);
        }

        /** The commits up to and including this one, newest first; empty if the line does not hold it. */
        public List<Commit> upTo(CommitId commit) {
            for (int i = 0; i < commits.size(); i++) {
                if (commits.get(i).id().equals(commit)) {
                    return commits.subList(i, commits.size());
                }
            }
            return List.of();
        }

        /** Whether this commit is on the line, its base included. */
        public boolean holds(CommitId commit) {
            return commit.equals(base)
                    || commit.equals(head)
                    || commits.stream().anyMatch(c -> c.id().equals(commit));
        }

        /** The commits after {@code from} up to and including {@code to}, newest first; empty if {@code from} is not on the line. */
        public Optional<List<Commit>> between(CommitId from, CommitId to) {
            if (!holds(from) || !holds(to)) {
                return Optional.empty();
            }
            List<Commit> upTo = to.equals(base) ? List.of() : upTo(to);
            int end = upTo.size();
            for (int i = 0; i < upTo.size(); i++) {
                if (upTo.get(i).id().equals(from)) {
                    end = i;
                }
            }
            return Optional.of(upTo.subList(0, end));
        }
    }
}
