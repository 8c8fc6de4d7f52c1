package io.signalbox.engine.board;

import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.wording.CriterionWords;
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Next;
import io.signalbox.engine.board.Board.Next.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is coming for a track within a day, as far as it can be told. */
final class NextUp {
    private static final Duration AHEAD = Duration.ofHours(24);

    private NextUp() {}

    static List<Next> of(Looked looked) {
        String title = looked.picture().platform().name();
        List<Next> coming = new ArrayList<>();
        for (Outlook outlook : looked.waiting()) {
            if (!outlook.place().isEmpty()) {
                next(outlook, looked.id(), title).ifPresent(coming::add);
            }
        }
        for (DestinationProgress progress : looked.progress()) {
            selfAdvance(looked, progress, title).ifPresent(coming::add);
        }
        return coming.stream().filter(n -> near(n.at(), looked.now())).toList();
    }

    /** The bump and the cut of a release: its tracks have no such moves of their own. */
    static List<Next> of(Ahead ahead) {
        return ahead.decision().outlooks().stream()
                .filter(o -> !o.acts() && (o.move() == Move.BUMP || o.move() == Move.CUT))
                .flatMap(o -> next(o, ahead.release().id().text(), ahead.title()).stream())
                .filter(n -> near(n.at(), ahead.now()))
                .toList();
    }

    private static boolean near(Instant at, Instant now) {
        return at.isAfter(now) && !at.isAfter(now.plus(AHEAD));
    }

    /** A move that waits for time, be it for nothing else or not. */
    private static Optional<Next> next(Outlook outlook, String about, String title) {
        List<String> after = new ArrayList<>(outlook.unmet().stream()
                .filter(f -> RobotLine.byTime(f).isEmpty())
                .map(f -> RobotLine.lower(CriterionWords.name(f.criterion())))
                .toList());
        person(outlook.mode()).ifPresent(after::add);
        boolean held =
                outlook.inTheWay().stream().anyMatch(r -> r instanceof Reason.Held || r instanceof Reason.RobotOff);
        Certainty certainty = held ? Certainty.HELD : after.isEmpty() ? Certainty.WILL : Certainty.DEPENDS;
        return outlook.unmet().stream()
                .flatMap(f -> RobotLine.byTime(f).stream())
                .max(Comparator.naturalOrder())
                .map(at -> new Next(at, about, title, WayWords.verb(outlook.move()), after, certainty));
    }

    private static Optional<String> person(Mode mode) {
        return switch (mode) {
            case OBSERVE -> Optional.of("a person, as the Robot only observes");
            case MANUAL, CONFIRM -> Optional.of("a person's word");
            case AUTOMATIC -> Optional.empty();
        };
    }

    private static Optional<Next> selfAdvance(Looked looked, DestinationProgress progress, String title) {
        SignalKey key = new SignalKey(SignalKind.STORE, progress.key().value());
        return looked.picture()
                .signals()
                .find(looked.track().id(), key)
                .flatMap(s -> s.latest().lastRead())
                .map(Observation.Read::reading)
                .filter(r -> r instanceof StoreReading)
                .map(r -> ((StoreReading) r).state())
                .filter(s -> s instanceof StoreReading.Live)
                .flatMap(s -> ((StoreReading.Live) s).nextSelfAdvance())
                .map(at ->
                        new Next(at, looked.id(), title, "the store raises by itself", List.of(), Certainty.DEPENDS));
    }
}
