package io.signalbox.engine.board;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.TrackPage.ActionView;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.perform.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The actions of a place as the journal tells them: asked, sent, accepted, confirmed. */
final class Actions {
    private final TreeMap<Integer, Told> told = new TreeMap<>();

    private Actions() {}

    private record Told(
            Effect effect,
            Instant asked,
            Optional<Instant> sent,
            Optional<Instant> accepted,
            Optional<Instant> ended,
            String state,
            String detail) {
        Told sent(Instant at) {
            return new Told(effect, asked, Optional.of(at), accepted, ended, "SENDING", detail);
        }

        Told accepted(Instant at) {
            return new Told(effect, asked, sent, Optional.of(at), ended, "ACCEPTED", detail);
        }

        Told in(String state, String detail) {
            return new Told(effect, asked, sent, accepted, ended, state, detail);
        }

        Told ended(Instant at, String state, String detail) {
            return new Told(effect, asked, sent, accepted, Optional.of(at), state, detail);
        }
    }

    static List<ActionView> at(String place, List<Kept> journal) {
        Actions actions = new Actions();
        journal.forEach(k -> actions.take(k.entry()));
        List<ActionView> views = new ArrayList<>();
        actions.told.forEach((number, t) -> {
            if (t.effect.place().equals(place)) {
                views.add(new ActionView(
                        number,
                        WayWords.effect(t.effect),
                        t.effect.lane() == Lane.STOP,
                        t.asked,
                        t.sent,
                        t.accepted,
                        t.ended,
                        t.state,
                        t.detail));
            }
        });
        return views;
    }

    private void take(Entry entry) {
        switch (entry.fact()) {
            case Fact.Happened happened -> take(happened.what(), entry.at());
            case Fact.Sent sent ->
                told.merge(
                        sent.action().id().number(),
                        asked(sent.action(), entry.at()).sent(entry.at()),
                        (known, _) -> known.sent(entry.at()));
            case Fact.Replied replied ->
                told.computeIfPresent(replied.action(), (_, known) -> replied(known, replied.reply(), entry.at()));
            case Fact.RepliedTooLate _, Fact.Commanded _, Fact.Parked _, Fact.Unparked _ -> {}
        }
    }

    private static Told asked(Action action, Instant at) {
        return new Told(action.effect(), at, Optional.empty(), Optional.empty(), Optional.empty(), "PLANNED", "");
    }

    private static Told replied(Told known, Reply reply, Instant at) {
        return switch (reply) {
            case Reply.Accepted accepted -> known.accepted(at).in("ACCEPTED", accepted.detail());
            case Reply.Refused refused -> known.in("REJECTED", refused.text());
            case Reply.Silent silent -> known.in("UNKNOWN", silent.why());
        };
    }

    private void take(Happening what, Instant at) {
        switch (what) {
            case Happening.ActionPlanned planned ->
                told.put(planned.action().id().number(), asked(planned.action(), at));
            case Happening.StopPlanned planned -> told.put(planned.action().id().number(), asked(planned.action(), at));
            case Happening.ActionDoubted doubted ->
                told.computeIfPresent(doubted.action(), (_, known) -> known.in("UNKNOWN", doubted.why()));
            case Happening.ActionEnded ended ->
                told.computeIfPresent(
                        ended.action(),
                        (_, known) -> known.ended(at, ended.state().name(), detail(ended.state())));
            default -> {}
        }
    }

    private static String detail(ActionState state) {
        return switch (state) {
            case ActionState.Rejected rejected -> rejected.text();
            case ActionState.Superseded superseded -> superseded.why();
            case ActionState.Unknown unknown -> unknown.why();
            case ActionState.Planned _, ActionState.Sending _, ActionState.Accepted _, ActionState.Confirmed _ -> "";
        };
    }
}
