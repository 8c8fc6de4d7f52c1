package io.signalbox.engine.board;

import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.calendar.Plan;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.StageEntry;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.engine.board.Board.Goal;
import io.signalbox.engine.board.Board.ReleaseHead;
import io.signalbox.engine.board.Board.Warning;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plan against actual of a release. */
final class Goals {
    private Goals() {}

    static ReleaseHead head(Release release, List<Track> tracks) {
        List<Goal> goals = release.plan().milestones().stream()
                .sorted(Comparator.comparing(Plan.Due::milestone))
                .map(due -> new Goal(
                        CriterionWords.milestone(due.milestone()), due.at(), actual(due.milestone(), release, tracks)))
                .toList();
        List<Warning> warnings = release.lateChanges().stream()
                .map(late ->
                        new Warning("Large change late: %s by %s".formatted(late.subject(), late.author()), late.at()))
                .toList();
        return new ReleaseHead(
                release.id().version().text(), goals, warnings, release.plan().at(Milestone.CYCLE_START));
    }

    private static Optional<Instant> actual(Milestone milestone, Release release, List<Track> tracks) {
        return switch (milestone) {
            case CYCLE_START ->
                last(release.repositories().stream()
                        .map(RepositoryProgress::bumpedAt)
                        .toList());
            case BRANCH_CUT ->
                last(release.repositories().stream()
                        .map(r -> r.cut().map(RepositoryProgress.Cut::at))
                        .toList());
            case REGRESSION -> Optional.empty();
            case SUBMISSION -> entered(tracks, Stage.SUBMITTED);
            case FIRST_STEP -> entered(tracks, Stage.ROLLING_OUT);
            case EVERYONE -> entered(tracks, Stage.RELEASED);
        };
    }

    private static Optional<Instant> entered(List<Track> tracks, Stage stage) {
        return last(tracks.stream()
                .filter(t -> !t.cancelled())
                .map(t -> entered(t, stage))
                .toList());
    }

    static Optional<Instant> entered(Track track, Stage stage) {
        return track.course().path().stream()
                .filter(e -> e.stage().atLeast(stage))
                .map(StageEntry::at)
                .findFirst();
    }

    /** The latest, if all are there and there is at least one. */
    private static Optional<Instant> last(List<Optional<Instant>> instants) {
        boolean all = !instants.isEmpty() && instants.stream().allMatch(Optional::isPresent);
        return all ? instants.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()) : Optional.empty();
    }
}
