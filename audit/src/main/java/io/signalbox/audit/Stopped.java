package io.signalbox.audit;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.engine.journal.Entry;
import io.signalbox.engine.journal.Fact;
import io.signalbox.engine.journal.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time in which people had stopped a track or a whole app; open at its start, for what happens at the same instant may have come
 * before.
 */
record Stopped(SubjectId what, Instant from, Optional<Instant> to) {
    private enum Kind {
        PAUSED,
        ROBOT_OFF,
        APP_OFF
    }

    boolean covers(SubjectId subject, Instant at, Duration grace) {
        return concerns(what, subject)
                && at.isAfter(from.plus(grace))
                && to.filter(end -> !at.isBefore(end)).isEmpty();
    }

    private static boolean concerns(SubjectId stopped, SubjectId subject) {
        return stopped instanceof SubjectId.TrainId ? stopped.app().equals(subject.app()) : stopped.equals(subject);
    }

    static List<Stopped> in(List<Kept> journal) {
        List<Stopped> all = new ArrayList<>();
        Now now = new Now();
        journal.forEach(kept -> all.addAll(now.follow(kept.entry())));
        now.open.forEach((what, from) -> all.add(new Stopped(what.subject, from, Optional.empty())));
        return all;
    }

    /** What is stopped while one reads a journal. */
    static final class Now {
        private final Map<What, Instant> open = new LinkedHashMap<>();

        private record What(Kind kind, SubjectId subject) {}

        /** Takes the next entry, and gives the times that end with it. */
        List<Stopped> follow(Entry entry) {
            List<Stopped> ended = new ArrayList<>();
            if (entry.fact() instanceof Fact.Commanded given) {
                for (Kind kind : Kind.values()) {
                    What what = new What(kind, entry.subject());
                    if (begins(kind, given.command())) {
                        open.putIfAbsent(what, entry.at());
                    } else if (ends(kind, given.command()) && open.containsKey(what)) {
                        ended.add(new Stopped(entry.subject(), open.remove(what), Optional.of(entry.at())));
                    }
                }
            }
            return ended;
        }

        /** Since when nothing of a subject may go forward. */
        Optional<Instant> since(SubjectId subject) {
            return open.entrySet().stream()
                    .filter(e -> concerns(e.getKey().subject, subject))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    private static boolean begins(Kind kind, Command command) {
        return switch (kind) {
            case PAUSED -> command instanceof Command.Pause;
            case ROBOT_OFF -> command instanceof Command.TurnRobotOff;
            case APP_OFF -> command instanceof Command.SwitchOff;
        };
    }

    private static boolean ends(Kind kind, Command command) {
        return switch (kind) {
            case PAUSED -> command instanceof Command.Resume;
            case ROBOT_OFF -> command instanceof Command.TurnRobotOn;
            case APP_OFF -> command instanceof Command.SwitchOn;
        };
    }
}
