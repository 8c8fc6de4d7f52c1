package io.signalbox.engine.command;

import io.signalbox.domain.act.Applied;
import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.act.ReleaseCommands;
import io.signalbox.domain.act.TrackCommands;
import io.signalbox.domain.act.TrainCommands;
import io.signalbox.domain.app.AppKey;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.reconcile.Changes;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Change;
import io.signalbox.engine.storage.Commit;
import io.signalbox.engine.storage.CommitUnknown;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Snapshot;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.StorageDown;
import io.signalbox.engine.storage.SubjectState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes commands: permission, fact and journal in one commit, and the subject due at once. */
public final class CommandDesk {
    private static final int TRIES = 20;

    private final Storage storage;
    private final Connectors connectors;
    private final Pictures pictures;
    private final InstantSource clock;

    public CommandDesk(Storage storage, Connectors connectors, Pictures pictures, InstantSource clock) {
        this.storage = storage;
        this.connectors = connectors;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Carries a command out, or says why not. Safe to repeat with the same id, which is what to do after a lost answer. */
    public Handled handle(Envelope envelope) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Snapshot> snapshot = storage.read(envelope.subject());
            if (snapshot.isEmpty()) {
                return new Handled.NotFound();
            }
            Optional<Handled> handled = tryOnce(envelope, snapshot.get());
            if (handled.isPresent()) {
                return handled.get();
            }
        }
        return new Handled.Busy();
    }

    private Optional<Handled> tryOnce(Envelope envelope, Snapshot snapshot) {
        long revision = snapshot.row().revision();
        boolean stale = envelope.expectedRevision().filter(e -> e != revision).isPresent();
        if (stale && !envelope.command().isStop()) {
            return Optional.of(wasHandled(envelope) ? new Handled.Accepted(revision) : new Handled.Stale(revision));
        }
        Instant now = clock.instant();
        return switch (applied(envelope, snapshot, now)) {
            case Applied.Refused<SubjectState> refused -> Optional.of(answered(envelope, refused, revision));
            case Applied.Accepted<SubjectState> accepted -> keep(envelope, snapshot, accepted, now);
        };
    }

    /** What is refused now may be the repeat of a command that was accepted before. */
    private Handled answered(Envelope envelope, Applied.Refused<SubjectState> refused, long revision) {
        return wasHandled(envelope) ? new Handled.Accepted(revision) : new Handled.Refused(refused.why());
    }

    private boolean wasHandled(Envelope envelope) {
        return storage.wasHandled(envelope.subject().app(), envelope.fingerprint());
    }

    private Optional<Handled> keep(
            Envelope envelope, Snapshot snapshot, Applied.Accepted<SubjectState> accepted, Instant now) {
        try {
            return switch (storage.commit(change(envelope, snapshot, accepted, now))) {
                case Commit.Done done -> {
                    if (envelope.command().isStop()) {
                        lookAtStores(envelope.subject().app());
                    }
                    yield Optional.of(new Handled.Accepted(done.revision()));
                }
                case Commit.Repeated _ ->
                    Optional.of(new Handled.Accepted(snapshot.row().revision()));
                case Commit.Conflict _, Commit.Fenced _ -> Optional.empty();
            };
        } catch (CommitUnknown e) {
            // The same id again: if it was kept, storage says so.
            return Optional.empty();
        }
    }

    /** What is to be stopped may be out without our knowing: stores are asked now, however long ago they failed to answer. */
    private void lookAtStores(AppKey app) {
        try {
            for (Source source : connectors.sources(app)) {
                if (source.kinds().contains(SignalKind.STORE)) {
                    storage.askNow(app, source.name(), clock.instant());
                }
            }
        } catch (StorageDown e) {
            // The command is kept; that stores are asked sooner was a help only.
        }
    }

    private Applied<SubjectState> applied(Envelope envelope, Snapshot snapshot, Instant now) {
        Command command = envelope.command();
        return switch (snapshot) {
            case Snapshot.OfTrack of
            when command instanceof Command.OfTrack ofTrack -> {
                Applied<Track> applied = TrackCommands.apply(ofTrack, envelope.actor(), pictures.of(of), now);
                yield wrapped(applied, SubjectState.OfTrack::new);
            }
            case Snapshot.OfRelease of
            when command instanceof Command.OfRelease ofRelease -> {
                Applied<Release> applied = ReleaseCommands.apply(ofRelease, envelope.actor(), pictures.of(of), now);
                yield wrapped(applied, SubjectState.OfRelease::new);
            }
            case Snapshot.OfTrain of
            when command instanceof Command.OfTrain ofTrain -> {
                Applied<Train> applied = TrainCommands.apply(ofTrain, envelope.actor(), pictures.of(of), now);
                yield wrapped(applied, SubjectState.OfTrain::new);
            }
            case Snapshot.OfTrack _, Snapshot.OfRelease _, Snapshot.OfTrain _ ->
                Applied.refused(new Refusal.Invalid(
                        "command", "\"%s\" is not for %s".formatted(command.name(), envelope.subject())));
        };
    }

    private static <S> Applied<SubjectState> wrapped(Applied<S> applied, Function<S, SubjectState> wrap) {
        return switch (applied) {
            case Applied.Accepted<S> accepted ->
                new Applied.Accepted<>(wrap.apply(accepted.next()), accepted.reported());
            case Applied.Refused<S> refused -> new Applied.Refused<>(refused.why());
        };
    }

    private static Change change(
            Envelope envelope, Snapshot snapshot, Applied.Accepted<SubjectState> accepted, Instant now) {
        SubjectId subject = envelope.subject();
        String by = envelope.actor().name();
        Fact fact = new Fact.Commanded(envelope.id(), envelope.channel(), envelope.command());
        return new Change(
                subject,
                snapshot.row().revision(),
                snapshot.row().wakes(),
                Optional.empty(),
                // A stop relies on nothing, so that nothing can keep it waiting.
                envelope.command().isStop() ? List.of() : Changes.unchanged(snapshot),
                Optional.of(accepted.next()),
                List.of(),
                List.of(),
                accepted.reported().map(r -> List.of(observed(subject, by, r))).orElse(List.of()),
                List.of(new Entry(now, subject, by, fact)),
                Optional.of(envelope.fingerprint()),
                Optional.empty(),
                now,
                true,
                now);
    }

    private static Observed observed(SubjectId subject, String by, Applied.Reported reported) {
        Observation.Read read = reported.reading();
        Answer answer = new Answer.Said(new Topic(subject, reported.key()), read.reading(), read.asOf(), read.link());
        return new Observed(by, answer, read.fetchedAt());
    }
}
