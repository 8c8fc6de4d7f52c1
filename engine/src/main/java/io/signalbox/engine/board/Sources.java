package io.signalbox.engine.board;

import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.engine.Settings;
import io.signalbox.engine.board.Board.SourceState;
import io.signalbox.engine.board.Board.SourceState.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the sources of an app stand, from the signals that are followed. */
final class Sources {
    private Sources() {}

    /** A signal, and whether anything is decided or shown by it. What is only kept in sight is asked for too seldom to be fresh. */
    record Followed(Signal signal, boolean used) {}

    static List<SourceState> of(List<Followed> signals, Bounds bounds, Instant now) {
        Map<String, List<Followed>> bySource = new TreeMap<>();
        signals.forEach(f -> bySource.computeIfAbsent(f.signal().source(), _ -> new ArrayList<>())
                .add(f));
        return bySource.entrySet().stream()
                .map(e -> state(e.getKey(), e.getValue(), bounds, now))
                .toList();
    }

    private static SourceState state(String name, List<Followed> signals, Bounds bounds, Instant now) {
        Optional<Observation.Failed> failed = signals.stream()
                .map(f -> f.signal().latest())
                .filter(l -> l instanceof Observation.Failed)
                .map(l -> (Observation.Failed) l)
                .min(Comparator.comparing(Observation.Failed::since));
        List<Signal> used =
                signals.stream().filter(Followed::used).map(Followed::signal).toList();
        boolean stale = signals.stream().anyMatch(f -> isStale(f, bounds, now));
        State state = failed.isPresent() ? State.FAILING : stale ? State.STALE : State.FRESH;
        return new SourceState(
                name,
                state,
                oldest(used)
                        .or(() -> oldest(signals.stream().map(Followed::signal).toList())),
                failed.map(Observation.Failed::since),
                failed.map(f -> f.failure().message()).orElse(""));
    }

    /** What is only kept in sight may be older by as long as it is not asked for, but no more than that. */
    private static boolean isStale(Followed followed, Bounds bounds, Instant now) {
        Duration bound = bounds.of(followed.signal().key().kind());
        Duration most = followed.used() ? bound : bound.plus(Settings.SLOW);
        return followed.signal()
                .latest()
                .lastRead()
                .filter(r -> !now.isBefore(r.asOf().plus(most)))
                .isPresent();
    }

    private static Optional<Instant> oldest(List<Signal> signals) {
        return signals.stream()
                .map(s -> s.latest().lastRead())
                .flatMap(Optional::stream)
                .map(Observation.Read::asOf)
                .min(Comparator.naturalOrder());
    }
}
