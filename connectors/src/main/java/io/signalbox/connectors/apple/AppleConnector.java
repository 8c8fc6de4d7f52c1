package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.connectors.http.Errand;
import io.signalbox.connectors.http.Outlet;
import io.signalbox.connectors.http.OutletSettings;
import io.signalbox.connectors.http.Reach;
import io.signalbox.connectors.http.Trial;
import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Capabilities;
import io.signalbox.domain.app.Capabilities.GoLive;
import io.signalbox.domain.app.Capabilities.SelfAdvance;
import io.signalbox.domain.app.Capabilities.Steps;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
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

/**
 * An app at the App Store as a destination: reads what the store does with each version, and changes it. Thread-safe.
 *
 * <p>A reading takes one call for all versions, and a second while one of them could be submitted: what lies in the open submission then.
 */
public final class AppleConnector implements Source, Performer {
    private static final Duration READING = Duration.ofSeconds(30);

    /** Apple's own limit is told in each answer and is what counts. */
    private static final int CALLS_PER_HOUR = 3_600;

    private final AppleSettings settings;
    private final AppStoreConnect api;
    private final Shop shop;
    private final Effects effects;

    /** @param outlet opened with {@link #outlet}; connectors that use the same key share it */
    public AppleConnector(AppleSettings settings, AppleKey key, Outlet outlet) {
        this.settings = settings;
        this.api = new AppStoreConnect(settings.api(), outlet, key);
        this.shop = new Shop(settings, api);
        this.effects = new Effects(settings, api, shop);
    }

    public static OutletSettings outlet(String name, URI api, Reach reach) {
        return OutletSettings.of(name, api, reach, CALLS_PER_HOUR).quota(AppStoreConnect::quota);
    }

    /** What the App Store can do, whatever is set. */
    public static Capabilities capabilities() {
        return new Capabilities(
                GoLive.BY_CALL,
                new Steps.Fixed(Phases.SHARES),
                new SelfAdvance.Every(Phases.STEP),
                true,
                false,
                true,
                false,
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
        List<TrackId> tracks = topics.stream()
                .flatMap(t -> t.about() instanceof TrackId track
                        ? Optional.of(track).stream()
                        : Optional.<TrackId>empty().stream())
                .toList();
        if (tracks.isEmpty()) {
            return List.of();
        }
        try {
            return read(topics, tracks, interest.now());
        } catch (CallFailed e) {
            throw new SourceFailure(e.failure());
        } catch (AppleRefused e) {
            throw new SourceFailure(e.failure());
        }
    }

    private List<Answer> read(List<Topic> topics, List<TrackId> tracks, Instant now) throws CallFailed, AppleRefused {
        Errand errand = api.outlet().errand(READING);
        Shop.Found<StoreVersion> versions = shop.versions(
                errand, tracks.stream().map(t -> t.version().text()).distinct().toList(), now);
        boolean anySendable = tracks.stream()
                .anyMatch(t ->
                        find(versions.all(), t).map(v -> v.state().editable()).orElse(true));
        Shop.Found<Submission> submissions =
                anySendable ? shop.submissions(errand, now) : new Shop.Found<>(List.of(), now);
        Instant asOf = submissions.asOf().isBefore(versions.asOf()) ? submissions.asOf() : versions.asOf();
        List<Answer> answers = new ArrayList<>();
        for (Topic topic : topics) {
            if (topic.about() instanceof TrackId track) {
                answers.add(answer(topic, find(versions.all(), track), submissions.all(), asOf));
            }
        }
        return answers;
    }

    private static Optional<StoreVersion> find(List<StoreVersion> versions, TrackId track) {
        return versions.stream()
                .filter(v -> v.text().equals(track.version().text()))
                .findFirst();
    }

    private static Answer answer(
            Topic topic, Optional<StoreVersion> version, List<Submission> submissions, Instant asOf) {
        boolean sendable = version.map(v -> v.state().editable()).orElse(true);
        boolean foreign = sendable
                && submissions.stream()
                        .filter(s -> s.state() == Submission.State.READY_FOR_REVIEW
                                || s.state() == Submission.State.UNRESOLVED_ISSUES)
                        .anyMatch(s -> s.holdsMoreThan(version.map(StoreVersion::id)));
        try {
            StoreReading.State state = version.isPresent() ? version.get().reading() : new StoreReading.NotSent();
            StoreReading reading = new StoreReading(state, version.flatMap(StoreVersion::build), foreign);
            return new Answer.Said(topic, reading, asOf, Optional.empty());
        } catch (CallFailed e) {
            return new Answer.Failed(topic, e.failure());
        }
    }

    /** Tries out what is needed, without changing anything. */
    public List<Trial> trials() {
        return new Trials(settings, api, shop).all();
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
