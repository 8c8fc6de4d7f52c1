package io.signalbox.domain.reason;

import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.RingKey;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.release.Release.Word;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Failure;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Trouble;
import io.signalbox.domain.version.BuildNumber;
import io.signalbox.domain.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is behind a verdict, good or bad, or what stands in a move's way. */
public sealed interface Reason {

    /** Something that is judged by a verdict. */
    sealed interface OfCriterion extends Reason {}

    /** Something that stands in the way whatever the criteria say. */
    sealed interface InTheWay extends Reason {}

    // Not knowing

    record NoReading(SignalKey signal) implements OfCriterion {}

    record OldReading(SignalKey signal, String source, Instant asOf, Duration bound) implements OfCriterion {}

    record SourceFails(SignalKey signal, String source, Failure failure, Instant since) implements OfCriterion {}

    record UnreadableReading(SignalKey signal, String why) implements OfCriterion {}

    /**
     * It is so, but not yet for long enough.
     *
     * @param of what is so
     * @param until a reading of this time or later must still say so, by the source's clock
     */
    record Settling(OfCriterion of, Instant until) implements OfCriterion {}

    record NoCandidate() implements OfCriterion {}

    /** The policy uses a criterion where it cannot be judged. */
    record Misplaced() implements OfCriterion {}

    // Criteria

    /**
     * @param open keys of open blockers
     * @param fixMissing closed ones with a fix that is not in the candidate
     * @param fixUnknown closed ones with no known fix
     */
    record Blockers(List<Blocker> open, List<Blocker> fixMissing, List<Blocker> fixUnknown, int cleared)
            implements OfCriterion {
        public record Blocker(String key, String title, Optional<String> owner, Instant since) {}
    }

    /**
     * The way of the newest commit.
     *
     * @param missing slots without an artifact
     * @param taken the build number, if it is not one of the version's own or not above the last candidate's
     */
    record Readiness(
            CommitId newest,
            CheckState built,
            CheckState verified,
            CheckState uploaded,
            List<ArtifactSlot> missing,
            Optional<BuildNumber> taken)
            implements OfCriterion {}

    record Commits(int onBranch, List<Unapproved> unapproved) implements OfCriterion {
        public record Unapproved(CommitId commit, String author, String subject) {}
    }

    /** The list of commits does not reach back to where it must. */
    record ListCutShort(SignalKey signal) implements OfCriterion {}

    record Tests(CommitId commit, CheckState state, String detail) implements OfCriterion {}

    record SignOffs(
            int teams,
            int passed,
            int optedOut,
            int waived,
            List<TeamKey> missing,
            List<TeamKey> running,
            List<TeamKey> failed,
            List<TeamKey> stale)
            implements OfCriterion {}

    record Rate(RingKey ring, BuildNumber build, long sessions, long crashed, double perThousand, double most)
            implements OfCriterion {}

    record TooFewSessions(RingKey ring, BuildNumber build, long sessions, long needed) implements OfCriterion {}

    record Use(RingKey ring, long sessions, long needed) implements OfCriterion {}

    record Parcel(int revision, List<Fault> faults) implements OfCriterion {
        public sealed interface Fault {}

        public record NoNotes(String locale) implements Fault {}

        public record TooLong(String locale, int length, int limit) implements Fault {}

        public record NotAnswered(String name) implements Fault {}
    }

    /** @param other the commit it was reported for, if not this candidate's */
    record Reported(String name, CheckState state, String detail, Optional<CommitId> other) implements OfCriterion {}

    record Questions(List<String> open, List<String> blocking) implements OfCriterion {}

    record InReview(Instant since) implements OfCriterion, InTheWay {}

    record SeenAtStore() implements OfCriterion {}

    /** The store holds another build of this version than the candidate's. */
    record OtherBuildAtStore(BuildNumber found, BuildNumber wanted) implements OfCriterion {}

    record ApprovedByStore(Instant since) implements OfCriterion {}

    record RefusedByStore(Rejection kind, String text, Instant since) implements OfCriterion, InTheWay {}

    record NotAtStore() implements OfCriterion {}

    record OtherVersion(Version version, Stage stage, boolean stopped) implements OfCriterion {}

    /** Nobody can tell whether that one is on its way out: its record cannot be understood. */
    record UnreadableVersion(Version version) implements OfCriterion {}

    record NoOther() implements OfCriterion {}

    record Staffed(boolean open, Optional<Instant> changes) implements OfCriterion {}

    record Due(Milestone milestone, Instant at) implements OfCriterion {}

    record Soak(Instant since, Duration needed) implements OfCriterion {}

    record NotOut() implements OfCriterion {}

    record Frozen(String reason, Instant until) implements OfCriterion {}

    record NoFreeze() implements OfCriterion {}

    record LastNight(Instant due, Optional<CommitId> commit, CheckState state) implements OfCriterion {}

    record Green(CommitId commit, Instant at, Duration oldest) implements OfCriterion {}

    record NoGreenCommit() implements OfCriterion {}

    record MainHead(CommitId commit, Instant at) implements OfCriterion {}

    record PreviousCut(Version previous, boolean cut) implements OfCriterion {}

    record NoPrevious() implements OfCriterion {}

    record MainVersion(Version wanted, Optional<Version> found) implements OfCriterion {}

    // In the way

    record Held(Hold hold) implements InTheWay {}

    record RobotOff(Word word) implements InTheWay {}

    record Cancelled(String by, String reason, Instant at) implements InTheWay {}

    /** An action is under way. */
    record UnderWay(int action, String effect, String state, Instant since) implements InTheWay {}

    /** Nobody knows whether an action happened; a reading will tell. */
    record InDoubt(int action, String effect, Instant since) implements InTheWay {}

    record Observes() implements InTheWay {}

    /** @param have confirmations given */
    record AwaitsYes(String fingerprint, int have, int needed) implements InTheWay {}

    /** @param nextTry when the Robot tries again by itself; empty if a person must act */
    record CallRefused(Trouble trouble, Optional<Instant> nextTry) implements InTheWay {}

    /** Approved; only the store's console can publish it. */
    record PublishInConsole(DestinationKey destination) implements InTheWay {}

    /** Approved; the store is about to show it. */
    record StoreGoesLive(DestinationKey destination) implements InTheWay {}

    record NewCandidateNeeded(CommitId refused) implements InTheWay {}

    /** The policy has no guard for this move; an empty guard lets nothing through. */
    record NoGuard() implements InTheWay {}
}
