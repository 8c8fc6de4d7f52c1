package io.signalbox.connectors.play;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Request;
import io.signalbox.connectors.http.Trial;
import io.signalbox.connectors.play.PlayAccount.Answered;
import io.signalbox.connectors.play.Shelf.Sought;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Capabilities.SelfAdvance;
import io.signalbox.domain.app.Capabilities.Steps;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A track of an app at Google Play as a destination: reads what it does with each version, and changes it. Thread-safe.
 *
 * <p>A reading takes one call while nothing of ours is published, else five: how far a rollout is can be seen in an edit only.
 */
public final class PlayConnector implements Source, Performer {
    private static final Duration READING = Duration.ofSeconds(30);

    /** How often an edit that somebody else has made worthless is begun anew. */
    private static final int TRIES = 3;

    private final PlaySettings settings;
    private final PlayAccount account;
    private final Effects effects;

    /** @param account shared by all connectors for tracks of this app */
    public PlayConnector(PlaySettings settings, PlayAccount account) {
        if (!settings.packageName().equals(account.packageName())) {
            throw new IllegalArgumentException("destination %s is of app %s, its account of app %s"
                    .formatted(settings.destination(), settings.packageName(), account.packageName()));
        }
        this.settings = settings;
        this.account = account;
        this.effects = new Effects(settings, account);
    }

    /**
     * What such a destination can do. Countries are left out: Google forgets them when a release is halted, so that a paused rollout could
     * not be told from a changed one.
     */
    public static Capabilities capabilities(boolean managedPublishing, boolean haltsAtEveryone) {
        return new Capabilities(
                managedPublishing ? GoLive.IN_CONSOLE : GoLive.ON_APPROVAL,
                new Steps.Any(),
                new SelfAdvance.Never(),
                true,
                haltsAtEveryone,
                true,
                true,
                false);
    }

    @Override
    public String name() {
        return settings.destination().value();
    }

    @Override
    public Set<SignalKind> kinds() {
        return Set.of(SignalKind.STORE);
    }

    @Override
    public List<Topic> topics(Interest interest) {
        SignalKey key = new SignalKey(SignalKind.STORE, settings.destination().value());
        return interest.at(settings.destination()).stream()
                .map(p -> new Topic(p.track().id(), key))
                .toList();
    }

    @Override
    public List<Answer> read(List<Topic> topics, Interest interest) throws SourceFailure {
        Map<SubjectId, Sought> sought = new LinkedHashMap<>();
        for (Interest.Pursued pursued : interest.at(settings.destination())) {
            sought.put(
                    pursued.track().id(),
                    Sought.of(
                            pursued.track(),
                            interest.app().numbers(pursued.track().id().platform()),
                            settings.destination()));
        }
        Errand errand = account.outlet().errand(READING);
        Seen seen;
        try {
            seen = look(errand, sought.values(), interest.now());
        } catch (CallFailed e) {
            throw new SourceFailure(e.failure());
        } catch (PlayRefused e) {
            throw new SourceFailure(e.failure());
        }
        return topics.stream()
                .flatMap(t -> Optional.ofNullable(sought.get(t.about())).map(s -> answer(t, s, seen)).stream())
                .toList();
    }

    private record Seen(Shelf shelf, Instant asOf) {}

    private static Answer answer(Topic topic, Sought sought, Seen seen) {
        try {
            return new Answer.Said(topic, seen.shelf.reading(sought), seen.asOf, Optional.empty());
        } catch (CallFailed e) {
            return new Answer.Failed(topic, e.failure());
        }
    }

    private Seen look(Errand errand, Collection<Sought> all, Instant now) throws CallFailed, PlayRefused {
        Answered answer = account.call(
                errand, Request.get(account.at("/tracks/" + PlayAccount.segment(settings.track()) + "/releases")));
        Shelf shelf = new Shelf(Summary.all(answer.json()), Optional.empty());
        Instant asOf = answer.response().asOf(now);
        if (all.stream().noneMatch(shelf::published)) {
            return new Seen(shelf, asOf);
        }
        Edit.Read read = configured(errand, now);
        return new Seen(
                new Shelf(shelf.summaries(), Optional.of(read.track())),
                read.asOf().isBefore(asOf) ? read.asOf() : asOf);
    }

    private Edit.Read configured(Errand errand, Instant now) throws CallFailed, PlayRefused {
        try (Turns.Turn _ = account.turns().ordinary(errand)) {
            for (int tries = 1; ; tries++) {
                try {
                    Edit edit = Edit.open(account, errand);
                    Edit.Read read = edit.track(settings.track(), now);
                    edit.discard();
                    return read;
                } catch (PlayRefused e) {
                    if (!e.editIsOver() || tries == TRIES) {
                        throw e;
                    }
                }
            }
        }
    }

    /** Tries out what is needed. Nothing that anybody is offered changes; an edit of this account that is open is lost. */
    public List<Trial> trials() {
        return new Trials(settings, account).all();
    }

    @Override
    public Reply perform(Action action, Duration within) {
        if (!(action.effect() instanceof Effect.AtDestination effect)
                || !(action.id().subject() instanceof TrackId track)
                || !effect.destination().equals(settings.destination())) {
            return new Reply.Refused(
                    Remedy.NEEDS_PERSON,
                    "destination %s cannot bring this about: %s at %s"
                            .formatted(
                                    settings.destination(),
                                    action.effect().name(),
                                    action.effect().place()));
        }
        return effects.bringAbout(effect, track.version(), within);
    }
}
