package io.signalbox.domain.policy;

import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.calendar.Freeze;
import io.signalbox.domain.calendar.Hours;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.verdict.CriterionKey;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** A named condition. */
public sealed interface Criterion {

    /** A condition that can be judged of a track. */
    sealed interface OfTrack extends Criterion {}

    /** A condition that can be judged of a release. */
    sealed interface OfRelease extends Criterion {}

    /**
     * No blocker is open, and every closed one's fix is in the candidate.
     *
     * @param settle how long the tracker must say so, by its own time
     */
    record NoOpenBlockers(Duration settle) implements OfTrack {}

    /** The newest commit of the branch is built, verified and uploaded. */
    record NewestCommitBuilt() implements OfTrack {}

    /** Every commit on the branch since the cut is approved for a critical bug. */
    record OnlyApprovedCommits() implements OfTrack {}

    /** Automated tests are green on the newest commit of the branch. */
    record TestsGreen() implements OfTrack {}

    /** Every team has passed, opted out, or been waived, for this candidate. */
    record SignedOff() implements OfTrack {}

    /**
     * Crashed sessions of the candidate's build per 1,000 are at most {@code most}.
     *
     * @param minSessions below this the rate says nothing
     * @param hold how long it must have been so, by the source's time
     */
    record CrashRate(RingKey ring, double most, long minSessions, Duration hold) implements OfTrack {}

    /** The version has had enough use in a ring, all its builds together. */
    record EnoughUse(RingKey ring, long minSessions) implements OfTrack {}

    /**
     * The submission package has everything.
     *
     * @param locales that need notes
     * @param answers that must be given
     * @param longestNote in characters, the smallest limit of the stores it goes to
     */
    record PackageComplete(List<String> locales, List<String> answers, int longestNote) implements OfTrack {
        public PackageComplete {
            locales = List.copyOf(locales);
            answers = List.copyOf(answers);
        }
    }

    /** Another system reported this check as passed, for this candidate. */
    record CheckPassed(String name) implements OfTrack {}

    /** No question is open, and none was answered with "block" for this candidate. */
    record NoOpenQuestion() implements OfTrack {}

    /** The destination was read just now, so that nothing is sent blindly. Part of every guard of a destination. */
    record StoreSeen() implements OfTrack {}

    /** The store has approved the candidate. */
    record StoreApproved() implements OfTrack {}

    /** No other version of this platform is on its way out or paused, or a person chose what becomes of it. */
    record NoOtherVersion() implements OfTrack {}

    /** Somebody is there. */
    record Staffed(Hours hours) implements OfTrack, OfRelease {}

    /** Not before a milestone of the plan. */
    record NotBefore(Milestone milestone) implements OfTrack, OfRelease {}

    /** The current rung has lasted as long as the ladder says. */
    record Soaked() implements OfTrack {}

    /** No freeze covers the present. */
    record NoFreeze(List<Freeze> freezes) implements OfTrack, OfRelease {
        public NoFreeze {
            freezes = List.copyOf(freezes);
        }
    }

    /** Last night's build of main is there by this local time. */
    record Nightly(LocalTime deadline) implements OfTrack {}

    /** The newest green commit of main is at most this old. */
    record GreenCommit(Duration oldest) implements OfRelease {}

    /** Main can be read (for apps without a CI): the newest commit is taken. */
    record AnyCommit() implements OfRelease {}

    /** The previous version's branch exists. */
    record PreviousCut() implements OfRelease {}

    /** Main bears this version's name. */
    record Bumped() implements OfRelease {}

    /** The name that is unique within a guard. */
    default CriterionKey key() {
        return new CriterionKey(
                switch (this) {
                    case NoOpenBlockers _ -> "no-open-blockers";
                    case NewestCommitBuilt _ -> "newest-commit-built";
                    case OnlyApprovedCommits _ -> "only-approved-commits";
                    case TestsGreen _ -> "tests-green";
                    case SignedOff _ -> "signed-off";
                    case CrashRate rate -> "crash-rate-" + rate.ring;
                    case EnoughUse use -> "enough-use-" + use.ring;
                    case PackageComplete _ -> "package-complete";
                    case CheckPassed check -> "check-" + check.name;
                    case NoOpenQuestion _ -> "no-open-question";
                    case StoreSeen _ -> "store-seen";
                    case StoreApproved _ -> "store-approved";
                    case NoOtherVersion _ -> "no-other-version";
                    case Staffed _ -> "staffed";
                    case NotBefore before ->
                        "not-before-"
                                + before.milestone
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-');
                    case Soaked _ -> "soaked";
                    case NoFreeze _ -> "no-freeze";
                    case Nightly _ -> "nightly";
                    case GreenCommit _ -> "green-commit";
                    case AnyCommit _ -> "any-commit";
                    case PreviousCut _ -> "previous-cut";
                    case Bumped _ -> "bumped";
                });
    }
}
