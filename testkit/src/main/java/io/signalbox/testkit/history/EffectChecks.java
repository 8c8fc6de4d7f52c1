package io.signalbox.testkit.history;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.action.Lane;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import io.signalbox.engine.perform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** S5, S6, S10 and that nothing is done behind the journal's back. */
final class EffectChecks {
    /** How long after a pause a call that was already marked may still begin. */
    private static final Duration LAST_METRE = Duration.ofSeconds(2);

    private EffectChecks() {}

    /** S5: no action has more than one effective change. */
    static List<Violation> effectivelyOnce(History history) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.Applied applied && !seen.add(applied.subject() + "#" + applied.action())) {
                found.add(new Violation(
                        "S5", applied.at(), "%s #%d took effect twice".formatted(applied.subject(), applied.action())));
            }
        }
        return found;
    }

    /** S6: from two seconds after a pause until it is lifted no forward call begins, and none is even marked. */
    static List<Violation> pauseDominates(History history) {
        List<Violation> found = new ArrayList<>();
        List<Pause> pauses = Pause.of(history.journal());
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call && call.forward()) {
                pauses.stream()
                        .filter(p -> p.subject().equals(call.subject()) && p.covers(call.at(), LAST_METRE))
                        .forEach(p -> found.add(new Violation(
                                "S6",
                                call.at(),
                                "%s #%d went forward, paused since %s"
                                        .formatted(call.subject(), call.action(), p.from()))));
            }
        }
        for (History.Sent sent : history.sent()) {
            if (sent.forward()) {
                pauses.stream()
                        .filter(p -> p.subject().equals(sent.subject()) && p.covers(sent.at(), Duration.ZERO))
                        .forEach(p -> found.add(new Violation(
                                "S6", sent.at(), "%s was marked, paused since %s".formatted(sent.name(), p.from()))));
            }
        }
        return found;
    }

    /** A time in which a track was paused; open at its start, for what happens at the same instant may have come before. */
    private record Pause(SubjectId subject, Instant from, Optional<Instant> to) {
        boolean covers(Instant at, Duration grace) {
            return at.isAfter(from.plus(grace))
                    && to.filter(end -> !at.isBefore(end)).isEmpty();
        }

        static List<Pause> of(List<Kept> journal) {
            List<Pause> pauses = new ArrayList<>();
            Map<SubjectId, Instant> open = new HashMap<>();
            for (Kept kept : journal) {
                Entry entry = kept.entry();
                if (entry.fact() instanceof Fact.Commanded commanded) {
                    if (commanded.command() instanceof Command.Pause) {
                        open.putIfAbsent(entry.subject(), entry.at());
                    } else if (commanded.command() instanceof Command.Resume && open.containsKey(entry.subject())) {
                        pauses.add(new Pause(entry.subject(), open.remove(entry.subject()), Optional.of(entry.at())));
                    }
                }
            }
            open.forEach((subject, from) -> pauses.add(new Pause(subject, from, Optional.empty())));
            return pauses;
        }
    }

    /** S10: while it is not known whether an action happened, nothing else of its subject goes forward. */
    static List<Violation> nothingForwardInDoubt(History history) {
        List<Violation> found = new ArrayList<>();
        Map<SubjectId, Set<Integer>> doubted = new HashMap<>();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            Set<Integer> here = doubted.computeIfAbsent(entry.subject(), _ -> new HashSet<>());
            switch (entry.fact()) {
                case Fact.Replied replied -> {
                    if (replied.reply() instanceof Reply.Silent) {
                        here.add(replied.action());
                    }
                }
                case Fact.Happened happened -> follow(happened.what(), here);
                case Fact.Sent sent -> {
                    boolean forward = sent.action().effect().lane() == Lane.GO;
                    if (forward
                            && here.stream()
                                    .anyMatch(n -> n != sent.action().id().number())) {
                        found.add(new Violation(
                                "S10",
                                entry.at(),
                                "%s was sent while %s are in doubt"
                                        .formatted(sent.action().id(), here)));
                    }
                }
                case Fact.Commanded _, Fact.RepliedTooLate _, Fact.Parked _, Fact.Unparked _ -> {}
            }
        }
        return found;
    }

    private static void follow(Happening what, Set<Integer> doubted) {
        if (what instanceof Happening.ActionDoubted doubt) {
            doubted.add(doubt.action());
        } else if (what instanceof Happening.ActionEnded ended) {
            doubted.remove(ended.action());
        }
    }

    /** Every call that left a process was announced in the journal, and each announcement led to at most one call. */
    static List<Violation> everyCallIsJournalled(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Long> announced = new HashMap<>();
        history.sent()
                .forEach(
                        s -> announced.merge(s.subject() + "#" + s.action().id().number(), 1L, Long::sum));
        Map<String, Long> began = new HashMap<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call) {
                String key = call.subject() + "#" + call.action();
                long calls = began.merge(key, 1L, Long::sum);
                if (calls > announced.getOrDefault(key, 0L)) {
                    found.add(new Violation("S13", call.at(), key + " was called more often than announced"));
                }
            }
        }
        return found;
    }
}
