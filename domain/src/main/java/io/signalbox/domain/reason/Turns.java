package io.signalbox.domain.reason;

import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.reason.Turn.Whose;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose turn a reason makes it. */
public final class Turns {
    private Turns() {}

    public static Turn of(Reason.OfCriterion reason, Verdict verdict) {
        return verdict.isGreen() ? Turn.of(Whose.NOBODY) : unmet(reason);
    }

    private static Turn unmet(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.NoReading r ->
                r.signal().kind() == SignalKind.CHECK
                        ? Turn.of(Whose.SERVICE, r.signal().scope())
                        : Turn.of(Whose.SOURCE, r.signal().text());
            case Reason.OldReading r -> Turn.of(Whose.SOURCE, r.source());
            case Reason.SourceFails r -> Turn.of(Whose.SOURCE, r.source());
            case Reason.UnreadableReading r -> Turn.of(Whose.SOURCE, r.signal().text());
            case Reason.ListCutShort r -> Turn.of(Whose.SOURCE, r.signal().text());
            case Reason.Settling _ -> Turn.of(Whose.TIME);
            case Reason.NoCandidate _ -> Turn.of(Whose.CI);
            case Reason.Blockers r -> owners(r);
            case Reason.Readiness r -> build(r);
            case Reason.Commits _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.Tests r -> check(r.state());
            case Reason.SignOffs r -> teams(r);
            case Reason.Rate _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.TooFewSessions _, Reason.Use _, Reason.Soak _, Reason.NotOut _ -> Turn.of(Whose.TIME);
            case Reason.Parcel _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.Reported r ->
                r.state() == CheckState.FAILED ? Turn.of(Whose.RELEASE_MANAGER) : Turn.of(Whose.SERVICE, r.name());
            case Reason.Questions _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.InReview _, Reason.ApprovedByStore _, Reason.NotAtStore _ -> Turn.of(Whose.STORE);
            case Reason.RefusedByStore _, Reason.OtherBuildAtStore _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.OtherVersion _, Reason.UnreadableVersion _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.Staffed _, Reason.Due _, Reason.Frozen _ -> Turn.of(Whose.TIME);
            case Reason.LastNight _, Reason.Green _, Reason.NoGreenCommit _ -> Turn.of(Whose.CI);
            case Reason.PreviousCut _, Reason.MainVersion _ -> Turn.of(Whose.ROBOT);
            case Reason.Misplaced _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.SeenAtStore _, Reason.NoOther _, Reason.NoFreeze _, Reason.MainHead _, Reason.NoPrevious _ ->
                Turn.of(Whose.NOBODY);
        };
    }

    public static Turn of(Reason.InTheWay reason) {
        return switch (reason) {
            case Reason.Held _,
                    Reason.RobotOff _,
                    Reason.RefusedByStore _,
                    Reason.PublishInConsole _,
                    Reason.AwaitsYes _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.Cancelled _ -> Turn.of(Whose.NOBODY);
            case Reason.UnderWay _, Reason.InDoubt _ -> Turn.of(Whose.ROBOT);
            case Reason.Observes _, Reason.NoGuard _ -> Turn.of(Whose.RELEASE_MANAGER);
            case Reason.CallRefused r -> Turn.of(r.nextTry().isPresent() ? Whose.ROBOT : Whose.RELEASE_MANAGER);
            case Reason.StoreGoesLive _, Reason.InReview _ -> Turn.of(Whose.STORE);
            case Reason.NewCandidateNeeded _ -> Turn.of(Whose.TEAM);
        };
    }

    private static Turn owners(Reason.Blockers blockers) {
        if (blockers.open().isEmpty() && blockers.fixMissing().isEmpty()) {
            return Turn.of(Whose.RELEASE_MANAGER);
        }
        List<String> owners = Stream.concat(blockers.open().stream(), blockers.fixMissing().stream())
                .map(Reason.Blockers.Blocker::owner)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        return owners.isEmpty() ? Turn.of(Whose.RELEASE_MANAGER) : new Turn(Whose.TEAM, owners);
    }

    private static Turn build(Reason.Readiness readiness) {
        boolean failed = Stream.of(readiness.built(), readiness.verified(), readiness.uploaded())
                .anyMatch(s -> s == CheckState.FAILED);
        return Turn.of(failed || readiness.taken().isPresent() ? Whose.RELEASE_MANAGER : Whose.CI);
    }

    private static Turn check(CheckState state) {
        return Turn.of(state == CheckState.FAILED ? Whose.RELEASE_MANAGER : Whose.CI);
    }

    private static Turn teams(Reason.SignOffs signOffs) {
        List<String> names = Stream.of(signOffs.failed(), signOffs.stale(), signOffs.missing(), signOffs.running())
                .flatMap(List::stream)
                .map(TeamKey::value)
                .distinct()
                .toList();
        return new Turn(Whose.TEAM, names);
    }
}
