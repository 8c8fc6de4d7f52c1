package io.signalbox.domain.criterion;

import io.signalbox.domain.app.ArtifactSlot;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import io.signalbox.domain.version.BuildNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Criteria about commits of the branch and what CI made of them. */
final class BuildCriteria {
    private static final SignalKey BUILDS = SignalKey.of(SignalKind.BUILDS);

    private BuildCriteria() {}

    static Judged newestCommitBuilt(TrackPicture picture, Instant now) {
        return newest(picture, now, (head, build) -> readiness(picture, head, build));
    }

    static Judged testsGreen(TrackPicture picture, Instant now) {
        return newest(picture, now, (head, build) -> {
            Check tests = build.map(Build::tested).orElse(Check.ABSENT);
            return Judged.of(verdict(tests.state()), new Reason.Tests(head, tests.state(), tests.detail()));
        });
    }

    private static Judged newest(
            TrackPicture picture, Instant now, BiFunction<CommitId, Optional<Build>, Judged> judge) {
        return branch(
                picture,
                now,
                branch -> Judged.fresh(
                        BUILDS,
                        picture.look(BUILDS, BuildsReading.class, now),
                        picture.policy().bounds().of(SignalKind.BUILDS),
                        builds -> judge.apply(branch.head(), builds.of(branch.head()))));
    }

    private static Judged branch(TrackPicture picture, Instant now, Function<Line, Judged> judge) {
        SignalKey key = new SignalKey(
                SignalKind.REPOSITORY, picture.platform().repository().value());
        return Judged.fresh(
                key,
                picture.repository(now),
                picture.policy().bounds().of(SignalKind.REPOSITORY),
                repository ->
                        repository.branch().map(judge).orElse(Judged.of(Verdict.PENDING, new Reason.NoCandidate())));
    }

    private static Judged readiness(TrackPicture picture, CommitId head, Optional<Build> found) {
        if (found.isEmpty()) {
            Reason.Readiness none = new Reason.Readiness(
                    head,
                    CheckState.ABSENT,
                    CheckState.ABSENT,
                    CheckState.ABSENT,
                    picture.platform().slots(),
                    Optional.empty());
            return Judged.of(Verdict.PENDING, none);
        }
        Build build = found.get();
        List<ArtifactSlot> missing = picture.platform().slots().stream()
                .filter(slot ->
                        build.artifacts().stream().noneMatch(a -> a.slot().equals(slot)))
                .toList();
        Optional<BuildNumber> foreign = build.number().filter(n -> !BuildRule.mayShip(picture, head, n));
        Reason.Readiness reason = new Reason.Readiness(
                head,
                build.built().state(),
                build.verified().state(),
                build.uploaded().state(),
                missing,
                foreign);
        return Judged.of(verdict(build, missing, foreign), reason);
    }

    private static Verdict verdict(Build build, List<ArtifactSlot> missing, Optional<BuildNumber> foreign) {
        List<CheckState> states = List.of(
                build.built().state(),
                build.verified().state(),
                build.uploaded().state());
        if (foreign.isPresent() || states.contains(CheckState.FAILED)) {
            return Verdict.RED;
        }
        boolean done = states.stream().allMatch(CheckState::passed)
                && missing.isEmpty()
                && build.number().isPresent();
        return done ? Verdict.GREEN : Verdict.PENDING;
    }

    private static Verdict verdict(CheckState state) {
        return switch (state) {
            case PASSED, PASSED_ON_RETRY -> Verdict.GREEN;
            case FAILED -> Verdict.RED;
            case QUEUED, RUNNING -> Verdict.PENDING;
            case ABSENT -> Verdict.MISSING;
        };
    }

    static Judged onlyApprovedCommits(TrackPicture picture, Instant now) {
        return branch(picture, now, branch -> {
            if (!branch.whole()) {
                SignalKey key = new SignalKey(
                        SignalKind.REPOSITORY, picture.platform().repository().value());
                return Judged.of(Verdict.ERROR, new Reason.ListCutShort(key));
            }
            List<Reason.Commits.Unapproved> unapproved = branch.commits().stream()
                    .filter(c -> !approved(picture, c))
                    .map(c -> new Reason.Commits.Unapproved(c.id(), c.author(), c.subject()))
                    .toList();
            return Judged.met(
                    unapproved.isEmpty(), new Reason.Commits(branch.commits().size(), unapproved));
        });
    }

    private static boolean approved(TrackPicture picture, Commit commit) {
        return picture.release().approvals().stream().anyMatch(a -> a.commit().equals(commit.id()));
    }

    /** A nightly counts for the night before {@code now}'s date; until the deadline its absence is only pending. */
    static Judged nightly(TrackPicture picture, LocalTime deadline, Instant now) {
        return Judged.fresh(
                BUILDS,
                picture.look(BUILDS, BuildsReading.class, now),
                picture.policy().bounds().of(SignalKind.BUILDS),
                builds -> lastNight(picture, builds, deadline, now));
    }

    private static Judged lastNight(TrackPicture picture, BuildsReading builds, LocalTime deadline, Instant now) {
        ZonedDateTime local = now.atZone(picture.app().zone());
        Instant midnight =
                local.toLocalDate().atStartOfDay(picture.app().zone()).toInstant();
        Instant due = local.toLocalDate()
                .atTime(deadline)
                .atZone(picture.app().zone())
                .toInstant();
        Instant nextNight = local.toLocalDate()
                .plusDays(1)
                .atStartOfDay(picture.app().zone())
                .toInstant();
        Optional<Build> tonight = builds.builds().stream()
                .filter(b -> b.built()
                        .changedAt()
                        .filter(at -> !at.isBefore(midnight))
                        .isPresent())
                .findFirst();
        CheckState state = tonight.map(b -> b.built().state()).orElse(CheckState.ABSENT);
        Reason.LastNight reason = new Reason.LastNight(due, tonight.map(Build::commit), state);
        boolean waiting = now.isBefore(due) && !state.passed() && state != CheckState.FAILED;
        Verdict verdict = state.passed() ? Verdict.GREEN : waiting ? Verdict.PENDING : Verdict.RED;
        return Judged.until(verdict, reason, Optional.of(waiting ? due : nextNight));
    }
}
