package io.signalbox.domain.criterion;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges the criteria of a track. */
public final class TrackJudge {
    private TrackJudge() {}

    /**
     * What is to be found of a criterion now.
     *
     * @param destination for criteria about one destination; those answer MISSING without it
     */
    public static Finding find(
            Criterion criterion, TrackPicture picture, Optional<DestinationKey> destination, Instant now) {
        Judged judged = judge(criterion, picture, destination, now);
        Finding raw = Standings.finding(
                criterion, judged, picture.track().memory(), ownSince(criterion, picture, destination), now);
        return new Finding(
                raw.criterion(),
                raw.verdict(),
                raw.reason(),
                raw.since(),
                raw.source(),
                accepted(raw, picture),
                raw.changesAt());
    }

    private static Judged judge(
            Criterion criterion, TrackPicture picture, Optional<DestinationKey> destination, Instant now) {
        if (!(criterion instanceof Criterion.OfTrack ofTrack)) {
            return Judged.of(Verdict.ERROR, new Reason.Misplaced());
        }
        return switch (ofTrack) {
            case Criterion.NoOpenBlockers _ -> BugCriteria.noOpenBlockers(picture, now);
            case Criterion.NewestCommitBuilt _ -> BuildCriteria.newestCommitBuilt(picture, now);
            case Criterion.OnlyApprovedCommits _ -> BuildCriteria.onlyApprovedCommits(picture, now);
            case Criterion.TestsGreen _ -> BuildCriteria.testsGreen(picture, now);
            case Criterion.Nightly nightly -> BuildCriteria.nightly(picture, nightly.deadline(), now);
            case Criterion.SignedOff _ -> PeopleCriteria.signedOff(picture, now);
            case Criterion.PackageComplete complete -> PeopleCriteria.packageComplete(picture, complete);
            case Criterion.CheckPassed check -> PeopleCriteria.checkPassed(picture, check.name(), now);
            case Criterion.NoOpenQuestion _ -> PeopleCriteria.noOpenQuestion(picture);
            case Criterion.NoOtherVersion _ -> PeopleCriteria.noOtherVersion(picture);
            case Criterion.CrashRate rate -> HealthCriteria.crashRate(picture, rate, now);
            case Criterion.EnoughUse use -> HealthCriteria.enoughUse(picture, use, now);
            case Criterion.StoreSeen _ -> at(destination, d -> StoreCriteria.seen(picture, d, now));
            case Criterion.StoreApproved _ -> at(destination, d -> StoreCriteria.approved(picture, d, now));
            case Criterion.Soaked _ -> at(destination, d -> StoreCriteria.soaked(picture, d, now));
            case Criterion.Staffed staffed -> TimeCriteria.staffed(staffed.hours(), now);
            case Criterion.NotBefore before ->
                TimeCriteria.notBefore(before.milestone(), picture.release().plan(), now);
            case Criterion.NoFreeze freeze -> TimeCriteria.noFreeze(freeze.freezes(), now);
        };
    }

    private static Judged at(Optional<DestinationKey> destination, Function<DestinationKey, Judged> judge) {
        return destination.map(judge).orElse(Judged.of(Verdict.MISSING, new Reason.NotAtStore()));
    }

    /** Criteria about a destination know since when from the destination itself; all others from the last decision. */
    private static Optional<Instant> ownSince(
            Criterion criterion, TrackPicture picture, Optional<DestinationKey> destination) {
        return isAboutDestination(criterion)
                ? destination.map(d -> picture.track().destination(d).state()).map(DestinationState::since)
                : Optional.empty();
    }

    /** Whether a criterion is judged of one destination rather than of the whole track. */
    public static boolean isAboutDestination(Criterion criterion) {
        return criterion instanceof Criterion.StoreSeen
                || criterion instanceof Criterion.StoreApproved
                || criterion instanceof Criterion.Soaked;
    }

    /**
     * Whether a person's word can stand for this. Not for what is at a store; nor for a question, which is answered instead; and of
     * bugs only for those that are known.
     */
    public static boolean canBeAccepted(Finding finding) {
        return switch (finding.criterion()) {
            case Criterion.StoreSeen _, Criterion.StoreApproved _, Criterion.Soaked _, Criterion.NoOpenQuestion _ ->
                false;
            case Criterion.NoOpenBlockers _ -> finding.verdict() == Verdict.RED;
            default -> true;
        };
    }

    /** How long a green reading must last before it counts. */
    static Duration hold(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers blockers -> blockers.settle();
            case Criterion.CrashRate rate -> rate.hold();
            default -> Duration.ZERO;
        };
    }

    /** The bugs that keep a finding from being met; none if it is not about bugs. */
    public static List<String> bugsBehind(Finding finding) {
        return BugCriteria.bugsBehind(finding.reason());
    }

    private static Optional<CriterionOverride> accepted(Finding finding, TrackPicture picture) {
        if (finding.verdict().isGreen() || !canBeAccepted(finding)) {
            return Optional.empty();
        }
        Optional<CommitId> candidate = picture.track().candidate().map(Candidate::commit);
        return picture.track().said().overrides().stream()
                .filter(o -> o.criterion().equals(finding.criterion().key()))
                .filter(o -> candidate.filter(o.candidate()::equals).isPresent())
                .filter(o -> o.covers(finding.verdict()))
                .filter(o -> o.bugs().containsAll(bugsBehind(finding)))
                .findFirst();
    }
}
