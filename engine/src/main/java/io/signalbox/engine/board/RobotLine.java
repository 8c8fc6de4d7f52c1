package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.wording.Amounts;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.WayWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the Robot will do next, and when; or what it holds for. */
final class RobotLine {
    private RobotLine() {}

    static String of(Looked looked) {
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
                .map(o -> of(o, looked.picture().app().zone()))
                .orElse("");
    }

    static String of(Outlook outlook, ZoneId zone) {
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
        return unmet.isEmpty() ? "" : verb + " after: " + named(unmet) + ".";
    }

    /** There is room for some of them; that there are more is said. */
    private static String named(List<Finding> unmet) {
        return Amounts.few(unmet.stream()
                .map(f -> lower(CriterionWords.name(f.criterion())))
                .toList());
    }

    static String upper(String words) {
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
}
