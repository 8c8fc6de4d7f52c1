package io.signalbox.connectors.git;

import io.signalbox.domain.app.Repository;
import io.signalbox.domain.signal.RepositoryReading.Earlier;
import io.signalbox.domain.version.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads release tags. */
final class Tags {
    private final org.eclipse.jgit.lib.Repository repository;
    private final RevWalk walk;

    Tags(org.eclipse.jgit.lib.Repository repository, RevWalk walk) {
        this.repository = repository;
        this.walk = walk;
    }

    private record Named(Version version, Ref ref) {
        String name() {
            return ref.getName().substring(Constants.R_TAGS.length());
        }
    }

    /** The tag of the newest version before this one. */
    Optional<Earlier> newest(Repository habits, Version before) throws IOException {
        List<Named> newestFirst = repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
                .flatMap(ref -> habits.tagged(ref.getName().substring(Constants.R_TAGS.length())).stream()
                        .map(version -> new Named(version, ref)))
                .filter(named -> before.isAfter(named.version()))
                .sorted(Comparator.comparing(Named::version).reversed())
                .toList();
        for (Named named : newestFirst) {
            ObjectId id = named.ref().getObjectId();
            Optional<Instant> at = id == null ? Optional.empty() : time(walk, id);
            if (at.isPresent()) {
                return Optional.of(new Earlier(named.version(), named.name(), at.get()));
            }
        }
        return Optional.empty();
    }

    /** A tag's own time where it has one, else that of the commit; empty if it is about no commit. */
    static Optional<Instant> time(RevWalk walk, ObjectId id) throws IOException {
        RevObject object = walk.parseAny(id);
        if (!(walk.peel(object) instanceof RevCommit commit)) {
            return Optional.empty();
        }
        walk.parseHeaders(commit);
        return Optional.of(object instanceof RevTag tag ? time(walk, tag, commit) : time(commit));
    }

    private static Instant time(RevWalk walk, RevTag tag, RevCommit commit) throws IOException {
        walk.parseBody(tag);
        return Optional.ofNullable(tag.getTaggerIdent())
                .map(PersonIdent::getWhenAsInstant)
                .orElse(time(commit));
    }

    private static Instant time(RevCommit commit) {
        return Instant.ofEpochSecond(commit.getCommitTime());
    }
}
