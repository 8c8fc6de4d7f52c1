package io.signalbox.world.apple;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.review.ReviewDesk;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import io.signalbox.world.users.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * App Store Connect as a stateful model: apps with their past, what happens to them by itself in virtual time, and the one way in
 * which their state changes. Thread-safe.
 */
public final class AppStore {
    private static final Duration USUAL_REVIEW = Duration.ofHours(16);

    private final Timeline timeline;
    private final AppleLedger ledger;
    private final AppleTimes times;
    private final Map<String, Shelf> shelves = new TreeMap<>();

    public AppStore(Timeline timeline, EffectLog log, Audience audience, AppleTimes times) {
        this.timeline = timeline;
        this.ledger = new AppleLedger(log, audience);
        this.times = times;
    }

    /** Registers an app of which one version is live, with notes in one language. */
    public void register(String id, String bundleId, String version, String build) {
        timeline.alone(() -> {
            Instant now = timeline.now();
            AppState empty = AppState.create(id, bundleId, bundleId.substring(bundleId.lastIndexOf('.') + 1));
            Build built = new Build(empty.nextId(), build, version, now, Build.State.VALID, "sha256:", "");
            AppState stocked = empty.with(built).counted();
            AppState prepared =
                    Preparing.create(stocked, version, Version.ReleaseType.MANUAL, Optional.empty(), "", now);
            Version first = prepared.versions().values().iterator().next();
            Shelf shelf = new Shelf(empty);
            shelves.put(id, shelf);
            shelf.set(Releasing.live(prepared, first.built(Optional.of(built.id())), now), Actor.itself());
        });
    }

    /** The reviewers of an app. */
    public ReviewDesk reviews(String appId) {
        return timeline.alone(() -> shelf(appId).desk);
    }

    /** The console of an app in the hands of a person. */
    public AppleConsole console(String appId, String person) {
        return new AppleConsole(this, appId, person);
    }

    /** Takes a build, which is then processed for a while. */
    public void upload(String appId, String version, String number, String digest, String commit) {
        change(
                appId,
                Actor.itself(),
                (app, now) -> app.with(
                                new Build(app.nextId(), number, version, now, Build.State.PROCESSING, digest, commit))
                        .counted());
    }

    /**
     * Changes an app. Nothing is changed when the function throws.
     *
     * @return the state after it
     */
    AppState change(String appId, Actor by, BiFunction<AppState, Instant, AppState> how) {
        return timeline.alone(() -> {
            Shelf shelf = shelf(appId);
            shelf.set(how.apply(shelf.history.current(), timeline.now()), by);
            return shelf.history.current();
        });
    }

    Timeline timeline() {
        return timeline;
    }

    /** All app ids; under the world's lock. */
    Collection<String> apps() {
        return shelves.keySet();
    }

    /** An app as it was at an instant; under the world's lock. */
    Optional<AppState> asOf(String appId, Instant instant) {
        return Optional.ofNullable(shelves.get(appId)).map(shelf -> shelf.history.at(instant));
    }

    private Shelf shelf(String appId) {
        Shelf shelf = shelves.get(appId);
        if (shelf == null) {
            throw new IllegalArgumentException("No app " + appId + " is registered at the App Store: register it");
        }
        return shelf;
    }

    /** An app with its past and its next event. */
    private final class Shelf {
        private final History<AppState> history;
        private final ReviewDesk desk = new ReviewDesk(timeline, USUAL_REVIEW);
        private final Automatic automatic = new Automatic(times, desk);
        private Timeline.@Nullable Planned planned;

        Shelf(AppState first) {
            history = new History<>(timeline.now(), first);
            desk.onChange(this::plan);
        }

        void set(AppState next, Actor by) {
            set(next, by, Optional.empty());
        }

        private void set(AppState next, Actor by, Optional<String> reason) {
            AppState before = history.current();
            history.set(timeline.now(), next);
            if (!ledger.enter(before, next, by, reason)) {
                ledger.nothing(next, "app", by);
            }
            plan();
        }

        private void plan() {
            if (planned != null) {
                planned.cancel();
            }
            planned = automatic
                    .next(history.current())
                    .map(due -> timeline.at(due.at(), () -> {
                        Automatic.Outcome outcome = due.act().on(history.current(), timeline.now());
                        set(outcome.app(), Actor.itself(), outcome.reason());
                    }))
                    .orElse(null);
        }
    }
}
