package io.signalbox.connectors.git;

import io.signalbox.domain.signal.CommitId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads commits' facts, each only once as long as it is kept. Not thread-safe; the cache is. */
final class CommitReader implements AutoCloseable {
    private final RevWalk walk;
    private final Changes changes;
    private final CommitCache cache;
    private final List<String> ticketProjects;

    CommitReader(Repository repository, RevWalk walk, CommitCache cache, GitSettings settings) throws IOException {
        this.walk = walk;
        this.cache = cache;
        this.ticketProjects = settings.ticketProjects();
        changes = new Changes(repository, walk, settings.limits().paths());
    }

    CommitFacts read(RevCommit commit) throws IOException {
        Optional<CommitFacts> known = cache.find(commit);
        if (known.isPresent()) {
            return known.get();
        }
        walk.parseBody(commit);
        String message = commit.getFullMessage();
        CommitFacts found = new CommitFacts(
                new CommitId(commit.name()),
                commit.getAuthorIdent().getName(),
                commit.getCommitterIdent().getWhenAsInstant(),
                Message.subject(message),
                Message.tickets(message, ticketProjects),
                Message.pickedFrom(message),
                changes.of(commit));
        commit.disposeBody();
        cache.keep(commit, found);
        return found;
    }

    @Override
    public void close() {
        changes.close();
    }
}
