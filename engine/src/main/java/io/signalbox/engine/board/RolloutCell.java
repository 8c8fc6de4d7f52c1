package io.signalbox.engine.board;

import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Share;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Trouble;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.Cell.Column;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far a track is out, and whether anything stands in its way there: the last of its signals. */
final class RolloutCell {
    private final Looked looked;

    RolloutCell(Looked looked) {
        this.looked = looked;
    }

    /** @param told what the criteria of the rollout say */
    Cell cell(Cell told) {
        boolean unmet = Cells.unmet(told);
        Status trouble = trouble();
        Optional<DestinationProgress> least = looked.progress().stream()
                .filter(d -> d.state().isOut())
                .min(Comparator.comparingInt(RolloutCell::share));
        if (least.isEmpty()) {
            return unmet && told.status().compareTo(trouble) < 0 ? told : refused(trouble);
        }
        Destination destination = looked.picture().destination(least.get().key());
        String title =
                destination.name() + ": " + WayWords.state(least.get().state()) + ". " + (unmet ? told.title() : "");
        String second = TrackRobot.isHalted(least.get()) ? "stopped" : unmet ? told.value() : "";
        return new Cell(
                Column.ROLLOUT,
                Status.worst(List.of(told.status(), trouble, motion(least.get()))),
                percent(least.get()),
                second,
                title,
                looked.readAt(least.get().key()));
    }

    /** How bad it is that a call was refused: it waits for a person, or the Robot tries again. */
    private Status trouble() {
        if (looked.progress().stream().allMatch(d -> d.trouble().isEmpty())) {
            return Status.NOT_APPLICABLE;
        }
        boolean stuck = looked.inTheWay(
                r -> r instanceof Reason.CallRefused c && c.nextTry().isEmpty());
        return stuck ? Status.NEEDS : Status.WAITING;
    }

    private Cell refused(Status trouble) {
        Optional<Trouble> first =
                looked.progress().stream().flatMap(d -> d.trouble().stream()).findFirst();
        return first.map(t -> new Cell(
                        Column.ROLLOUT,
                        trouble,
                        "refused",
                        trouble == Status.NEEDS ? "" : "tries again",
                        t.text(),
                        Optional.of(t.at())))
                .orElse(Cell.notApplicable(Column.ROLLOUT));
    }

    private static int share(DestinationProgress progress) {
        return switch (progress.state()) {
            case DestinationState.Exposed out -> out.exposure().share().basisPoints();
            case DestinationState.Everyone _ -> 10_000;
            case DestinationState.Unsent _,
                    DestinationState.InReview _,
                    DestinationState.Refused _,
                    DestinationState.Approved _,
                    DestinationState.Gone _ -> 0;
        };
    }

    private static String percent(DestinationProgress progress) {
        return new Share(share(progress)).toString();
    }

    /** A share that is on its way up waits; a stopped one needs the person who resumes it, or the Robot that does so after. */
    private Status motion(DestinationProgress progress) {
        if (TrackRobot.isHalted(progress)) {
            return looked.track().said().stopped() ? Status.NEEDS : Status.WAITING;
        }
        return switch (progress.state()) {
            case DestinationState.Exposed _ -> Status.WAITING;
            case DestinationState.Everyone _ -> Status.READY;
            case DestinationState.Unsent _,
                    DestinationState.InReview _,
                    DestinationState.Refused _,
                    DestinationState.Approved _,
                    DestinationState.Gone _ -> Status.NOT_APPLICABLE;
        };
    }
}
