package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.policy.MovePolicy;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.track.Announcement;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans what a release does in a repository: the bump, then the cut; and the tag, once everyone has what was built from it. */
final class RepositoryGoes {
    private RepositoryGoes() {}

    static void plan(ReleaseRun run, Repository repository) {
        RepositoryProgress progress = run.release().repository(repository.key());
        if (run.release().ended() || givenUp(run, repository)) {
            superseded(run, repository, "the release has ended");
            return;
        }
        if (progress.bumpedAt().isEmpty()) {
            consider(run, repository, Move.BUMP);
        } else if (progress.cut().isEmpty()) {
            consider(run, repository, Move.CUT);
        } else {
            superseded(run, repository, "it is already there");
            tag(run, repository, progress);
        }
    }

    /** Whether nothing that is built from this repository is on its way any more. */
    private static boolean givenUp(ReleaseRun run, Repository repository) {
        List<Track> tracks = tracks(run, repository);
        return !tracks.isEmpty() && tracks.stream().allMatch(Track::cancelled);
    }

    private static List<Track> tracks(ReleaseRun run, Repository repository) {
        return run.picture().tracks().stream()
                .filter(t -> run.picture()
                        .app()
                        .find(t.id().platform())
                        .filter(p -> p.repository().equals(repository.key()))
                        .isPresent())
                .toList();
    }

    private static void consider(ReleaseRun run, Repository repository, Move move) {
        Optional<MovePolicy> policy = run.picture().policy().releaseMove(move);
        Mode mode = run.picture().mode(move);
        List<Finding> guard = new ArrayList<>();
        for (Criterion criterion : policy.map(MovePolicy::guard).orElse(List.of())) {
            guard.add(accepted(run.find(criterion, repository.key()), run.release()));
        }
        Optional<Action> planned = run.draft()
                .unresolvedAt(Lane.GO, repository.key().value())
                .filter(a -> a.state() instanceof ActionState.Planned);
        List<Reason.InTheWay> inTheWay = obstacles(run, repository, planned);
        if (guard.isEmpty()) {
            inTheWay.add(new Reason.NoGuard());
        }
        Optional<Effect> effect = effect(run, repository, move, guard);
        boolean lets =
                effect.isPresent() && inTheWay.isEmpty() && guard.stream().allMatch(Finding::lets);
        if (!lets) {
            superseded(run, repository, "its guard is no longer met");
            silence(run, repository);
            run.add(new Outlook(repository.key().value(), move, mode, guard, inTheWay, false, Optional.empty()));
            return;
        }
        go(run, repository, move, mode, guard, effect.get(), planned);
    }

    private static void go(
            ReleaseRun run,
            Repository repository,
            Move move,
            Mode mode,
            List<Finding> guard,
            Effect effect,
            Optional<Action> planned) {
        String place = repository.key().value();
        String fingerprint =
                Fingerprint.of(run.release().id().text(), run.picture().policy().hash(), effect, guard);
        int approvals = run.picture()
                .policy()
                .releaseMove(move)
                .map(MovePolicy::approvals)
                .orElse(1);
        List<Reason.InTheWay> waitsFor =
                Consent.missing(mode, approvals, fingerprint, run.release().confirmations());
        if (waitsFor.isEmpty()) {
            run.add(new Outlook(place, move, mode, guard, List.of(), true, Optional.empty()));
            if (planned.filter(a -> a.decision().equals(fingerprint)).isEmpty()) {
                superseded(run, repository, "it would be done differently now");
                Action action = run.plan(effect, fingerprint);
                run.draft().happened(new Happening.ActionPlanned(action, move, guard));
            }
            return;
        }
        superseded(run, repository, "nobody's word is behind it any more");
        if (run.release()
                .memory()
                .announced(place)
                .filter(a -> a.fingerprint().equals(fingerprint))
                .isEmpty()) {
            silence(run, repository);
            Announcement announcement = new Announcement(place, fingerprint, run.now());
            run.become(run.release().with(run.release().memory().with(announcement)));
            run.draft()
                    .happened(
                            mode == Mode.OBSERVE
                                    ? new Happening.WouldAct(move, effect, fingerprint)
                                    : new Happening.Proposed(move, effect, fingerprint, guard));
        }
        Optional<String> proposal = mode == Mode.OBSERVE ? Optional.empty() : Optional.of(fingerprint);
        run.add(new Outlook(place, move, mode, guard, waitsFor, false, proposal));
    }

