package io.signalbox.engine.watch;

import io.signalbox.domain.app.App;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.signal.Failure;
import io.signalbox.engine.Settings;
import io.signalbox.engine.config.Configuration;
import io.signalbox.engine.config.Connectors;
import io.signalbox.engine.source.Answer;
import io.signalbox.engine.source.Interest;
import io.signalbox.engine.source.Source;
import io.signalbox.engine.source.SourceFailure;
import io.signalbox.engine.source.Topic;
import io.signalbox.engine.storage.Attention.Pace;
import io.signalbox.engine.storage.Observed;
import io.signalbox.engine.storage.Pursuit;
import io.signalbox.engine.storage.Storage;
import io.signalbox.engine.storage.WatchClaim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks sources as often as those who follow them want, and keeps the answers. A topic that got no answer is kept as failed; a source
 * that fails is asked again after a growing pause.
 */
public final class Watcher {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final Storage storage;
    private final Configuration configuration;
    private final Connectors connectors;
    private final InstantSource clock;
    private final Settings settings;
    private final Rounds rounds = new Rounds();

    public Watcher(
            Storage storage,
            Configuration configuration,
            Connectors connectors,
            InstantSource clock,
            Settings settings) {
        this.storage = storage;
        this.configuration = configuration;
        this.connectors = connectors;
        this.clock = clock;
        this.settings = settings;
    }

    public List<WatchClaim> claim(int most, Duration lease) {
        return storage.claimWatches(settings.replica(), clock.instant(), most, lease);
    }

    /** Says that a source is still being asked. */
    public void keep(WatchClaim claim, Duration lease) {
        storage.keepWatch(settings.replica(), claim.app(), claim.source(), lease);
    }

    /** Finds out what to ask. Empty if the source is not configured any more. */
    public Optional<Asking> begin(WatchClaim claim) {
        Optional<Source> source = connectors.sources(claim.app()).stream()
                .filter(s -> s.name().equals(claim.source()))
                .findFirst();
        Optional<App> app = configuration.app(claim.app());
        if (source.isEmpty() || app.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Pursuit pursuit = storage.pursuit(claim.app());
        Interest interest = interest(app.get(), pursuit, now);
        Optional<Pace> pace = pace(source.get(), pursuit);
        List<Topic> all;
        try {
            all = source.get().topics(interest);
        } catch (RuntimeException e) {
            return Optional.of(unable(claim, source.get(), interest, pace, e));
        }
        List<Topic> due = all.stream()
                .filter(t -> rounds.isDue(claim, t, wait(pace(t, pursuit)), wait(pace), now))
                .toList();
        return Optional.of(
                new Asking(claim, source.get(), due, Set.copyOf(all), interest, pace, now, Optional.empty()));
    }

    /** A source that cannot even say what it can be asked fails for all that it was asked before. */
    private Asking unable(
            WatchClaim claim, Source source, Interest interest, Optional<Pace> pace, RuntimeException why) {
        Set<Topic> before = rounds.known(claim);
        Failure failure = new Failure(Failure.Kind.NONSENSE, "it cannot say what to ask: " + why.getMessage());
        return new Asking(
                claim, source, List.copyOf(before), before, interest, pace, interest.now(), Optional.of(failure));
    }

    private static Optional<Pace> pace(Topic topic, Pursuit pursuit) {
        return pursuit.followers(topic.about())
                .flatMap(a -> a.of(topic.key().kind()).stream())
                .min(Pace::compareTo);
    }

    private Interest interest(App app, Pursuit pursuit, Instant now) {
        List<Interest.Pursued> tracks = new ArrayList<>();
        for (Pursuit.Followed followed : pursuit.tracks()) {
            if (app.find(followed.track().id().platform()).isPresent()) {
                policyOf(followed, pursuit).ifPresent(p -> tracks.add(new Interest.Pursued(followed.track(), p)));
            }
        }
        return new Interest(
                app,
                tracks,
                pursuit.releases().stream()
                        .map(Pursuit.FollowedRelease::release)
                        .toList(),
                pursuit.repositories(),
                now);
    }

    private Optional<Policy> policyOf(Pursuit.Followed followed, Pursuit pursuit) {
        return pursuit.releases().stream()
                .map(Pursuit.FollowedRelease::release)
                .filter(r -> r.id().equals(followed.track().id().release()))
                .findFirst()
                .flatMap(r -> configuration.policy(r.policy()));
    }

    private static Optional<Pace> pace(Source source, Pursuit pursuit) {
        return pursuit.attentions()
                .flatMap(a -> source.kinds().stream().map(a::of).flatMap(Optional::stream))
                .min(Pace::compareTo);
    }

    /** Asks. Whatever goes wrong is an answer too. */
    public List<Answer> ask(Asking asking) {
        if (asking.failure().isPresent()) {
            return failed(asking.topics(), asking.failure().get());
        }
        if (asking.topics().isEmpty()) {
            return List.of();
        }
        try {
            return complete(asking.topics(), asking.source().read(asking.topics(), asking.interest()));
        } catch (SourceFailure e) {
            return failed(asking.topics(), e.failure());
        } catch (RuntimeException e) {
            return failed(asking.topics(), new Failure(Failure.Kind.NONSENSE, String.valueOf(e.getMessage())));
        }
    }

    private static List<Answer> complete(List<Topic> topics, List<Answer> answers) {
        Map<Topic, Answer> byTopic = new HashMap<>();
        answers.forEach(a -> byTopic.put(a.topic(), a));
        Failure silent = new Failure(Failure.Kind.NONSENSE, "the source did not answer for this");
        return topics.stream()
                .map(t -> byTopic.getOrDefault(t, new Answer.Failed(t, silent)))
                .toList();
    }

    private static List<Answer> failed(List<Topic> topics, Failure failure) {
        return topics.stream().<Answer>map(t -> new Answer.Failed(t, failure)).toList();
    }

    /** Keeps the answers and says when the source is asked next. */
    public void finish(Asking asking, List<Answer> answers) {
        boolean anyFailed = asking.failure().isPresent() || answers.stream().anyMatch(a -> a instanceof Answer.Failed);
        int failures = anyFailed ? asking.claim().failures() + 1 : 0;
        Instant now = clock.instant();
        Duration wait = anyFailed ? pause(failures) : wait(asking.pace());
        List<Observed> observed = answers.stream()
                .map(a -> new Observed(asking.source().name(), a, asking.fetchedAt()))
                .toList();
        storage.observe(
                asking.claim().app(),
                asking.source().name(),
                observed,
                now,
                asking.fetchedAt().plus(wait),
                failures);
        rounds.answered(asking.claim(), asking.all(), asking.topics(), asking.fetchedAt());
    }

    private Duration wait(Optional<Pace> pace) {
        return switch (pace.orElse(Pace.SLOW)) {
            case FAST -> settings.fast();
            case NORMAL -> settings.normal();
            case SHOWN -> settings.shown();
            case SLOW -> settings.slow();
        };
    }

    private Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(settings.normal()) > 0 ? settings.normal() : pause;
    }
}
