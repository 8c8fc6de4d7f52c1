package io.signalbox.audit;

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

    /**
     * S6: from two seconds after people stopped something until they let it go on no forward call begins. They stop by pausing, and by
     * switching the Robot off for a track or an app.
     */
    static List<Violation> stopsHoldOutside(History history) {
        List<Violation> found = new ArrayList<>();
        List<Stopped> stops = Stopped.in(history.journal());
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call && call.forward()) {
                stops.stream()
                        .filter(s -> s.covers(call.subject(), call.at(), LAST_METRE))
                        .forEach(s -> found.add(new Violation(
                                "S6",
                                call.at(),
                                "%s #%d went forward, stopped since %s"
                                        .formatted(call.subject(), call.action(), s.from()))));
            }
        }
        return found;
    }

    /** S6: while people have stopped something, no forward call of it is even marked, in the order in which things were kept. */
    static List<Violation> nothingIsMarkedWhileStopped(History history) {
        List<Violation> found = new ArrayList<>();
        Stopped.Now stopped = new Stopped.Now();
        for (Kept kept : history.journal()) {
            Entry entry = kept.entry();
            stopped.follow(entry);
            if (entry.fact() instanceof Fact.Sent sent && sent.action().effect().lane() == Lane.GO) {
                stopped.since(entry.subject())
                        .ifPresent(since -> found.add(new Violation(
                                "S6",
                                entry.at(),
                                "%s was marked, stopped since %s"
                                        .formatted(sent.action().id(), since))));
            }
        }
        return found;
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

    /** S13: each call is announced once. */
    static List<Violation> announcedOnce(History history) {
        List<Violation> found = new ArrayList<>();
        Set<String> announced = new HashSet<>();
        for (History.Sent sent : history.sent()) {
            if (!announced.add(sent.key())) {
                found.add(new Violation("S13", sent.at(), sent.key() + " was announced twice"));
            }
        }
        return found;
    }

    /** S13: every call that left a process was announced in the journal just before, and each announcement led to at most one. */
    static List<Violation> everyCallIsJournalled(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Instant> announced = new HashMap<>();
        history.sent().forEach(sent -> announced.putIfAbsent(sent.key(), sent.at()));
        Set<String> began = new HashSet<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call) {
                Instant at = announced.get(call.key());
                boolean inTime =
                        at != null && !call.at().isBefore(at) && !call.at().isAfter(at.plus(LAST_METRE));
                if (!inTime) {
                    found.add(new Violation("S13", call.at(), call.key() + " began, and was announced at " + at));
                }
                if (!began.add(call.key())) {
                    found.add(new Violation("S13", call.at(), call.key() + " was called more often than announced"));
                }
            }
        }
        return found;
    }

    /**
     * S7: calls of one subject to one place leave in the order in which the journal announces them, whichever process makes them; an
     * older one may come after a newer by the last metre at most.
     */
    static List<Violation> callsKeepTheirOrder(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Integer> order = new HashMap<>();
        history.sent().forEach(sent -> order.putIfAbsent(sent.key(), order.size()));
        Map<String, Newest> newest = new HashMap<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call && order.containsKey(call.key())) {
                int place = order.get(call.key());
                Newest before = newest.get(call.subject() + " " + call.place());
                if (before == null || place > before.order) {
                    newest.put(call.subject() + " " + call.place(), new Newest(place, call.at()));
                } else if (call.at().isAfter(before.at.plus(LAST_METRE))) {
                    found.add(new Violation(
                            "S7", call.at(), call.key() + " began after a newer call that had begun at " + before.at));
                }
            }
        }
        return found;
    }

    private record Newest(int order, Instant at) {}
}
