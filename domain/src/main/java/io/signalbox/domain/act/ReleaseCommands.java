package io.signalbox.domain.act;

import io.signalbox.domain.act.Refusal.Why;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.CommitApproval;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.robot.ReleaseRobot;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.track.Confirmation;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done with a release, and what it makes of it. */
public final class ReleaseCommands {
    private static final String REASON = "to be given";

    private ReleaseCommands() {}

    public static Optional<Refusal> refusal(
            Command.OfRelease command, Actor actor, ReleasePicture picture, Decision<Release> decision, Instant now) {
        return Permission.refusal(command, actor)
                .or(() -> Permission.reason(command))
                .or(() -> TrackActs.when(picture.release().ended(), Why.WATCH_ENDED))
                .or(() -> byState(command, picture, decision, now));
    }

    private static Optional<Refusal> byState(
            Command.OfRelease command, ReleasePicture picture, Decision<Release> decision, Instant now) {
        return switch (command) {
            case Command.ApproveCommit approve ->
                commit(approve.commit(), picture, now).or(() -> bug(approve.bug()));
            case Command.CutAnyway _ -> TrackActs.when(!overdue(decision), Why.NOT_OVERDUE);
            case Command.Confirm confirm -> TrackActs.proposal(confirm.fingerprint(), decision.outlooks());
            case Command.TryRepositoryAgain again -> repository(again.repository(), picture);
        };
    }

    private static Optional<Refusal> bug(String bug) {
        return bug.isBlank() || bug.length() > 80
                ? Optional.of(new Refusal.Invalid("bug", "the key of the critical bug that this commit fixes"))
                : Optional.empty();
    }

    private static Optional<Refusal> commit(CommitId commit, ReleasePicture picture, Instant now) {
        List<String> known =
                branchCommits(picture, now).stream().map(CommitId::hash).toList();
        return known.contains(commit.hash())
                ? Optional.empty()
                : Optional.of(new Refusal.Unknown("commit on the release branch", commit.hash(), known));
    }

    private static List<CommitId> branchCommits(ReleasePicture picture, Instant now) {
        List<CommitId> commits = new ArrayList<>();
        for (RepositoryProgress progress : picture.release().repositories()) {
            if (picture.repository(progress.key(), now) instanceof Evidence.Fresh<RepositoryReading> fresh) {
                fresh.reading().branch().ifPresent(b -> b.commits().forEach(c -> commits.add(c.id())));
            }
        }
        return commits;
    }

    /** The cut waits for a person because the newest green commit is too old. */
    private static boolean overdue(Decision<Release> decision) {
        return decision.outlooks().stream().flatMap(o -> o.guard().stream()).anyMatch(ReleaseCommands::tooOld);
    }

    private static boolean tooOld(Finding finding) {
        return finding.verdict() == Verdict.RED && finding.reason() instanceof Reason.Green && !finding.lets();
    }

    private static Optional<Refusal> repository(RepositoryKey key, ReleasePicture picture) {
        List<String> known = picture.release().repositories().stream()
                .map(r -> r.key().value())
                .toList();
        if (!known.contains(key.value())) {
            return Optional.of(new Refusal.Unknown("repository", key.value(), known));
        }
        return TrackActs.when(picture.release().repository(key).trouble().isEmpty(), Why.NO_TROUBLE);
    }

    public static Applied<Release> apply(Command.OfRelease command, Actor actor, ReleasePicture picture, Instant now) {
        Optional<Refusal> refusal = refusal(command, actor, picture, ReleaseRobot.decide(picture, now), now);
        if (refusal.isPresent()) {
            return Applied.refused(refusal.get());
        }
        Release release = picture.release();
        return Applied.accepted(
                switch (command) {
                    case Command.ApproveCommit approve ->
                        release.with(new CommitApproval(
                                approve.commit(), approve.bug(), actor.name(), approve.reason(), now));
                    case Command.CutAnyway cut -> release.cutAnyway(new Release.Word(actor.name(), cut.reason(), now));
                    case Command.Confirm confirm ->
                        release.with(new Confirmation(confirm.fingerprint(), actor.name(), now));
                    case Command.TryRepositoryAgain again ->
                        release.with(release.repository(again.repository()).with(Optional.empty()));
                });
    }

    /** Everything that could be done with a release now, and for each why not, if so. */
    public static List<Possible> of(Actor actor, ReleasePicture picture, Decision<Release> decision, Instant now) {
        List<Possible> acts = new ArrayList<>();
        if (overdue(decision)) {
            acts.add(possible(new Command.CutAnyway(REASON), "", actor, picture, decision, now));
        }
        for (CommitId commit : branchCommits(picture, now)) {
            boolean approved = picture.release().approvals().stream()
                    .anyMatch(a -> a.commit().equals(commit));
            if (!approved) {
                Command.ApproveCommit approve = new Command.ApproveCommit(commit, "to be given", REASON);
                acts.add(possible(approve, commit.hash(), actor, picture, decision, now));
            }
        }
        for (Outlook outlook : decision.outlooks()) {
            outlook.proposal()
                    .ifPresent(p -> acts.add(possible(new Command.Confirm(p), p, actor, picture, decision, now)));
        }
        for (RepositoryProgress progress : picture.release().repositories()) {
            if (progress.trouble().isPresent()) {
                Command.TryRepositoryAgain again = new Command.TryRepositoryAgain(progress.key());
                acts.add(possible(again, progress.key().value(), actor, picture, decision, now));
            }
        }
        return acts;
    }

    private static Possible possible(
            Command.OfRelease command,
            String target,
            Actor actor,
            ReleasePicture picture,
            Decision<Release> decision,
            Instant now) {
        return new Possible(command.name(), target, refusal(command, actor, picture, decision, now), List.of());
    }
}
