package io.signalbox.engine.board;

import io.signalbox.domain.policy.Bounds;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.engine.board.Board.SourceState;
import io.signalbox.engine.board.Board.SourceState.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the sources of an app stand, from the signals in use. */
final class Sources {
    private Sources() {}

    static List<SourceState> of(List<Signal> signals, Bounds bounds, Instant now) {
        Map<String, List<Signal>> bySource = new TreeMap<>();
        signals.forEach(s ->
                bySource.computeIfAbsent(s.source(), _ -> new ArrayList<>()).add(s));
        return bySource.entrySet().stream()
                .map(e -> state(e.getKey(), e.getValue(), bounds, now))
                .toList();
    }

    private static SourceState state(String name, List<Signal> signals, Bounds bounds, Instant now) {
        Optional<Observation.Failed> failed = signals.stream()
                .map(Signal::latest)
                .filter(l -> l instanceof Observation.Failed)
                .map(l -> (Observation.Failed) l)
                .min(Comparator.comparing(Observation.Failed::since));
        Optional<Instant> oldest = signals.stream()
                .map(s -> s.latest().lastRead())
                .flatMap(Optional::stream)
                .map(Observation.Read::asOf)
                .min(Comparator.naturalOrder());
        boolean stale = signals.stream()
                .anyMatch(s -> s.latest()
                        .lastRead()
                        .filter(r ->
                                !now.isBefore(r.asOf().plus(bounds.of(s.key().kind()))))
                        .isPresent());
        State state = failed.isPresent() ? State.FAILING : stale ? State.STALE : State.FRESH;
        return new SourceState(
                name,
                state,
                oldest,
                failed.map(Observation.Failed::since),
                failed.map(f -> f.failure().message()).orElse(""));
    }
}
