package io.signalbox.domain.wording;

import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.track.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Lines of the log. Each begins with what was done. */
public final class LogWords {
    private final ZoneId zone;

    public LogWords(ZoneId zone) {
        this.zone = zone;
    }

    public String line(Happening happening, Instant at) {
        return switch (happening) {
            case Happening.StageEntered entered -> "Enters %s.".formatted(stage(entered.stage()));
            case Happening.CandidateNamed named ->
                "Names %s: build %s of %s."
                        .formatted(
                                named.candidate().title(),
                                named.candidate().build(),
                                named.candidate().commit().brief());
            case Happening.ActionPlanned planned ->
                "Decides: %s. %s".formatted(WayWords.effect(planned.action().effect()), evidence(planned.guard(), at));
            case Happening.StopPlanned planned ->
                "Stops: %s. Because %s."
                        .formatted(WayWords.effect(planned.action().effect()), planned.why());
            case Happening.ActionDoubted doubted ->
                "Doubts whether it %s: %s.".formatted(WayWords.effect(doubted.effect()), doubted.why());
            case Happening.ActionEnded ended -> ended(ended);
            case Happening.StoreDid did -> "%s: %s.".formatted(did.destination(), WayWords.state(did.now()));
            case Happening.Drifted drifted ->
                "Sees a change that nobody here made: %s shows %s, known was %s."
                        .formatted(
                                drifted.destination(), WayWords.found(drifted.found()), WayWords.state(drifted.mine()));
            case Happening.Guarded guarded -> "Stops %s, which went live unguarded.".formatted(guarded.destination());
            case Happening.Asked asked ->
                "Asks: %s %s"
                        .formatted(
                                WayWords.question(asked.question().topic()),
                                WayWords.evidence(asked.question().topic()));
            case Happening.WouldAct would ->
                "Would now: %s. It only observes.".formatted(WayWords.effect(would.effect()));
            case Happening.Proposed proposed -> "Proposes: %s.".formatted(WayWords.effect(proposed.effect()));
            case Happening.WatchEnded _ -> "Ends its watch.";
            case Happening.Bumped bumped -> "Sees main of %s bumped.".formatted(bumped.repository());
            case Happening.BranchSeen seen ->
                "Sees branch %s.".formatted(seen.cut().branch());
            case Happening.Tagged tagged -> "Sees the tag in %s.".formatted(tagged.repository());
            case Happening.LargeChangeLate late ->
                "Warns: %s by %s, %s lines, came after the first day."
                        .formatted(
                                late.change().commit().brief(),
                                late.change().author(),
                                Amounts.count(late.change().lines()));
            case Happening.CycleOpened opened ->
                "Opens the cycle of %s.".formatted(opened.cycle().version());
        };
    }

    private String evidence(List<Finding> guard, Instant at) {
        FindingWords words = new FindingWords(zone, at);
        return String.join(
                ", ",
                guard.stream()
                        .map(f -> "%s: %s%s"
                                .formatted(
                                        CriterionWords.name(f.criterion()),
                                        words.now(f),
                                        f.accepted().isPresent() ? " (accepted)" : ""))
                        .toList());
    }

    private static String ended(Happening.ActionEnded ended) {
        String effect = WayWords.effect(ended.effect());
        return switch (ended.state()) {
            case ActionState.Confirmed _ -> "Reads back: %s. Confirmed.".formatted(effect);
            case ActionState.Rejected rejected -> "Not done: %s. %s".formatted(effect, rejected.text());
            case ActionState.Superseded superseded -> "Drops: %s. %s.".formatted(effect, superseded.why());
            case ActionState.Planned _, ActionState.Sending _, ActionState.Accepted _, ActionState.Unknown _ -> effect;
        };
    }

    public static String stage(Stage stage) {
        return switch (stage) {
            case UPCOMING -> "upcoming";
            case BRANCHED -> "release branched";
            case CANDIDATE -> "final release candidate";
            case SUBMITTED -> "submitted for review";
            case ROLLING_OUT -> "rollout";
            case RELEASED -> "100 %";
        };
    }
}
