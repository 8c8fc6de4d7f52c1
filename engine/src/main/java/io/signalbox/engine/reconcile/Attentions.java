package io.signalbox.engine.reconcile;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.engine.storage.Attention;
import io.signalbox.engine.storage.Attention.Pace;
import io.signalbox.engine.storage.Attention.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** How closely a subject's signals must be followed, from what was concluded for it. */
final class Attentions {
    /** With no more unmet criteria than this, each is among the last that a move waits for. */
    private static final int LAST_FEW = 2;

    /** How long before a bump or cut is due its repository is followed more closely. */
    private static final Duration BEFORE_MILESTONE = Duration.ofHours(1);

    private Attentions() {}

    static Attention of(Decision<Track> decision, List<Action> unresolved) {
        Track track = decision.next();
        if (track.course().closedAt().isPresent() && unresolved.isEmpty()) {
            return Attention.NONE;
        }
        Map<SignalKind, Pace> paces = new EnumMap<>(SignalKind.class);
        for (SignalKind kind : List.of(SignalKind.BUILDS, SignalKind.BUGS, SignalKind.HEALTH, SignalKind.STORE)) {
            paces.put(kind, Pace.SLOW);
        }
        boolean underWay = track.stage().atLeast(Stage.BRANCHED);
        if (underWay) {
            paces.put(SignalKind.REPOSITORY, track.stage().atLeast(Stage.SUBMITTED) ? Pace.SLOW : Pace.NORMAL);
        }
        if (track.stage().atLeast(Stage.SUBMITTED)) {
            paces.put(SignalKind.STORE, Pace.NORMAL);
        }
        boolean sent = track.stage().atLeast(Stage.SUBMITTED);
        for (Outlook outlook : decision.outlooks()) {
            boolean far = !sent && waitsForTheCalendar(outlook);
            follow(outlook, paces, kind -> usual(kind, sent, far), !far);
        }
        decision.watched().forEach(f -> kinds(f.criterion()).forEach(k -> raise(paces, k, watched(k, underWay))));
        return finished(paces, unresolved, SignalKind.STORE, decision);
    }

    /** Of a version that is still being made, what is on its branch is no question yet. */
    private static Pace watched(SignalKind kind, boolean underWay) {
        if (underWay) {
            return Pace.NORMAL;
        }
        return kind == SignalKind.REPOSITORY ? Pace.SLOW : Pace.SHOWN;
    }

    static Attention of(Release release, Decision<Release> decision, List<Action> unresolved, Instant now) {
        if (release.ended() && unresolved.isEmpty()) {
            return Attention.NONE;
        }
        Map<SignalKind, Pace> paces = new EnumMap<>(SignalKind.class);
        paces.put(SignalKind.REPOSITORY, Pace.SLOW);
        boolean near = release.repositories().stream()
                .filter(r -> r.cut().isEmpty())
                .map(r -> release.plan().at(r.bumpedAt().isEmpty() ? Milestone.CYCLE_START : Milestone.BRANCH_CUT))
                .anyMatch(due -> !now.isBefore(due.minus(BEFORE_MILESTONE)));
        decision.outlooks().forEach(o -> follow(o, paces, _ -> near ? Pace.NORMAL : Pace.SHOWN, near));
        return finished(paces, unresolved, SignalKind.REPOSITORY, decision);
    }

    /**
     * How often a kind of signal is asked for that guards a move of a track.
     *
     * @param sent whether the version was sent to a store: from then on something may have to be stopped
     * @param far whether only the calendar can let the move be made
     */
    private static Pace usual(SignalKind kind, boolean sent, boolean far) {
        return switch (kind) {
            case STORE -> sent ? Pace.NORMAL : Pace.SHOWN;
            case REPOSITORY -> sent || far ? Pace.SHOWN : Pace.NORMAL;
            case HEALTH -> far ? Pace.SLOW : Pace.NORMAL;
            case BUILDS, BUGS, MAIN_CHECKS, CHECK -> far ? Pace.SHOWN : Pace.NORMAL;
        };
    }

