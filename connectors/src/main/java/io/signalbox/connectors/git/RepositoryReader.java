package io.signalbox.connectors.git;

import io.signalbox.connectors.git.Copy.Branch;
import io.signalbox.connectors.git.Lines.Listed;
import io.signalbox.connectors.git.Lines.Stretch;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Earlier;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.SourceFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads a repository as it concerns releases, from a copy that is up to date. For one round of reading, one thread. */
final class RepositoryReader implements AutoCloseable {
    private final Copy copy;
    private final Repository repository;
    private final GitSettings settings;
    private final RevWalk walk;
    private final History history;
    private final CommitReader commits;
    private final Lines lines;

    RepositoryReader(Copy copy, Repository repository, GitSettings settings, CommitCache cache) throws IOException {
        this.copy = copy;
        this.repository = repository;
        this.settings = settings;
        walk = new RevWalk(copy.repository());
        walk.setRetainBody(false);
        history = new History(walk, settings.limits().steps());
        commits = new CommitReader(copy.repository(), walk, cache, settings);
        lines = new Lines(walk, history, commits);
    }

    @Override
    public void close() {
        commits.close();
        walk.close();
    }

    RepositoryReading read(Release release, Interest interest) throws IOException, SourceFailure {
        RevCommit main = main();
        Optional<RevCommit> previous = previous(release, interest, main);
        String name = repository.branch(release.id().version());
        Optional<RevCommit> head = branch(name);
        boolean tagged = copy.tag(repository.tag(release.id().version())).isPresent();
        if (head.isEmpty()) {
            Line line = line(repository.main(), stretch(main, previous, List.of()), Set.of(), Set.of());
            return new RepositoryReading(line, version(main), Optional.empty(), tagged, earlier(release, interest));
        }
        RevCommit base = base(name, head.get(), main, recordedCut(release));
        Stretch onMain = stretch(main, previous, List.of(base));
        Stretch onBranch = new Stretch(
                head.get(),
                Optional.of(base),
                candidates(release, interest),
                settings.limits().onBranch(),
                true);
        Listed picks = lines.list(onBranch, Set.of(), lines.ids(onMain));
        return new RepositoryReading(
                line(repository.main(), onMain, picks.picked(), picks.ids()),
                version(main),
                Optional.of(line(name, onBranch, picks)),
                tagged,
                earlier(release, interest));
    }

    /** The newest tag before this release's; the branch that the release follows, if nothing is tagged. */
    private Optional<Earlier> earlier(Release release, Interest interest) throws IOException {
        Optional<Earlier> tagged = new Tags(copy.repository(), walk)
                .newest(repository, release.id().version());
        if (tagged.isPresent()) {
            return tagged;
        }
        Version version = release.previous().orElse(interest.app().before());
        String name = repository.branch(version);
        return branch(name).map(head -> new Earlier(version, name, Instant.ofEpochSecond(head.getCommitTime())));
    }

    private RevCommit main() throws IOException, SourceFailure {
        return branch(repository.main())
                .orElseThrow(() -> nonsense(
                        "there is no branch %s: name the main branch that there is".formatted(repository.main())));
    }

    private Optional<RevCommit> branch(String name) throws IOException {
        Optional<Branch> found = copy.branch(name);
        return found.isPresent() ? Optional.of(walk.parseCommit(found.get().head())) : Optional.empty();
    }

    private Optional<CommitId> recordedCut(Release release) {
        return release.repositories().stream()
                .filter(r -> r.key().equals(repository.key()))
                .findFirst()
                .flatMap(RepositoryProgress::cut)
                .map(RepositoryProgress.Cut::from);
    }

    /** Where a branch left main: where it is known to have been cut, if that is still on it. */
    private RevCommit base(String name, RevCommit head, RevCommit main, Optional<CommitId> cut)
            throws IOException, SourceFailure {
        Optional<RevCommit> recorded = cut.isPresent() ? commit(cut.get()) : Optional.empty();
        if (recorded.isPresent() && history.onTrunk(head, recorded.get())) {
            return recorded.get();
        }
        return history.forkPoint(head, main)
                .orElseThrow(() -> nonsense("%s and %s have no commit in common within %d commits"
                        .formatted(name, repository.main(), settings.limits().steps())));
    }

