package io.signalbox.domain.criterion;

import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.MainChecksReading;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Judges the criteria of a release, for one of its repositories. */
public final class ReleaseJudge {
    private ReleaseJudge() {}

    public static Finding find(Criterion criterion, ReleasePicture picture, RepositoryKey repository, Instant now) {
        Judged judged = judge(criterion, picture, repository, now);
        return Standings.finding(criterion, judged, picture.release().memory(), Optional.empty(), now);
    }

    private static Judged judge(Criterion criterion, ReleasePicture picture, RepositoryKey repository, Instant now) {
        if (!(criterion instanceof Criterion.OfRelease ofRelease)) {
            return Judged.of(Verdict.ERROR, new Reason.Misplaced());
        }
        return switch (ofRelease) {
            case Criterion.GreenCommit green -> greenCommit(picture, repository, green.oldest(), now);
            case Criterion.AnyCommit _ -> anyCommit(picture, repository, now);
            case Criterion.PreviousCut _ -> previousCut(picture, repository);
            case Criterion.Bumped _ -> bumped(picture, repository, now);
            case Criterion.Staffed staffed -> TimeCriteria.staffed(staffed.hours(), now);
            case Criterion.NotBefore before ->
                TimeCriteria.notBefore(before.milestone(), picture.release().plan(), now);
            case Criterion.NoFreeze freeze -> TimeCriteria.noFreeze(freeze.freezes(), now);
        };
    }

    private static Judged greenCommit(ReleasePicture picture, RepositoryKey repository, Duration oldest, Instant now) {
        SignalKey key = new SignalKey(SignalKind.MAIN_CHECKS, repository.value());
        return Judged.fresh(
                key,
                picture.mainChecks(repository, now),
                picture.policy().bounds().of(SignalKind.MAIN_CHECKS),
                reading -> reading.newestGreen()
                        .map(green -> young(green, oldest, now))
                        .orElse(Judged.of(Verdict.RED, new Reason.NoGreenCommit())));
    }

    private static Judged young(MainChecksReading.MainCommit green, Duration oldest, Instant now) {
        Instant expires = green.at().plus(oldest);
        Reason.Green reason = new Reason.Green(green.commit(), green.at(), oldest);
        return now.isBefore(expires)
                ? Judged.until(Verdict.GREEN, reason, Optional.of(expires))
                : Judged.of(Verdict.RED, reason);
    }

    private static Judged anyCommit(ReleasePicture picture, RepositoryKey repository, Instant now) {
        return repository(picture, repository, now, reading -> {
            Instant at = reading.main().commits().stream()
                    .findFirst()
                    .map(Commit::at)
                    .orElse(now);
            return Judged.of(Verdict.GREEN, new Reason.MainHead(reading.main().head(), at));
        });
    }

    private static Judged previousCut(ReleasePicture picture, RepositoryKey repository) {
        if (picture.release().previous().isEmpty()) {
            return Judged.of(Verdict.GREEN, new Reason.NoPrevious());
        }
        boolean cut = picture.previous().isEmpty()
                || picture.previous().filter(Release::ended).isPresent()
                || picture.previous().get().repository(repository).cut().isPresent();
        Reason.PreviousCut reason =
                new Reason.PreviousCut(picture.release().previous().get(), cut);
        return Judged.of(cut ? Verdict.GREEN : Verdict.PENDING, reason);
    }

    private static Judged bumped(ReleasePicture picture, RepositoryKey repository, Instant now) {
        RepositoryProgress progress = picture.release().repository(repository);
        return repository(picture, repository, now, reading -> {
            Reason.MainVersion reason =
                    new Reason.MainVersion(picture.release().id().version(), reading.mainVersion());
            return Judged.of(progress.bumpedAt().isPresent() ? Verdict.GREEN : Verdict.PENDING, reason);
        });
    }

    private static Judged repository(
            ReleasePicture picture, RepositoryKey repository, Instant now, Function<RepositoryReading, Judged> judge) {
        SignalKey key = new SignalKey(SignalKind.REPOSITORY, repository.value());
        return Judged.fresh(
                key,
                picture.repository(repository, now),
                picture.policy().bounds().of(SignalKind.REPOSITORY),
                judge);
    }
}
