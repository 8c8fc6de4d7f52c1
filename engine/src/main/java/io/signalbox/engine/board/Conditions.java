package io.signalbox.engine.board;

import io.signalbox.domain.act.Possible;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.RefusalWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.TrackPage.ActView;
import io.signalbox.engine.board.TrackPage.Condition;
import io.signalbox.engine.board.TrackPage.MoveView;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Findings, moves and acts as pages show them. */
final class Conditions {
    private final ZoneId zone;
    private final Instant now;

    Conditions(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** Worst first. */
    List<Condition> all(List<Finding> findings) {
        return findings.stream()
                .map(this::one)
                .sorted(Comparator.comparing(Condition::status))
                .toList();
    }

    private Condition one(Finding finding) {
        FindingWords words = new FindingWords(zone, now);
        return new Condition(
                finding.criterion().key().value(),
                CriterionWords.name(finding.criterion()),
                CriterionWords.explained(finding.criterion()),
                Status.of(finding),
                finding.verdict().name(),
                words.now(finding),
                CriterionWords.needs(finding.criterion()),
                words.why(finding),
                WayWords.turn(finding.turn()),
                finding.source().map(Finding.Source::name),
                finding.source().map(Finding.Source::asOf),
                finding.since(),
                finding.accepted().map(a -> "%s: %s".formatted(a.by(), a.reason())),
                finding.changesAt());
    }

    MoveView move(Outlook outlook, String placeName) {
        WayWords words = new WayWords(zone);
        return new MoveView(
                outlook.place(),
                placeName,
                outlook.move().name(),
                WayWords.verb(outlook.move()),
                outlook.mode().name(),
                outlook.acts(),
                outlook.inTheWay().stream().map(words::sentence).toList(),
                all(outlook.guard()),
                outlook.proposal());
    }

    static ActView act(Possible possible) {
        return new ActView(
                possible.name(),
                possible.target(),
                possible.allowed(),
                possible.refusal().map(RefusalWords::code),
                possible.refusal().map(RefusalWords::sentence),
                possible.unmet());
    }
}
