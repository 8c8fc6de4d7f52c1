package io.signalbox.engine.board;

import io.signalbox.domain.act.ReleaseCommands;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.release.CommitApproval;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.robot.ReleaseRobot;
import io.signalbox.domain.signal.Commit;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.RepositoryReading.Line;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.engine.board.ReleasePage.Change;
import io.signalbox.engine.board.ReleasePage.RepositoryView;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.reconcile.Pictures;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the page of a release for one reader. */
public final class ReleasePages {
    private final Pictures pictures;

    public ReleasePages(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The page.
     *
     * @param journal the entries about this release, oldest first
     */
    public ReleasePage page(Snapshot.OfRelease snapshot, List<Kept> journal, Actor reader, Instant now) {
        ReleasePicture picture = pictures.of(snapshot);
        Decision<Release> decision = ReleaseRobot.decide(picture, now);
        Release release = decision.next();
        Conditions conditions = new Conditions(picture.app().zone(), now);
        return new ReleasePage(
                now,
                release.id().app().value(),
                release.id().version().text(),
                snapshot.row().revision(),
                Goals.head(release, picture.tracks()),
                release.repositories().stream()
                        .map(r -> repository(picture, release, r))
                        .toList(),
                decision.outlooks().stream()
                        .map(o -> conditions.move(o, o.place()))
                        .toList(),
                ReleaseCommands.of(reader, picture, decision, now).stream()
                        .map(Conditions::act)
                        .toList(),
                new Log(picture.app().zone()).lines(journal));
    }

    private static RepositoryView repository(ReleasePicture picture, Release release, RepositoryProgress progress) {
        Optional<RepositoryReading> reading = read(picture, progress).map(ReleasePages::reading);
        Optional<RepositoryProgress.Cut> cut = progress.cut();
        List<Commit> merged = reading.map(r -> merged(r, cut)).orElse(List.of());
        List<Commit> branched =
                reading.flatMap(RepositoryReading::branch).map(Line::commits).orElse(List.of());
        return new RepositoryView(
                progress.key().value(),
                progress.bumpedAt(),
                cut.map(RepositoryProgress.Cut::branch),
                cut.map(c -> c.from().hash()),
                cut.map(RepositoryProgress.Cut::at),
                cut.map(RepositoryProgress.Cut::by),
                progress.taggedAt(),
                progress.trouble().map(t -> t.text()),
                merged.stream().map(c -> change(picture, release, c)).toList(),
                branched.stream().map(c -> change(picture, release, c)).toList(),
                reading.map(r -> r.main().whole()).orElse(false));
    }

    /** What was last read of a repository. */
    static Optional<Observation.Read> read(ReleasePicture picture, RepositoryProgress progress) {
        return picture.signals()
                .find(
                        picture.release().id(),
                        new SignalKey(SignalKind.REPOSITORY, progress.key().value()))
                .flatMap(s -> s.latest().lastRead())
                .filter(r -> r.reading() instanceof RepositoryReading);
    }

    static RepositoryReading reading(Observation.Read read) {
        return (RepositoryReading) read.reading();
    }

    /** What came to main; once the branch is cut, up to there. */
    static List<Commit> merged(RepositoryReading reading, Optional<RepositoryProgress.Cut> cut) {
        Line main = reading.main();
        return cut.map(c -> main.upTo(c.from())).orElse(main.commits());
    }

    static Change change(ReleasePicture picture, Release release, Commit commit) {
        Optional<String> approvedFor = release.approvals().stream()
                .filter(a -> a.commit().equals(commit.id()))
                .map(CommitApproval::bug)
                .findFirst();
        return new Change(
                commit.id().hash(),
                commit.author(),
                commit.at(),
                commit.subject(),
                commit.lines(),
                picture.policy().largeChange().is(commit),
                commit.tickets(),
                approvedFor);
    }
}