    /** @param soon whether the move could be made as soon as its last criteria are met */
    private static void follow(
            Outlook outlook, Map<SignalKind, Pace> paces, Function<SignalKind, Pace> usual, boolean soon) {
        outlook.guard().forEach(f -> kinds(f.criterion()).forEach(k -> raise(paces, k, usual.apply(k))));
        List<Finding> unmet = outlook.unmet().stream()
                .filter(f -> !kinds(f.criterion()).isEmpty())
                .toList();
        if (soon && unmet.size() <= LAST_FEW) {
            unmet.stream()
                    .filter(Attentions::mayTurnAnyMoment)
                    .forEach(f -> hurried(f).forEach(k -> raise(paces, k, Pace.FAST)));
        }
    }

    /** Before that time the move is not made, whatever is read; at that time it is decided on what was read last, if that is fresh. */
    private static boolean waitsForTheCalendar(Outlook outlook) {
        return outlook.unmet().stream()
                .filter(f -> f.criterion() instanceof Criterion.NotBefore
                        || f.criterion() instanceof Criterion.Staffed
                        || f.criterion() instanceof Criterion.NoFreeze)
                .anyMatch(f -> f.changesAt().isPresent());
    }

    /**
     * Whether asking more often could let a move be made sooner by more than a minute. What is red waits for people; a review takes
     * hours, a soak a day, and the use of an app is counted by its source once in many minutes.
     */
    private static boolean mayTurnAnyMoment(Finding finding) {
        return finding.verdict() != Verdict.RED
                && kinds(finding.criterion()).stream().noneMatch(k -> k == SignalKind.STORE || k == SignalKind.HEALTH);
    }

    /** What was stale may be confirmed by a reading that says nothing new, and what is to last is only known to last by readings. */
    private static Attention finished(
            Map<SignalKind, Pace> paces, List<Action> unresolved, SignalKind place, Decision<?> decision) {
        boolean readBack = unresolved.stream().anyMatch(a -> !(a.state() instanceof ActionState.Planned));
        if (readBack) {
            raise(paces, place, Pace.FAST);
        }
        boolean open = Stream.concat(
                        decision.outlooks().stream().flatMap(o -> o.guard().stream()), decision.watched().stream())
                .anyMatch(f -> f.verdict().isUnknown() || f.reason() instanceof Reason.Settling);
        List<Wish> wishes = paces.entrySet().stream()
                .map(e -> new Wish(e.getKey(), e.getValue()))
                .toList();
        return new Attention(wishes, readBack || open);
    }

    private static void raise(Map<SignalKind, Pace> paces, SignalKind kind, Pace pace) {
        paces.merge(kind, pace, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    /** What is under way is under way at CI or in the tracker; the commits that it is compared with do not change for it. */
    private static List<SignalKind> hurried(Finding finding) {
        Set<SignalKind> kinds = kinds(finding.criterion());
        boolean compared = finding.verdict() == Verdict.PENDING && kinds.size() > 1;
        return kinds.stream()
                .filter(k -> !compared || k != SignalKind.REPOSITORY)
                .toList();
    }

    /** The kinds of signal that a criterion is judged on; none for what people or the calendar decide. */
    private static Set<SignalKind> kinds(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NoOpenBlockers _ -> Set.of(SignalKind.BUGS, SignalKind.REPOSITORY);
            case Criterion.NewestCommitBuilt _, Criterion.TestsGreen _ ->
                Set.of(SignalKind.BUILDS, SignalKind.REPOSITORY);
            case Criterion.Nightly _ -> Set.of(SignalKind.BUILDS);
            case Criterion.OnlyApprovedCommits _ -> Set.of(SignalKind.REPOSITORY);
            case Criterion.CrashRate _, Criterion.EnoughUse _ -> Set.of(SignalKind.HEALTH);
            case Criterion.StoreSeen _, Criterion.StoreApproved _, Criterion.Soaked _ -> Set.of(SignalKind.STORE);
            case Criterion.GreenCommit _ -> Set.of(SignalKind.MAIN_CHECKS, SignalKind.REPOSITORY);
            case Criterion.AnyCommit _, Criterion.Bumped _ -> Set.of(SignalKind.REPOSITORY);
            case Criterion.SignedOff _,
                    Criterion.PackageComplete _,
                    Criterion.CheckPassed _,
                    Criterion.NoOpenQuestion _,
                    Criterion.NoOtherVersion _,
                    Criterion.Staffed _,
                    Criterion.NotBefore _,
                    Criterion.NoFreeze _,
                    Criterion.PreviousCut _ -> Set.of();
        };
    }
}
