package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.Repository;
import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.release.LateChange;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.track.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides for a release, repository by repository: takes in what is there (a bumped main, a branch, a tag, whoever made them), warns
 * of large changes that come late, and plans the bump, the cut and the tag.
 */
public final class ReleaseRobot {
    private ReleaseRobot() {}

    public static Decision<Release> decide(ReleasePicture picture, Instant now) {
        ReleaseRun run = new ReleaseRun(picture, now);
        for (Repository repository : repositories(picture)) {
            endActions(run, repository);
            takeIn(run, repository);
            warnOfLateChanges(run, repository);
            RepositoryGoes.plan(run, repository);
        }
        close(run);
        return new Decision<>(
                run.remembered(),
                run.draft().changed(),
                run.draft().happenings(),
                run.outlooks(),
                List.of(),
                run.draft().lookAgainAt());
    }

    private static List<Repository> repositories(ReleasePicture picture) {
        return picture.release().repositories().stream()
                .map(progress -> picture.app().repository(progress.key()))
                .toList();
    }

    private static void endActions(ReleaseRun run, Repository repository) {
        for (Action action : run.picture().actions()) {
            if (!(action.effect() instanceof Effect.InRepository effect)
                    || !effect.repository().equals(repository.key())) {
                continue;
            }
            Optional<Resolution.Outcome> outcome = Resolution.resolve(
                    action,
                    new Resolution.Seen(run.lastRead(repository.key()), reading -> ReadBack.shows(effect, reading)),
                    run.picture().policy().patience(),
                    run.draft());
            outcome.ifPresent(o -> run.put(
                    switch (o) {
                        case Resolution.Confirmed confirmed -> confirmed(run, effect, confirmed.at());
                        case Resolution.Refused refused -> refused(run, effect, refused);
                    }));
        }
    }

    private static RepositoryProgress confirmed(ReleaseRun run, Effect.InRepository effect, Instant at) {
        RepositoryProgress progress = run.release().repository(effect.repository());
        return switch (effect) {
            case Effect.Bump _ -> progress.bumped(at);
            case Effect.CutBranch cut ->
                progress.with(new RepositoryProgress.Cut(cut.branch(), cut.from(), at, "Robot"));
            case Effect.Tag _ -> progress.tagged(at);
        };
    }

    private static RepositoryProgress refused(ReleaseRun run, Effect.InRepository effect, Resolution.Refused refused) {
        RepositoryProgress progress = run.release().repository(effect.repository());
        int tries = progress.trouble()
                .filter(t -> t.effect().equals(effect.name()))
                .map(t -> t.tries() + 1)
                .orElse(1);
        Trouble trouble = new Trouble(effect.name(), refused.remedy(), refused.text(), tries, refused.at());
        return progress.with(Optional.of(trouble));
    }

    /** What is there is there, whoever made it: a branch cut by hand is a cut. While a call of ours is out it may be our own. */
    private static void takeIn(ReleaseRun run, Repository repository) {
        RepositoryProgress before = run.release().repository(repository.key());
        if (!repository.versionFile() && before.bumpedAt().isEmpty()) {
            run.put(before.bumped(run.now()));
        }
        if (!(run.picture().repository(repository.key(), run.now())
                instanceof Evidence.Fresh<RepositoryReading> fresh)) {
            return;
        }
        RepositoryReading reading = fresh.reading();
        boolean named = reading.mainVersion()
                .filter(v -> v.compareTo(run.release().id().version()) >= 0)
                .isPresent();
        if (named && progress(run, repository).bumpedAt().isEmpty()) {
            run.put(progress(run, repository).bumped(run.now()));
            run.draft().happened(new Happening.Bumped(repository.key()));
        }
        boolean busy = run.draft().unresolvedAt(repository.key().value()).stream()
                .anyMatch(a -> !(a.state() instanceof ActionState.Planned));
        if (reading.branch().isPresent() && progress(run, repository).cut().isEmpty() && !busy) {
            RepositoryReading.Line branch = reading.branch().get();
            RepositoryProgress.Cut cut =
                    new RepositoryProgress.Cut(branch.name(), branch.base(), run.now(), "somebody");
            run.put(progress(run, repository).with(cut));
            run.draft().happened(new Happening.BranchSeen(repository.key(), cut));
        }
        if (reading.tagged() && progress(run, repository).taggedAt().isEmpty()) {
            run.put(progress(run, repository).tagged(run.now()));
            run.draft().happened(new Happening.Tagged(repository.key()));
        }
    }

    private static RepositoryProgress progress(ReleaseRun run, Repository repository) {
        return run.release().repository(repository.key());
    }

    /** Large changes are welcome on the first day of a cycle; each later one, up to the cut, is a warning, once. */
    private static void warnOfLateChanges(ReleaseRun run, Repository repository) {
        if (progress(run, repository).cut().isPresent()
                || !(run.picture().repository(repository.key(), run.now())
                        instanceof Evidence.Fresh<RepositoryReading> fresh)) {
            return;
        }
        LocalDate firstDay = run.day(run.release().plan().at(Milestone.CYCLE_START));
        List<LateChange> late = new ArrayList<>(run.release().lateChanges());
        for (Commit commit : fresh.reading().main().commits()) {
            boolean known = late.stream().anyMatch(l -> l.commit().equals(commit.id()));
            boolean afterFirstDay = run.day(commit.at()).isAfter(firstDay);
            if (!known && afterFirstDay && run.picture().policy().largeChange().is(commit)) {
                LateChange change =
                        new LateChange(commit.id(), commit.author(), commit.subject(), commit.lines(), commit.at());
                late.add(change);
                run.draft().happened(new Happening.LargeChangeLate(change));
            }
        }
        if (late.size() > run.release().lateChanges().size()) {
            run.become(run.release().withLateChanges(late));
        }
    }

    /** Over when no track is watched any more, be it cancelled or not, and nothing is under way. */
    private static void close(ReleaseRun run) {
        boolean over = run.picture().tracks().isEmpty()
                ? overWithoutTracks(run)
                : run.picture().tracks().stream()
                        .allMatch(t -> t.course().closedAt().isPresent());
        if (over && !run.release().ended() && run.draft().unresolved().isEmpty()) {
            run.become(run.release().closed(run.now()));
            run.draft().happened(new Happening.WatchEnded());
        }
    }

    /**
     * A release without tracks is out, as far as can be seen, when its repositories are tagged. If nobody tags them it is watched for
     * as long as what everyone has, from its last goal or its cut, whichever is later; unless the Robot may still cut it.
     */
    private static boolean overWithoutTracks(ReleaseRun run) {
        List<RepositoryProgress> repositories = run.release().repositories();
        if (repositories.stream().allMatch(r -> r.taggedAt().isPresent())) {
            return true;
        }
        boolean cut = repositories.stream().allMatch(r -> r.cut().isPresent());
        if (!cut && run.picture().mode(Move.CUT) != Mode.OBSERVE) {
            return false;
        }
        Instant last = Stream.concat(
                        Stream.of(run.release().plan().at(Milestone.EVERYONE)),
                        repositories.stream().flatMap(r -> r.cut().stream()).map(RepositoryProgress.Cut::at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant ends = last.plus(run.picture().policy().patience().watchFor());
        run.draft().lookAgain(ends);
        return !run.now().isBefore(ends);
    }
}
