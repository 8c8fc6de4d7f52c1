package io.signalbox.testkit.history;

import io.signalbox.domain.act.Command;
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
        boolean concerns = what instanceof SubjectId.TrainId ? what.app().equals(subject.app()) : what.equals(subject);
        return concerns
                && at.isAfter(from.plus(grace))
                && to.filter(end -> !at.isBefore(end)).isEmpty();
    }

    static List<Stopped> in(List<Kept> journal) {
        List<Stopped> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<SubjectId, Instant> open = new HashMap<>();
            for (Kept kept : journal) {
                Entry entry = kept.entry();
                if (entry.fact() instanceof Fact.Commanded given) {
                    if (begins(kind, given.command())) {
                        open.putIfAbsent(entry.subject(), entry.at());
                    } else if (ends(kind, given.command()) && open.containsKey(entry.subject())) {
                        all.add(new Stopped(entry.subject(), open.remove(entry.subject()), Optional.of(entry.at())));
                    }
                }
            }
            open.forEach((subject, from) -> all.add(new Stopped(subject, from, Optional.empty())));
        }
        return all;
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
