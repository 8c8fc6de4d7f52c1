package io.signalbox.engine.board;

import io.signalbox.domain.calendar.Milestone;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.wording.Amounts;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.LogWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.TrackRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One line for each track: where it is, why, and what the Robot does next. */
final class Rows {
    private static final int EVERYONE = 4;

    private Rows() {}

    static TrackRow row(Looked looked) {
        List<Cell> cells = new Cells(looked).all();
        Status status = status(looked, cells);
        return new TrackRow(
                looked.id(),
                looked.track().id().version().text(),
                looked.track().id().platform().value(),
                looked.picture().platform().name(),
                looked.snapshot().row().revision(),
                looked.stage(),
                shown(looked),
                status,
                sentence(looked, status),
                RobotLine.of(looked),
                station(looked),
                progress(looked),
                place(looked),
                looked.track().course().since(),
                cells);
    }

    /** The seven states that people see: five stages of the way, paused, cancelled; before the branch, upcoming. */
    static String shown(Looked looked) {
        if (looked.track().cancelled()) {
            return "release cancelled";
        }
        if (looked.track().said().stopped()) {
            return "rollout paused";
        }
        return switch (looked.stage()) {
            case UPCOMING, BRANCHED, CANDIDATE, SUBMITTED -> LogWords.stage(looked.stage());
            case ROLLING_OUT -> "rolled out to " + share(looked);
            case RELEASED -> "rolled out to 100 %";
        };
    }

    private static String share(Looked looked) {
        return looked.progress().stream()
                .map(DestinationProgress::state)
                .filter(s -> s instanceof DestinationState.Exposed)
                .map(s -> ((DestinationState.Exposed) s).exposure().share())
                .min(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("100 %");
    }

    static Status status(Looked looked, List<Cell> cells) {
        if (looked.snapshot().row().parked().isPresent()) {
            return Status.NO_DATA;
        }
        if (looked.track().course().ended()) {
            return Status.NOT_APPLICABLE;
        }
        Optional<OutOfReach> outOfReach = OutOfReach.of(looked);
        if (outOfReach.isPresent()) {
            return outOfReach.get().status();
        }
        boolean held = looked.track().said().holds().stream().anyMatch(h -> !(h instanceof Hold.RobotOff));
        boolean person = looked.waiting().stream()
                .flatMap(o -> o.inTheWay().stream())
                .anyMatch(r -> r instanceof Reason.AwaitsYes || r instanceof Reason.PublishInConsole);
        Status byCells = Status.worst(cells.stream().map(Cell::status).toList());
        boolean ahead = looked.stage() == Stage.UPCOMING || byCells == Status.NOT_APPLICABLE;
        return held || person ? Status.NEEDS : ahead ? byCells.orWorse(Status.WAITING) : byCells;
    }

    private static String sentence(Looked looked, Status status) {
        WayWords words = new WayWords(looked.picture().app().zone());
        Optional<String> parked = looked.snapshot().row().parked();
        if (parked.isPresent()) {
            return "The record cannot be understood: " + parked.get();
        }
        if (looked.track().cancelled()) {
            return words.sentence(cancelled(looked));
        }
        Optional<OutOfReach> outOfReach = OutOfReach.of(looked);
        if (outOfReach.isPresent()) {
            return outOfReach.get().sentence();
        }
        Optional<Question> question = looked.track().said().questions().stream()
                .filter(Question::open)
                .findFirst();
        if (question.isPresent()) {
            return WayWords.question(question.get().topic());
        }
        return looked.track().said().holds().stream()
                .findFirst()
                .map(words::hold)
                .or(() -> obstacle(looked, words))
                .or(() -> finding(looked, status))
                .orElseGet(() -> quiet(looked));
    }

    private static boolean halted(Looked looked) {
        return looked.progress().stream().anyMatch(TrackRobot::isHalted);
    }

    private static Reason.InTheWay cancelled(Looked looked) {
        var cancellation = looked.track().course().cancelled().orElseThrow();
        return new Reason.Cancelled(cancellation.by(), cancellation.reason(), cancellation.at());
    }

    /** What stands in the way besides criteria and besides what the Robot itself has under way. */
    private static Optional<String> obstacle(Looked looked, WayWords words) {
        return looked.waiting().stream()
                .flatMap(o -> o.inTheWay().stream())
                .filter(r -> !(r instanceof Reason.Observes || r instanceof Reason.UnderWay))
                .findFirst()
                .map(words::sentence);
    }

    /** The worst finding, for the status that the row has because of it. */
    private static Optional<String> finding(Looked looked, Status status) {
        FindingWords words = new FindingWords(looked.picture().app().zone(), looked.now());
        return looked.findings().stream()
                .filter(f -> !f.lets() && Status.of(f) == status)
                .min(Status.WORST_FIRST)
                .flatMap(words::why);
    }

    private static String quiet(Looked looked) {
        return switch (looked.stage()) {
            case UPCOMING -> untilTheCut(looked);
            case BRANCHED -> "Branched.";
            case CANDIDATE -> "Every condition is met.";
            case SUBMITTED -> "Submitted.";
            case ROLLING_OUT -> "At %s, %s.".formatted(share(looked), halted(looked) ? "stopped" : "all clear");
            case RELEASED -> "Everyone has it; it stays watched.";
        };
    }

    /** What the cut waits for besides its day is told of its release; a track is never ready for it by itself. */
    private static String untilTheCut(Looked looked) {
        boolean planned = looked.picture().policy().releaseMove(Move.CUT).stream()
                .flatMap(m -> m.guard().stream())
                .anyMatch(c -> c instanceof Criterion.NotBefore before && before.milestone() == Milestone.BRANCH_CUT);
        if (!planned) {
            return "Work goes on on main until the cut.";
        }
        Instant cut = looked.picture().release().plan().at(Milestone.BRANCH_CUT);
        String date = Amounts.date(cut, looked.picture().app().zone());
        return (looked.now().isBefore(cut) ? "Cut on %s." : "The cut was due on %s.").formatted(date);
    }

    private static int station(Looked looked) {
        return switch (looked.stage()) {
            case UPCOMING -> -1;
            case BRANCHED -> 0;
            case CANDIDATE -> 1;
            case SUBMITTED -> 2;
            case ROLLING_OUT -> 3;
            case RELEASED -> EVERYONE;
        };
    }

    /** The share of the soak for a rollout; elsewhere nothing is known of the way still to go. */
    private static double progress(Looked looked) {
        return soak(looked)
                .map(s -> (double) Duration.between(s.since(), looked.now()).toSeconds()
                        / Math.max(1, s.needed().toSeconds()))
                .map(p -> Math.clamp(p, 0.0, 1.0))
                .orElse(0.0);
    }

    private static Optional<Reason.Soak> soak(Looked looked) {
        return looked.finding(Criterion.Soaked.class)
                .map(Finding::reason)
                .filter(r -> r instanceof Reason.Soak)
                .map(r -> (Reason.Soak) r);
    }

    private static String place(Looked looked) {
        return switch (looked.stage()) {
            case UPCOMING -> "";
            case BRANCHED, CANDIDATE, SUBMITTED ->
                RobotLine.upper(LogWords.stage(looked.stage())) + ", "
                        + since(looked, looked.track().course().since());
            case ROLLING_OUT ->
                share(looked)
                        + soak(looked)
                                .map(s -> ", " + since(looked, s.since()) + " of " + Amounts.length(s.needed()))
                                .orElse("");
            case RELEASED -> "100 %";
        };
    }

    private static String since(Looked looked, Instant instant) {
        return Amounts.length(Duration.between(instant, looked.now()));
    }
}
