package io.signalbox.connectors.feed;

import io.signalbox.connectors.feed.Offer.Sought;
import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Secret;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Capabilities.SelfAdvance;
import io.signalbox.domain.app.Capabilities.Steps;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Trouble.Remedy;
import io.signalbox.engine.perform.Performer;
import io.signalbox.engine.perform.Reply;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One channel file of a desktop feed as a destination: reads what it offers, and changes it. Thread-safe.
 *
 * <p>A reading takes one call, whatever it is about. The first step of a version reads the built file once, to compare it with what CI
 * built; every change is one conditional write.
 */
public final class FeedConnector implements Source, Performer {
    private static final Duration READING = Duration.ofSeconds(30);
    private static final int CALLS_PER_HOUR = 1_000;

    private final FeedSettings settings;
    private final Host host;
    private final Effects effects;

    /**
     * @param outlet opened with {@link #outlet(String, URI, Reach)}; connectors of one host may share it
     * @param token sent as bearer, asked for at each call
     */
    public FeedConnector(FeedSettings settings, Outlet outlet, Supplier<Secret> token) {
        this.settings = settings;
        this.host = new Host(settings, outlet, token);
        this.effects = new Effects(settings, host, new BuiltFiles(settings, host));
    }

    /** Built files may be as large as 2 GB: they are read while they come and not held. */
    public static OutletSettings outlet(String name, URI host, Reach reach) {
        return OutletSettings.of(name, host, reach, CALLS_PER_HOUR).largest(Integer.MAX_VALUE);
    }

    /** What such a destination can do. Its share is a whole percentage of installations, by which each decides for itself. */
    public static Capabilities capabilities() {
        return new Capabilities(
                GoLive.WITHOUT_REVIEW, new Steps.Any(), new SelfAdvance.Never(), true, true, false, true, false);
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
        Host.Found found = found(interest.now());
        Optional<Offer> offer = offer(found);
        List<Answer> answers = new ArrayList<>();
        for (Topic topic : topics) {
            interest.at(settings.destination()).stream()
                    .filter(p -> p.track().id().equals(topic.about()))
                    .findFirst()
                    .map(p -> answer(topic, offer, Sought.of(p.track(), settings.destination()), found.asOf()))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    private Host.Found found(Instant now) throws SourceFailure {
        try {
            return host.channel(host.outlet().errand(READING), now);
        } catch (CallFailed e) {
            throw new SourceFailure(e.failure());
        } catch (HostRefused e) {
            throw new SourceFailure(e.failure());
        }
    }

    private Optional<Offer> offer(Host.Found found) throws SourceFailure {
        if (found.text().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Offer.of(ChannelFile.parse(found.text().get()), settings.file()));
        } catch (Unreadable e) {
            throw new SourceFailure(nonsense(e));
        }
    }

    private Answer answer(Topic topic, Optional<Offer> offer, Sought sought, Instant asOf) {
        try {
            return new Answer.Said(topic, Offer.reading(offer, sought), asOf, Optional.of(settings.channel()));
        } catch (Unreadable e) {
            return new Answer.Failed(topic, nonsense(e));
        }
    }

    private Failure nonsense(Unreadable e) {
        return new Failure(
                Failure.Kind.NONSENSE, "nothing can be made of %s: %s".formatted(settings.channel(), e.why()));
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
        return effects.bringAbout(effect, track.version(), action.id().text(), within);
    }

    /**
     * Tries the feed out: reads the channel file, and writes and deletes a small file of its own beside it. What users are offered is not
     * touched.
     */
    public List<Trial> tryOut(Instant now) {
        return new FeedTrials(settings, host).tryOut(now);
    }
}
