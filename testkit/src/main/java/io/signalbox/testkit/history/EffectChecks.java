package io.signalbox.testkit.history;

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
     * S6: from two seconds after people stopped something until they let it go on no forward call begins, and none is even marked. They
     * stop by pausing, and by switching the Robot off for a track or an app.
     */
    static List<Violation> stopsDominate(History history) {
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
        for (History.Sent sent : history.sent()) {
            if (sent.forward()) {
                stops.stream()
                        .filter(s -> s.covers(sent.subject(), sent.at(), Duration.ZERO))
                        .forEach(s -> found.add(new Violation(
                                "S6", sent.at(), "%s was marked, stopped since %s".formatted(sent.name(), s.from()))));
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

    /** S13: every call that left a process was announced in the journal just before, once, and each announcement led to at most one. */
    static List<Violation> everyCallIsJournalled(History history) {
        List<Violation> found = new ArrayList<>();
        Map<String, Instant> announced = new HashMap<>();
        for (History.Sent sent : history.sent()) {
            String key = sent.subject() + "#" + sent.action().id().number();
            if (announced.put(key, sent.at()) != null) {
                found.add(new Violation("S13", sent.at(), key + " was announced twice"));
            }
        }
        Set<String> began = new HashSet<>();
        for (Outside event : history.outside()) {
            if (event instanceof Outside.CallBegan call) {
                String key = call.subject() + "#" + call.action();
                Instant at = announced.get(key);
                boolean inTime =
                        at != null && !call.at().isBefore(at) && !call.at().isAfter(at.plus(LAST_METRE));
                if (!inTime) {
                    found.add(new Violation("S13", call.at(), key + " began, and was announced at " + at));
                }
                if (!began.add(key)) {
                    found.add(new Violation("S13", call.at(), key + " was called more often than announced"));
                }
            }
        }
        return found;
    }
}
