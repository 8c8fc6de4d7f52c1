package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Act;
import io.signalbox.engine.board.Board.Need;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The decisions of a release that wait for a person, each with the act that answers it where there is one. */
final class ReleaseNeeds {
    private final Ahead ahead;
    private final ZoneId zone;

    ReleaseNeeds(Ahead ahead) {
        this.ahead = ahead;
        this.zone = ahead.picture().app().zone();
    }

    List<Need> all() {
        return ahead.decision().outlooks().stream()
                .flatMap(o -> Stream.concat(o.inTheWay().stream().flatMap(r -> obstacle(o, r).stream()), findings(o)))
                .toList();
    }

    /** Whether a person's word or hand is what the move waits for. */
    static boolean person(Outlook outlook) {
        return outlook.inTheWay().stream().anyMatch(r -> switch (r) {
            case Reason.AwaitsYes _ -> true;
            case Reason.CallRefused refused -> refused.nextTry().isEmpty();
            default -> false;
        });
    }

    private Optional<Need> obstacle(Outlook outlook, Reason.InTheWay reason) {
        String text = new WayWords(zone).sentence(reason);
        if (reason instanceof Reason.AwaitsYes yes) {
            return Optional.of(need(
                    "The Robot proposes: %s.".formatted(WayWords.verb(outlook.move())),
                    text,
                    "The release manager confirms",
                    ahead.now(),
                    Optional.of(new Act("confirm", yes.fingerprint())),
                    "Confirm…"));
        }
        if (reason instanceof Reason.CallRefused refused && refused.nextTry().isEmpty()) {
            return Optional.of(need(
                    text,
                    "",
                    "The release manager puts it right",
                    refused.trouble().at(),
                    Optional.of(new Act("try-repository-again", outlook.place())),
                    "Try again…"));
        }
        return Optional.empty();
    }

    /** Of a release with tracks these stand in the tracks' rows. */
    private Stream<Need> findings(Outlook outlook) {
        FindingWords words = new FindingWords(zone, ahead.now());
        return outlook.guard().stream()
                .filter(f -> ahead.alone() && Status.of(f) == Status.NEEDS)
                .map((Finding f) -> need(
                        words.why(f).orElse(""),
                        CriterionWords.name(f.criterion()) + ": " + words.now(f),
                        "Turn of " + WayWords.turn(f.turn()),
                        f.since(),
                        Optional.empty(),
                        ""));
    }

    private Need need(String text, String evidence, String turn, Instant since, Optional<Act> act, String label) {
        return new Need(ahead.release().id().text(), ahead.title(), text, evidence, turn, since, act, label);
    }
}
