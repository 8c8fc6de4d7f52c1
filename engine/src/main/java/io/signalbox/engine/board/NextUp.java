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
import io.signalbox.domain.wording.WayWords;
import io.signalbox.engine.board.Board.Next;
import io.signalbox.engine.board.Board.Next.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is coming for a track within a day, as far as it can be told. */
final class NextUp {
    private static final Duration AHEAD = Duration.ofHours(24);

    private NextUp() {}

    static List<Next> of(Looked looked) {
        List<Next> coming = new ArrayList<>();
        for (Outlook outlook : looked.waiting()) {
            if (!outlook.place().isEmpty()) {
                Rows.due(outlook.unmet())
                        .flatMap(at -> next(looked, outlook, at))
                        .ifPresent(coming::add);
            }
        }
        for (DestinationProgress progress : looked.progress()) {
            selfAdvance(looked, progress).ifPresent(coming::add);
        }
        return coming.stream().filter(n -> near(n.at(), looked.now())).toList();
    }

    /** The cut of a release without tracks; while the Robot only observes, people make it. */
    static List<Next> of(Ahead ahead) {
        return ahead.decision().outlooks().stream()
                .filter(o -> !o.acts() && o.move() == Move.CUT)
                .flatMap(o -> Rows.due(o.unmet()).stream()
                        .filter(at -> near(at, ahead.now()))
                        .map(at -> new Next(
                                at,
                                ahead.release().id().text(),
                                ahead.title(),
                                WayWords.verb(o.move()),
                                o.mode() == Mode.AUTOMATIC ? Certainty.WILL : Certainty.DEPENDS)))
                .toList();
    }

    private static boolean near(Instant at, Instant now) {
        return at.isAfter(now) && !at.isAfter(now.plus(AHEAD));
    }

    private static Optional<Next> next(Looked looked, Outlook outlook, Instant at) {
        if (outlook.unmet().isEmpty()) {
            return Optional.empty();
        }
        boolean held =
                outlook.inTheWay().stream().anyMatch(r -> r instanceof Reason.Held || r instanceof Reason.RobotOff);
        return Optional.of(next(looked, at, WayWords.verb(outlook.move()), held ? Certainty.HELD : Certainty.WILL));
    }

    private static Next next(Looked looked, Instant at, String text, Certainty certainty) {
        return new Next(at, looked.id(), looked.picture().platform().name(), text, certainty);
    }

    private static Optional<Next> selfAdvance(Looked looked, DestinationProgress progress) {
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
                .map(at -> next(looked, at, "the store raises by itself", Certainty.DEPENDS));
    }
}
