package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.wording.Amounts;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.LogWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Cell;
import io.signalbox.engine.board.Board.TrackRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
                sentence(looked, cells, status),
                robotLine(looked),
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
        return held || person ? Status.NEEDS : byCells == Status.NOT_APPLICABLE ? Status.WAITING : byCells;
    }

    private static String sentence(Looked looked, List<Cell> cells, Status status) {
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
                .orElseGet(() -> quiet(looked, cells));
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
                .findFirst()
                .flatMap(words::why);
    }

    private static String quiet(Looked looked, List<Cell> cells) {
        boolean nothingKnown = cells.stream().allMatch(c -> c.status() == Status.NOT_APPLICABLE);
        return switch (looked.stage()) {
            case UPCOMING -> nothingKnown ? "Work goes on on main." : "Ready to branch.";
            case BRANCHED -> "Branched.";
            case CANDIDATE -> "Every condition is met.";
            case SUBMITTED -> "Submitted.";
            case ROLLING_OUT -> "At %s, %s.".formatted(share(looked), halted(looked) ? "stopped" : "all clear");
            case RELEASED -> "Everyone has it; it stays watched.";
        };
    }

    /** What the Robot will do, and when; or what it holds for. */
    private static String robotLine(Looked looked) {
        if (looked.picture().switches().robotOff().isPresent()
                || looked.track().said().holds().stream().anyMatch(h -> h instanceof Hold.RobotOff)) {
            return "Off.";
        }
        if (looked.track().cancelled()) {
            return "";
        }
        if (looked.track().said().stopped()) {
            return "Never resumes by itself.";
        }
        return looked.decision().outlooks().stream()
                .filter(o -> !o.place().isEmpty())
                .findFirst()
                .map(o -> line(o, looked.picture().app().zone()))
                .orElse("");
    }

    static String line(Outlook outlook, ZoneId zone) {
        String verb = upper(WayWords.verb(outlook.move()));
        if (outlook.acts()) {
            return verb + " now.";
        }
        Optional<Reason.InTheWay> first = outlook.inTheWay().stream().findFirst();
        if (outlook.mode() == Mode.OBSERVE) {
            return "Only observes.";
        }
        if (outlook.proposal().isPresent()) {
            return "Proposes: " + WayWords.verb(outlook.move()) + ".";
        }
        if (first.filter(r -> r instanceof Reason.UnderWay || r instanceof Reason.InDoubt)
                .isPresent()) {
            return new WayWords(zone).sentence(first.get());
        }
        List<Finding> unmet = outlook.unmet();
        Optional<Instant> due = due(unmet);
        if (due.isPresent()) {
            return "%s from %s, if all stays clear.".formatted(verb, Amounts.at(due.get(), zone));
        }
        return unmet.isEmpty()
                ? ""
                : verb + " after: "
                        + String.join(
                                ", ",
                                unmet.stream()
                                        .limit(3)
                                        .map(f -> lower(CriterionWords.name(f.criterion())))
                                        .toList())
                        + ".";
    }

    private static String upper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** When the last of the unmet criteria is met by time alone; empty if one of them needs more than time. */
    static Optional<Instant> due(List<Finding> unmet) {
        List<Instant> instants = new ArrayList<>();
        for (Finding finding : unmet) {
            Optional<Instant> at = byTime(finding);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            instants.add(at.get());
        }
        return instants.stream().max(Comparator.naturalOrder());
    }

    /** When time alone meets it; empty if it needs more than that. */
    static Optional<Instant> byTime(Finding finding) {
        return switch (finding.reason()) {
            case Reason.Due due -> Optional.of(due.at());
            case Reason.Soak soak -> Optional.of(soak.since().plus(soak.needed()));
            case Reason.Staffed staffed -> staffed.changes();
            case Reason.Frozen frozen -> Optional.of(frozen.until());
            default -> Optional.empty();
        };
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
                upper(LogWords.stage(looked.stage())) + ", "
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
