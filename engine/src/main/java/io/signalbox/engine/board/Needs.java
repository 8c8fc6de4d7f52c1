package io.signalbox.engine.board;

import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.FindingWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Act;
import io.signalbox.engine.board.Board.Need;
import io.signalbox.engine.storage.AppSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decisions of a track that wait for a person: one row for each, with the act that answers it where there is one. */
final class Needs {
    private final Looked looked;
    private final ZoneId zone;

    Needs(Looked looked) {
        this.looked = looked;
        this.zone = looked.picture().app().zone();
    }

    List<Need> all() {
        if (looked.track().course().ended()) {
            return List.of();
        }
        List<Need> needs = new ArrayList<>();
        OutOfReach.of(looked)
                .filter(o -> o.status() == Status.NEEDS)
                .map(this::outOfReach)
                .ifPresent(needs::add);
        looked.track().said().questions().stream().filter(Question::open).forEach(q -> needs.add(question(q)));
        looked.track().said().holds().forEach(h -> hold(h).ifPresent(needs::add));
        for (Outlook outlook : looked.decision().outlooks()) {
            outlook.inTheWay().forEach(r -> obstacle(outlook, r).ifPresent(needs::add));
        }
        looked.shown().stream()
                .filter(f -> Status.of(f) == Status.NEEDS)
                .forEach(f -> finding(f).ifPresent(needs::add));
        return needs;
    }

    /** Nothing is done for what cannot be understood, and it is in no row: people must hear of it. */
    static Need unreadable(AppSnapshot.Unreadable record, Instant now) {
        String id = record.subject().text();
        String text = "It cannot be understood. Nothing is done for it until that is mended.";
        return new Need(id, id, text, record.why(), "Whoever runs Signalbox mends it", now, Optional.empty(), "");
    }

    private Need need(String text, String evidence, String turn, Instant since, Optional<Act> act, String label) {
        String title = "%s %s"
                .formatted(
                        looked.picture().platform().name(), looked.track().id().version());
        return new Need(looked.id(), title, text, evidence, turn, since, act, label);
    }

    private Need outOfReach(OutOfReach there) {
        return need(
                there.sentence(),
                there.evidence().isEmpty() ? "Nothing of it was sent." : "On record: " + there.evidence() + ".",
                "Put it back into the configuration, or cancel",
                looked.track().course().since(),
                Optional.of(new Act("cancel", "")),
                "Cancel…");
    }

    private Need question(Question question) {
        return need(
                WayWords.question(question.topic()),
                WayWords.evidence(question.topic()),
                "The release manager decides",
                question.askedAt(),
                Optional.of(new Act("answer", question.id())),
                "Decide…");
    }

    private Optional<Need> hold(Hold hold) {
        String text = new WayWords(zone).hold(hold);
        return switch (hold) {
            case Hold.Paused paused ->
                Optional.of(need(
                        text,
                        "",
                        "The release manager resumes",
                        paused.since(),
                        Optional.of(new Act("resume", "")),
                        "Resume…"));
            case Hold.Guarded guarded ->
                Optional.of(need(
                        text,
                        "",
                        "The release manager resumes",
                        guarded.since(),
                        Optional.of(new Act("resume", "")),
                        "Resume…"));
            case Hold.Drift drift ->
                Optional.of(need(
                        text,
                        "",
                        "The release manager adopts it",
                        drift.since(),
                        Optional.of(new Act("adopt", drift.destination().value())),
                        "Adopt…"));
            case Hold.RobotOff _ -> Optional.empty();
        };
    }

    private Optional<Need> obstacle(Outlook outlook, Reason.InTheWay reason) {
        String text = new WayWords(zone).sentence(reason);
        return switch (reason) {
            case Reason.AwaitsYes yes ->
                Optional.of(need(
                        "The Robot proposes: %s.".formatted(WayWords.verb(outlook.move())),
                        text,
                        "The release manager confirms",
                        looked.now(),
                        Optional.of(new Act("confirm", yes.fingerprint())),
                        "Confirm…"));
            case Reason.RefusedByStore refused ->
                Optional.of(need(
                        text,
                        "Mend the words, then it is sent again.",
                        "The release manager mends it",
                        refused.since(),
                        Optional.of(new Act("write-package", "")),
                        "Mend…"));
            case Reason.CallRefused refused ->
                refused.nextTry().isPresent()
                        ? Optional.empty()
                        : Optional.of(need(
                                text,
                                "",
                                "The release manager puts it right",
                                refused.trouble().at(),
                                Optional.of(new Act("try-again", outlook.place())),
                                "Try again"));
            case Reason.PublishInConsole publish ->
                Optional.of(need(
                        text,
                        "",
                        "Somebody publishes",
                        looked.track()
                                .destination(publish.destination())
                                .state()
                                .since(),
                        Optional.empty(),
                        ""));
            case Reason.NewCandidateNeeded _ ->
                Optional.of(need(
                        text,
                        "A fix on the branch makes one.",
                        "A team fixes it",
                        looked.track().course().since(),
                        Optional.empty(),
                        ""));
            case Reason.Held _,
                    Reason.RobotOff _,
                    Reason.Cancelled _,
                    Reason.UnderWay _,
                    Reason.InDoubt _,
                    Reason.Observes _,
                    Reason.StoreGoesLive _,
                    Reason.NoGuard _,
                    Reason.InReview _ -> Optional.empty();
        };
    }

    /** A criterion that only a person can mend. Open questions and rejections have rows of their own. */
    private Optional<Need> finding(Finding finding) {
        boolean asked =
                finding.reason() instanceof Reason.Questions q && !q.open().isEmpty();
        if (asked || finding.reason() instanceof Reason.RefusedByStore) {
            return Optional.empty();
        }
        FindingWords words = new FindingWords(zone, looked.now());
        Optional<Answer> answer = answer(finding.reason());
        return Optional.of(need(
                words.why(finding).orElse(""),
                CriterionWords.name(finding.criterion()) + ": " + words.now(finding),
                "Turn of " + WayWords.turn(finding.turn()),
                finding.since(),
                answer.map(Answer::act),
                answer.map(Answer::label).orElse("")));
    }

    private record Answer(Act act, String label) {
        static Optional<Answer> of(String name, String target, String label) {
            return Optional.of(new Answer(new Act(name, target), label));
        }
    }

    /** The act that mends it at once, where a word is all that is missing. */
    private static Optional<Answer> answer(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.Commits c
            when !c.unapproved().isEmpty() ->
                Answer.of("approve-commit", c.unapproved().getFirst().commit().hash(), "Approve…");
            case Reason.Blockers b
            when b.open().isEmpty() && !b.fixUnknown().isEmpty() ->
                Answer.of("rule-on-bug", b.fixUnknown().getFirst().key(), "Rule…");
            case Reason.Parcel _ -> Answer.of("write-package", "", "Write…");
            case Reason.OtherVersion other ->
                Answer.of("choose-other", other.version().text(), "Choose…");
            default -> Optional.empty();
        };
    }
}
