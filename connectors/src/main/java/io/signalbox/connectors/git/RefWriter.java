package io.signalbox.connectors.git;

import io.signalbox.connectors.git.Copy.Branch;
import io.signalbox.connectors.git.Copy.Push;
import io.signalbox.connectors.git.Copy.Pushed;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.perform.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Brings one effect about in a copy that is up to date: looks whether it is there, and if not, says which ref to move and pushes it. A
 * try that finds the ref elsewhere changed nothing; whoever asked may look and try again.
 */
final class RefWriter {
    private final Copy copy;
    private final GitSettings settings;
    private final NumberScheme numbers;
    private final Pusher pusher;

    /** Carries a push out. */
    @FunctionalInterface
    interface Pusher {
        Pushed push(Push push);
    }

    RefWriter(Copy copy, GitSettings settings, NumberScheme numbers, Pusher pusher) {
        this.copy = copy;
        this.settings = settings;
        this.numbers = numbers;
        this.pusher = pusher;
    }

    /** What to answer; empty if somebody was faster, and it must be looked at again. */
    Optional<Reply> tryOnce(Action action) throws IOException {
        Instant at = action.sentAt().orElse(action.plannedAt());
        return switch (action.effect()) {
            case Effect.Bump bump -> bump(bump, at);
            case Effect.CutBranch cut -> cut(cut);
            case Effect.Tag tag -> tag(tag, at);
            case Effect.AtDestination other ->
                throw new IllegalArgumentException("%s is no effect in a repository".formatted(other.name()));
        };
    }

    private Optional<Reply> bump(Effect.Bump bump, Instant at) throws IOException {
        Optional<Branch> found = copy.branch(bump.main());
        if (found.isEmpty()) {
            return person("there is no branch %s".formatted(bump.main()));
        }
        if (settings.versionFile().isEmpty()) {
            return person("the connector is not told which file names the version");
        }
        VersionFile file = settings.versionFile().get();
        try (RevWalk walk = new RevWalk(copy.repository())) {
            RevCommit head = walk.parseCommit(found.get().head());
            Optional<String> content = Blobs.text(copy.repository(), head, file.path());
            Optional<Version> now = content.flatMap(file::version);
            if (now.isEmpty()) {
                return person("%s in %s is not there, or names no version".formatted(file.path(), bump.main()));
            }
            int order = now.get().compareTo(bump.version());
            if (order == 0) {
                return there("%s names %s already".formatted(bump.main(), now.get()));
            }
            if (order > 0) {
                return person("%s names %s already, which is newer".formatted(bump.main(), now.get()));
            }
            if (found.get().diverged()) {
                return person("%s and its remote-tracking branch hold different commits: bring them together first"
                        .formatted(bump.main()));
            }
            return bump(bump, found.get(), head, new Place(file, content.orElseThrow(), now.get()), at);
        }
    }

    private record Place(VersionFile file, String content, Version now) {}

    private Optional<Reply> bump(Effect.Bump bump, Branch main, RevCommit head, Place place, Instant at)
            throws IOException {
        OptionalLong first = numbers.first(bump.version());
        if (first.isEmpty() && place.file.countsBuilds(place.content, place.now)) {
            return person("%s does not fit the scheme of build numbers: change the scheme or the version"
                    .formatted(bump.version()));
        }
        Optional<Long> number = first.isPresent() ? Optional.of(first.getAsLong()) : Optional.empty();
        String text = place.file.rewritten(place.content, place.now, bump.version(), number);
        if (!place.file.version(text).equals(Optional.of(bump.version()))) {
            return person("%s could not be rewritten to name %s: make its patterns narrower"
                    .formatted(place.file.path(), bump.version()));
        }
        CommitBuilder commit = new CommitBuilder();
        commit.setParentId(head);
        commit.setAuthor(committer(at));
        commit.setCommitter(committer(at));
        commit.setMessage("Begin %s\n".formatted(bump.version()));
        try (ObjectInserter inserter = copy.repository().newObjectInserter()) {
            commit.setTreeId(Blobs.treeWith(head, place.file.path(), text, inserter));
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return push(
                    new Push(Constants.R_HEADS + bump.main(), main.own(), id, "begin " + bump.version()),
                    "%s names %s since %s"
                            .formatted(
                                    bump.main(),
                                    bump.version(),
                                    id.abbreviate(7).name()));
        }
    }

    private Optional<Reply> cut(Effect.CutBranch cut) throws IOException {
        ObjectId from = ObjectId.fromString(cut.from().hash());
        Optional<Branch> found = copy.branch(cut.branch());
        if (found.isPresent()) {
            ObjectId head = found.get().head();
            return head.equals(from)
                    ? there("%s is there already".formatted(cut.branch()))
                    : person("%s is there already, at %s and not at %s: if it is right, it will be taken as it is"
                            .formatted(
                                    cut.branch(),
                                    head.abbreviate(7).name(),
                                    cut.from().brief()));
        }
        if (unknown(from)) {
            return person("there is no commit %s to cut %s from".formatted(cut.from(), cut.branch()));
        }
        return push(
                new Push(Constants.R_HEADS + cut.branch(), Optional.empty(), from, "cut " + cut.branch()),
                "%s is cut at %s".formatted(cut.branch(), cut.from().brief()));
    }

    private Optional<Reply> tag(Effect.Tag tag, Instant at) throws IOException {
        ObjectId commit = ObjectId.fromString(tag.commit().hash());
        Optional<ObjectId> found = copy.tag(tag.tag());
        if (found.isPresent()) {
            return found.get().equals(commit)
                    ? there("%s is there already".formatted(tag.tag()))
                    : person("%s is there already, at %s and not at %s: if that is wrong, move it by hand"
                            .formatted(
                                    tag.tag(),
                                    found.get().abbreviate(7).name(),
                                    tag.commit().brief()));
        }
        if (unknown(commit)) {
            return person("there is no commit %s to tag".formatted(tag.commit()));
        }
        TagBuilder built = new TagBuilder();
        built.setTag(tag.tag());
        built.setObjectId(commit, Constants.OBJ_COMMIT);
        built.setTagger(committer(at));
        built.setMessage(tag.tag() + "\n");
        try (ObjectInserter inserter = copy.repository().newObjectInserter()) {
            ObjectId id = inserter.insert(built);
            inserter.flush();
            return push(
                    new Push(Constants.R_TAGS + tag.tag(), Optional.empty(), id, "tag " + tag.tag()),
                    "%s is at %s".formatted(tag.tag(), tag.commit().brief()));
        }
    }

    private boolean unknown(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(copy.repository())) {
            walk.parseCommit(commit);
            return false;
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return true;
        }
    }

    private PersonIdent committer(Instant at) {
        return new PersonIdent(settings.committer().name(), settings.committer().email(), at, ZoneOffset.UTC);
    }

    private Optional<Reply> push(Push push, String done) {
        return switch (pusher.push(push)) {
            case Pushed.Done _ -> there(done);
            case Pushed.Elsewhere _ -> Optional.empty();
            case Pushed.Declined declined -> Optional.of(new Reply.Refused(declined.remedy(), declined.text()));
            case Pushed.Unknown unknown -> Optional.of(new Reply.Silent(unknown.why()));
        };
    }

    private static Optional<Reply> there(String detail) {
        return Optional.of(new Reply.Accepted(detail));
    }

    private static Optional<Reply> person(String text) {
        return Optional.of(new Reply.Refused(Remedy.NEEDS_PERSON, text));
    }
}
