package io.signalbox.world.review;

import io.signalbox.world.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The reviewers of one app. Decisions that the world's owner has planned are given first, in the order of planning; after them
 * every submission is approved after the usual time. A plan may be made before or while a review runs. Thread-safe.
 */
public final class ReviewDesk {
    private final Timeline timeline;
    private final Deque<Planned> planned = new ArrayDeque<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private Duration usual;

    /** @param usual how long a review takes when nothing is planned */
    public ReviewDesk(Timeline timeline, Duration usual) {
        this.timeline = timeline;
        this.usual = usual;
    }

    /** Changes how long a review takes when nothing is planned. */
    public void usually(Duration duration) {
        timeline.alone(() -> {
            usual = duration;
            watchers.forEach(Runnable::run);
        });
    }

    /** Plans that the next decision not yet planned falls at an instant, or at once if that is past by then. */
    public void decideAt(Instant instant, Verdict verdict) {
        plan(new Planned(Optional.of(instant), Duration.ZERO, verdict));
    }

    /** Plans that the next decision not yet planned falls so long after the submission. */
    public void decideAfter(Duration duration, Verdict verdict) {
        plan(new Planned(Optional.empty(), duration, verdict));
    }

    /** When a submission will be decided, as things are now; for stores, under the world's lock. */
    public Instant due(Instant submitted) {
        Planned next = planned.peek();
        if (next == null) {
            return submitted.plus(usual);
        }
        Instant at = next.at.orElse(submitted.plus(next.after));
        return at.isBefore(submitted) ? submitted : at;
    }

    /** Gives the decision that is due, once. */
    public Verdict decide() {
        Planned next = planned.poll();
        return next == null ? new Verdict.Approved() : next.verdict;
    }

    /** Tells a store that the plan has changed, so that it asks {@link #due} again. */
    public void onChange(Runnable watcher) {
        watchers.add(watcher);
    }

    private void plan(Planned entry) {
        timeline.alone(() -> {
            planned.add(entry);
            watchers.forEach(Runnable::run);
        });
    }

    private record Planned(Optional<Instant> at, Duration after, Verdict verdict) {}
}
