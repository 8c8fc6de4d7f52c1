package io.signalbox.world.play;

import io.signalbox.world.log.Actor;
import io.signalbox.world.log.Detail;
import io.signalbox.world.log.EffectLog;
import io.signalbox.world.review.ReviewDesk;
import io.signalbox.world.review.Verdict;
import io.signalbox.world.time.History;
import io.signalbox.world.time.Timeline;
import io.signalbox.world.users.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Google Play as a stateful model: apps, their reviews in virtual time, and the one way in which their state changes. Thread-safe.
 */
public final class PlayStore {
    private static final Duration USUAL_REVIEW = Duration.ofHours(7);

    private final Timeline timeline;
    private final Ledger ledger;
    private final Map<String, Shelf> shelves = new TreeMap<>();

    public PlayStore(Timeline timeline, EffectLog log, Audience audience) {
        this.timeline = timeline;
        this.ledger = new Ledger(log, audience);
    }

    /** Registers an app of which one version is completed in production. */
    public void register(String packageName, String version, long code) {
        timeline.alone(() -> {
            Release live = Release.completed(code + " (" + version + ")", code);
            PlayApp empty = PlayApp.create(packageName).with(new Bundle(code, version, "0".repeat(64), ""));
            Shelf shelf = new Shelf(empty);
            shelves.put(packageName, shelf);
            shelf.set(
                    Commits.publish(empty.with(
                            Track.empty(Track.PRODUCTION).wanting(List.of(live)).at(Stage.APPROVED))),
                    Actor.itself());
        });
    }

    /** The reviewers of an app. */
    public ReviewDesk reviews(String packageName) {
        return timeline.alone(() -> shelf(packageName).desk);
    }

    /** The console of an app in the hands of a person. */
    public PlayConsole console(String packageName, String person) {
        return new PlayConsole(this, packageName, person);
    }

    /**
     * Takes a bundle into the library and puts it on the internal track, as an upload job does with an edit of its own: open edits
     * of others die. A version code that is taken is refused. One that is lower than what the internal track has, such as a hotfix
     * beside nightlies of the next version, stays in the library: no tester could upgrade to it.
     */
    public void upload(String packageName, long code, String version, String sha256, String commit) {
        timeline.alone(() -> {
            Shelf shelf = shelf(packageName);
            PlayApp app = shelf.app();
            String state = "refused: the version code is taken";
            if (app.bundle(code).isEmpty()) {
                PlayApp stocked = app.with(new Bundle(code, version, sha256, commit));
                boolean highest = app.track(Track.INTERNAL).stream()
                        .flatMap(track -> track.live().stream())
                        .allMatch(release -> release.highestCode() < code);
                Release release = Release.completed(code + " (" + version + ")", code);
                Map<String, List<Release>> testers =
                        highest ? Map.of(Track.INTERNAL, List.of(release)) : Map.<String, List<Release>>of();
                state = highest ? "in the library and on the internal track" : "in the library";
                shelf.set(Commits.apply(stocked, testers, false), Actor.itself());
            }
            ledger.enter(new Detail.Artifact(
                    packageName,
                    Track.INTERNAL,
                    version,
                    Long.toString(code),
                    "sha256:" + sha256,
                    commit,
                    state,
                    Actor.itself()));
        });
    }

    Timeline timeline() {
        return timeline;
    }

    /** The app as it is now; under the world's lock. */
    Optional<PlayApp> find(String packageName) {
        return Optional.ofNullable(shelves.get(packageName)).map(Shelf::app);
    }

    /** The app as it was at an instant; under the world's lock. */
    PlayApp asOf(String packageName, Instant instant) {
        return shelf(packageName).history.at(instant);
    }

    /** Makes the next state of an app the present one. */
    void change(PlayApp next, Actor by) {
        shelf(next.packageName()).set(next, by);
    }

    /** Like {@link #change} for what goes to review: a review that runs is cancelled and begins anew. */
    void submit(PlayApp next, Actor by) {
        Shelf shelf = shelf(next.packageName());
        boolean again = shelf.app().inReview() && next.inReview();
        shelf.set(next, by);
        if (again) {
            shelf.review(timeline.now());
            ledger.enter(new Detail.Changed(
                    next.packageName(), "review", Map.of("review", "cancelled and submitted again"), by));
        }
    }

    private Shelf shelf(String packageName) {
        Shelf shelf = shelves.get(packageName);
        if (shelf == null) {
            throw new IllegalArgumentException("No app " + packageName + " is registered at Google Play: register it");
        }
        return shelf;
    }

    /** An app with its past and its review. */
    private final class Shelf {
        private final History<PlayApp> history;
        private final ReviewDesk desk = new ReviewDesk(timeline, USUAL_REVIEW);
        private Instant submitted = Instant.EPOCH;
        private Timeline.@Nullable Planned decision;

        Shelf(PlayApp first) {
            history = new History<>(timeline.now(), first);
            desk.onChange(() -> {
                if (app().inReview()) {
                    review(submitted);
                }
            });
        }

        PlayApp app() {
            return history.current();
        }

        void set(PlayApp next, Actor by) {
            set(next, by, Optional.empty());
        }

        private void set(PlayApp next, Actor by, Optional<String> reason) {
            PlayApp before = app();
            history.set(timeline.now(), next);
            boolean changed = ledger.enter(before, next, by, reason);
            if (!changed && before.bundles().equals(next.bundles())) {
                ledger.enter(new Detail.NoChange(next.packageName(), "app", by));
            }
            if (!before.inReview() && next.inReview()) {
                review(timeline.now());
            } else if (before.inReview() && !next.inReview() && decision != null) {
                decision.cancel();
            }
        }

        void review(Instant since) {
            submitted = since;
            if (decision != null) {
                decision.cancel();
            }
            decision = timeline.at(desk.due(since), this::decide);
        }

        private void decide() {
            switch (desk.decide()) {
                case Verdict.Approved() -> set(Commits.approve(app()), Actor.itself());
                case Verdict.BinaryRejected(String reason) -> reject(reason);
                case Verdict.MetadataRejected(String reason) -> reject(reason);
            }
        }

        private void reject(String reason) {
            set(Commits.reject(app()), Actor.itself(), Optional.of(reason));
        }
    }
}