    private Optional<RevCommit> commit(CommitId id) throws IOException {
        try {
            return Optional.of(walk.parseCommit(ObjectId.fromString(id.hash())));
        } catch (MissingObjectException | IncorrectObjectTypeException notHere) {
            return Optional.empty();
        }
    }

    /** Where the branch of the release before left main; where its tag did, if it has no branch any more. */
    private Optional<RevCommit> previous(Release release, Interest interest, RevCommit main) throws IOException {
        Version version = release.previous().orElse(interest.app().before());
        Optional<CommitId> recorded = interest.releases().stream()
                .filter(r -> r.id().version().equals(version))
                .findFirst()
                .flatMap(this::recordedCut);
        Optional<RevCommit> cut = recorded.isPresent() ? commit(recorded.get()) : Optional.empty();
        if (cut.isPresent() && history.onTrunk(main, cut.get())) {
            return cut;
        }
        Optional<RevCommit> head = branch(repository.branch(version));
        if (head.isEmpty()) {
            Optional<ObjectId> tag = copy.tag(repository.tag(version));
            head = tag.isPresent() ? commit(new CommitId(tag.get().name())) : Optional.empty();
        }
        return head.isPresent() ? history.forkPoint(head.get(), main) : Optional.empty();
    }

    /** The commits of this release's branch that tracks name as their candidates, newest first. */
    private List<RevCommit> candidates(Release release, Interest interest) throws IOException {
        List<RevCommit> found = new ArrayList<>();
        for (Interest.Pursued pursued : interest.tracks()) {
            if (pursued.track().id().release().equals(release.id())
                    && pursued.track().candidate().isPresent()) {
                commit(pursued.track().candidate().get().commit()).ifPresent(found::add);
            }
        }
        found.sort((a, b) -> Integer.compare(b.getCommitTime(), a.getCommitTime()));
        return found;
    }

    /** Main from its head back; where nobody says where to begin, to the oldest commit of its trunk that can be listed. */
    private Stretch stretch(RevCommit head, Optional<RevCommit> base, List<RevCommit> pins) throws IOException {
        int most = settings.limits().onMain();
        if (base.isPresent()) {
            return new Stretch(head, base, pins, most, true);
        }
        History.Listing all = history.list(head, List.of(), most);
        RevCommit first = all.strands().getLast().trunk();
        boolean cutOff =
                copy.repository().getObjectDatabase().getShallowCommits().contains(first);
        return new Stretch(head, Optional.of(first), pins, most, all.whole() && first.getParentCount() == 0 && !cutOff);
    }

    private Line line(String name, Stretch stretch, Set<CommitId> picked, Set<CommitId> origins) throws IOException {
        return line(name, stretch, lines.list(stretch, picked, origins));
    }

    private static Line line(String name, Stretch stretch, Listed listed) {
        return new Line(
                name,
                new CommitId(stretch.head().name()),
                new CommitId(stretch.base().orElseThrow().name()),
                listed.commits(),
                listed.whole());
    }

    private Optional<Version> version(RevCommit main) throws IOException, SourceFailure {
        if (!repository.versionFile()) {
            return Optional.empty();
        }
        VersionFile file = settings.versionFile()
                .orElseThrow(() -> nonsense("the repository has a version file, and the connector is not told which"));
        String content = Blobs.text(copy.repository(), main, file.path())
                .orElseThrow(() -> nonsense("%s is not in %s".formatted(file.path(), repository.main())));
        return Optional.of(file.version(content)
                .orElseThrow(() ->
                        nonsense("%s in %s names no version: name a pattern of its line, such as version={version}"
                                .formatted(file.path(), repository.main()))));
    }

    private static SourceFailure nonsense(String text) {
        return new SourceFailure(new Failure(Failure.Kind.NONSENSE, text));
    }
}