    /** What was announced no longer stands; a yes to it dies with it. */
    private static void silence(ReleaseRun run, Repository repository) {
        String place = repository.key().value();
        run.release()
                .memory()
                .announced(place)
                .ifPresent(dead -> run.become(run.release()
                        .with(run.release().memory().withoutAnnouncement(place))
                        .withoutConfirmationsOf(dead.fingerprint())));
    }

    /** A green commit that is too old is a question to the release manager; their word to cut anyway is the answer. */
    private static Finding accepted(Finding finding, Release release) {
        boolean tooOld = finding.verdict() == Verdict.RED && finding.reason() instanceof Reason.Green;
        if (!tooOld || release.cutAnyway().isEmpty()) {
            return finding;
        }
        Release.Word word = release.cutAnyway().get();
        CommitId commit = ((Reason.Green) finding.reason()).commit();
        CriterionOverride override = new CriterionOverride(
                finding.criterion().key(), commit, Verdict.RED, List.of(), word.by(), word.reason(), word.at());
        return new Finding(
                finding.criterion(),
                finding.verdict(),
                finding.reason(),
                finding.since(),
                finding.source(),
                Optional.of(override),
                finding.changesAt());
    }

    private static Optional<Effect> effect(ReleaseRun run, Repository repository, Move move, List<Finding> guard) {
        if (move == Move.BUMP) {
            return Optional.of(new Effect.Bump(
                    repository.key(), repository.main(), run.release().id().version()));
        }
        String branch = repository.branch(run.release().id().version());
        return guard.stream()
                .map(f -> source(f.reason()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(from -> new Effect.CutBranch(repository.key(), branch, from));
    }

    /** The commit that a criterion about main found. */
    private static Optional<CommitId> source(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.Green green -> Optional.of(green.commit());
            case Reason.MainHead head -> Optional.of(head.commit());
            default -> Optional.empty();
        };
    }

    private static List<Reason.InTheWay> obstacles(ReleaseRun run, Repository repository, Optional<Action> planned) {
        List<Reason.InTheWay> found = new ArrayList<>();
        run.picture().switches().robotOff().map(Reason.RobotOff::new).ifPresent(found::add);
        for (Action action : run.draft().unresolvedAt(repository.key().value())) {
            if (planned.filter(p -> p.id().equals(action.id())).isEmpty()) {
                found.add(Obstacles.underWay(action));
            }
        }
        run.release()
                .repository(repository.key())
                .trouble()
                .ifPresent(trouble -> Obstacles.refused(
                                trouble, run.picture().policy().patience(), run.draft())
                        .ifPresent(found::add));
        return found;
    }

    private static void superseded(ReleaseRun run, Repository repository, String why) {
        run.draft()
                .unresolvedAt(Lane.GO, repository.key().value())
                .filter(a -> a.state() instanceof ActionState.Planned)
                .ifPresent(a -> run.draft().end(a, new ActionState.Superseded(why, run.now())));
    }

    /** Tags the newest commit that everyone has, once no track of this repository is still on its way. */
    private static void tag(ReleaseRun run, Repository repository, RepositoryProgress progress) {
        List<Track> tracks = tracks(run, repository);
        Optional<Candidate> released = tracks.stream()
                .filter(t -> t.stage() == Stage.RELEASED)
                .map(Track::candidate)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Candidate::namedAt));
        boolean over = tracks.stream()
                .allMatch(t -> t.stage() == Stage.RELEASED || t.course().ended());
        boolean idle = run.draft().unresolvedAt(repository.key().value()).isEmpty();
        boolean may = run.picture().mode(Move.CUT) == Mode.AUTOMATIC
                && obstacles(run, repository, Optional.empty()).isEmpty();
        if (released.isPresent() && over && idle && may && progress.taggedAt().isEmpty()) {
            Effect tag = new Effect.Tag(
                    repository.key(),
                    repository.tag(run.release().id().version()),
                    released.get().commit());
            Action action = run.plan(tag, "tag");
            run.draft().happened(new Happening.ActionPlanned(action, Move.CUT, List.of()));
        }
    }
}
