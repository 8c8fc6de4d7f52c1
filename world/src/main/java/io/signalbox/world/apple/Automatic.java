package io.signalbox.world.apple;

import io.signalbox.world.review.ReviewDesk;
import io.signalbox.world.review.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What becomes of an app when time passes and nobody does anything. */
final class Automatic {
    private final AppleTimes times;
    private final ReviewDesk desk;

    Automatic(AppleTimes times, ReviewDesk desk) {
        this.times = times;
        this.desk = desk;
    }

    /**
     * A thing that will happen by itself.
     *
     * @param act from the state then to the next one
     */
    record Due(Instant at, Act act) {}

    /** Makes the next state; a verdict's reason goes with it. */
    interface Act {
        Outcome on(AppState app, Instant now);
    }

    record Outcome(AppState app, Optional<String> reason) {
        Outcome(AppState app) {
            this(app, Optional.empty());
        }
    }

    /** The first of the things that will happen; of equal instants, the one listed first. */
    Optional<Due> next(AppState app) {
        List<Due> all = new ArrayList<>();
        app.builds().values().forEach(build -> processing(build, all));
        app.submissions().values().forEach(submission -> review(submission, all));
        app.versions().values().forEach(version -> distribution(version, all));
        app.phased()
                .values()
                .forEach(phased -> phased.due()
                        .ifPresent(at ->
                                all.add(new Due(at, (now, when) -> new Outcome(now.with(phased.next(when)))))));
        return all.stream().min(Comparator.comparing(Due::at));
    }

    private void processing(Build build, List<Due> all) {
        if (build.state() == Build.State.PROCESSING) {
            all.add(new Due(
                    build.uploaded().plus(times.processing()),
                    (app, now) -> new Outcome(app.with(build.in(Build.State.VALID)))));
        }
    }

    private void review(Submission submission, List<Due> all) {
        Instant submitted = submission.submitted().orElse(submission.since());
        Instant verdict = desk.due(submitted);
        switch (submission.state()) {
            case WAITING_FOR_REVIEW -> {
                Instant start = verdict.minus(times.inReview());
                all.add(new Due(
                        start.isBefore(submitted) ? submitted : start,
                        (app, now) -> new Outcome(Submitting.inReview(app, submission, now))));
            }
            case IN_REVIEW -> all.add(new Due(verdict, (app, now) -> decide(app, submission, now)));
            case CANCELING ->
                all.add(new Due(
                        submission.since().plus(times.cancelling()),
                        (app, now) -> new Outcome(Submitting.cancelled(app, submission, now))));
            case READY_FOR_REVIEW, UNRESOLVED_ISSUES, COMPLETE -> {}
        }
    }

    private Outcome decide(AppState app, Submission submission, Instant now) {
        Verdict verdict = desk.decide();
        AppState next = Submitting.decided(app, submission, verdict, now);
        return switch (verdict) {
            case Verdict.Approved() -> new Outcome(next);
            case Verdict.BinaryRejected(String reason) -> new Outcome(next, Optional.of(reason));
            case Verdict.MetadataRejected(String reason) -> new Outcome(next, Optional.of(reason));
        };
    }

    private void distribution(Version version, List<Due> all) {
        if (version.state() == VersionState.PROCESSING_FOR_DISTRIBUTION) {
            all.add(new Due(
                    version.since().plus(times.distributing()),
                    (app, now) -> new Outcome(Releasing.live(app, version, now))));
        } else if (version.state() == VersionState.PENDING_APPLE_RELEASE) {
            all.add(new Due(
                    version.earliest().orElse(version.since()),
                    (app, now) -> new Outcome(app.with(version.in(VersionState.PROCESSING_FOR_DISTRIBUTION, now)))));
        }
    }
}
