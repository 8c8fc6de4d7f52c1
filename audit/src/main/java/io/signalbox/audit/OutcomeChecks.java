package io.signalbox.audit;

import io.signalbox.domain.action.ActionState;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S13, L1 and L4: each action ends once, as it really did, and in time. */
final class OutcomeChecks {
    private static final Duration SENT_WITHIN = Duration.ofSeconds(30);
    private static final Duration RESOLVED_WITHIN = Duration.ofMinutes(10);

    private OutcomeChecks() {}

    private record Ended(SubjectId subject, Instant at, ActionState state) {}

    private static Map<String, List<Ended>> ends(History history) {
        Map<String, List<Ended>> ends = new HashMap<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            if (entry.fact() instanceof Fact.Happened happened
                    && happened.what() instanceof Happening.ActionEnded ended) {
                ends.computeIfAbsent(key(entry, ended.action()), _ -> new ArrayList<>())
                        .add(new Ended(entry.subject(), entry.at(), ended.state()));
            }
        }
        return ends;
    }

    private static String key(Entry entry, int action) {
        return entry.subject() + "#" + action;
    }

    /** S13: an action ends once. */
    static List<Violation> eachEndsOnce(History history) {
        List<Violation> found = new ArrayList<>();
        ends(history).forEach((key, ended) -> {
            if (ended.size() > 1) {
                found.add(new Violation("S13", ended.getLast().at(), key + " ended " + ended.size() + " times"));
            }
        });
        return found;
    }

    /**
     * S13: what the journal calls refused, not happened or never sent had no effect; but for one that something else undid before it could
     * be read back, and for stops, which are sent again while in doubt.
     */
    static List<Violation> endsAreTrue(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, List<Ended>> ends = ends(history);
        for (Outside event : history.outside()) {
            if (event instanceof Outside.Applied applied && applied.forward()) {
                for (Ended end : ends.getOrDefault(applied.key(), List.of())) {
                    if (!(end.state() instanceof ActionState.Confirmed) && !undone(history, applied, end.at())) {
                        found.add(new Violation(
                                "S13",
                                applied.at(),
                                "%s took effect, and the journal says %s".formatted(applied.key(), end.state())));
                    }
                }
            }
        }
        return found;
    }

    private static boolean undone(History history, Outside.Applied effect, Instant until) {
        return history.outside().stream()
                .filter(o -> o.at().isAfter(effect.at()) && !o.at().isAfter(until))
                .anyMatch(o -> switch (o) {
                    case Outside.Applied a ->
                        a.subject().equals(effect.subject()) && a.place().equals(effect.place());
                    case Outside.Moved m ->
                        m.subject().equals(effect.subject()) && m.place().equals(effect.place());
                    case Outside.CallBegan _, Outside.Truth _ -> false;
                });
    }

    /** L1: what is planned to go is sent, or given up, within half a minute. L4: what is in doubt is resolved within ten. */
    static List<Violation> inTime(History history, Instant from, Instant to) {
        List<Violation> found = new ArrayList<>();
        Map<String, Instant> planned = new HashMap<>();
        Map<String, Instant> doubted = new HashMap<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            switch (entry.fact()) {
                case Fact.Happened(Happening.ActionPlanned now)
                when now.action().effect().lane() == Lane.GO ->
                    planned.put(key(entry, now.action().id().number()), entry.at());
                case Fact.Happened(Happening.ActionDoubted now) -> doubted.put(key(entry, now.action()), entry.at());
                case Fact.Happened(Happening.ActionEnded now) -> {
                    late("L1", planned.remove(key(entry, now.action())), entry.at(), SENT_WITHIN, from, found);
                    late("L4", doubted.remove(key(entry, now.action())), entry.at(), RESOLVED_WITHIN, from, found);
                }
                case Fact.Sent now ->
                    late(
                            "L1",
                            planned.remove(key(entry, now.action().id().number())),
                            entry.at(),
                            SENT_WITHIN,
                            from,
                            found);
                default -> {}
            }
        }
        planned.values().forEach(at -> late("L1", at, to, SENT_WITHIN, from, found));
        doubted.values().forEach(at -> late("L4", at, to, RESOLVED_WITHIN, from, found));
        return found;
    }

    private static void late(
            String invariant,
            @Nullable Instant begun,
            Instant ended,
            Duration within,
            Instant from,
            List<Violation> found) {
        if (begun != null) {
            Instant counted = begun.isBefore(from) ? from : begun;
            if (counted.plus(within).isBefore(ended)) {
                found.add(new Violation(invariant, ended, "%s since %s".formatted(within, counted)));
            }
        }
    }
}
