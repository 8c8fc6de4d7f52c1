package io.signalbox.connectors.git;

import io.signalbox.connectors.http.Http;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.domain.version.NumberScheme;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One repository of an app: reads it as it concerns each release, and makes the bump, the branch and the tag.
 *
 * <p>A ref is moved only from where it was seen and only forward, never by force; what is there already is not made again. So a lost
 * answer is no second effect: the next reading, or the next try, finds what the first one did.
 */
public final class GitConnector implements Source, Performer, AutoCloseable {
    private static final int TRIES = 5;

    private final GitSettings settings;
    private final Repository repository;
    private final NumberScheme numbers;
    private final Optional<Outlet> outlet;
    private final CommitCache cache;
    private Optional<Copy> copy = Optional.empty();

    /**
     * Makes no call and opens nothing.
     *
     * @param numbers of the platforms that are built from it: what a bump writes as first build number
     * @throws IllegalArgumentException if the address is not one that may be called
     */
    public GitConnector(GitSettings settings, Repository repository, NumberScheme numbers, Http http) {
        this.settings = settings;
        this.repository = repository;
        this.numbers = numbers;
        this.cache = new CommitCache(settings.limits().kept());
        this.outlet = Copies.outlet(settings, http);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.REPOSITORY);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        SignalKey key = new SignalKey(SignalKind.REPOSITORY, repository.key().value());
        return interest.releases().stream()
                .filter(r -> !r.ended())
                .filter(r -> r.repositories().stream().anyMatch(p -> p.key().equals(repository.key())))
                .map(r -> new Topic(r.id(), key))
                .toList();
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        Copy current = copy();
        Instant asOf = current.refresh(settings.patience(), interest.now());
        List<Answer> answers = new ArrayList<>();
        try (RepositoryReader reader = new RepositoryReader(current, repository, settings, cache)) {
            for (Topic topic : topics) {
                answers.add(answer(topic, interest, reader, current, asOf));
            }
        } catch (IOException e) {
            throw new SourceFailure(nonsense(e));
        }
        return answers;
    }

    private static Answer answer(Topic topic, Interest interest, RepositoryReader reader, Copy copy, Instant asOf) {
        Optional<Release> release = topic.about() instanceof ReleaseId id
                ? interest.releases().stream().filter(r -> r.id().equals(id)).findFirst()
                : Optional.empty();
        if (release.isEmpty()) {
            return new Answer.Failed(
                    topic,
                    new Failure(Failure.Kind.NONSENSE, "%s is no release that is under way".formatted(topic.about())));
        }
        try {
            return new Answer.Said(topic, reader.read(release.get(), interest), asOf, copy.page());
        } catch (SourceFailure e) {
            return new Answer.Failed(topic, e.failure());
        } catch (IOException e) {
            return new Answer.Failed(topic, nonsense(e));
        }
    }

    private static Failure nonsense(IOException e) {
        return new Failure(Failure.Kind.NONSENSE, "the repository cannot be read: " + e.getMessage());
    }

    @Override
    public Reply perform(Action action, Duration within) {
        Deadline deadline = Deadline.in(within);
        try {
            Copy current = copy();
            RefWriter writer = new RefWriter(current, settings, numbers, push -> current.push(push, deadline.left()));
            for (int tries = 0; tries < TRIES; tries++) {
                current.refresh(deadline.left(), action.plannedAt());
                Optional<Reply> reply = writer.tryOnce(action);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
            return new Reply.Refused(Remedy.RETRY, "others move the same branch all the time: nothing was changed");
        } catch (SourceFailure e) {
            boolean person = e.failure().kind() == Failure.Kind.REFUSED;
            return new Reply.Refused(
                    person ? Remedy.NEEDS_PERSON : Remedy.RETRY,
                    "nothing was changed: " + e.failure().message());
        } catch (IOException e) {
            return new Reply.Refused(Remedy.NEEDS_PERSON, "nothing was changed: " + e.getMessage());
        }
    }

    private synchronized Copy copy() throws SourceFailure {
        if (copy.isEmpty()) {
            copy = Optional.of(Copies.open(settings, Specs.of(repository), outlet));
        }
        return copy.get();
    }

    /** Tries the repository out: can it be read, is what the settings name there. Changes nothing. */
    public List<Trial> tryOut(Instant now) {
        return new GitTrials(settings, repository).tryOut(this::copy, now);
    }

    @Override
    public synchronized void close() {
        copy.ifPresent(Copy::close);
        copy = Optional.empty();
    }
}
