package io.signalbox.engine.storage;

import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.Signal;
import io.signalbox.engine.source.Answer;
import java.util.Optional;

/** How an answer becomes part of a signal. The same for every storage. */
public final class Merge {
    private Merge() {}

    public static Signal merged(Optional<Signal> before, Observed observed) {
        Observation latest = switch (observed.answer()) {
            case Answer.Said said -> said(before, said, observed);
            case Answer.Failed failed ->
                before.map(b -> b.latest().then(failed.failure(), observed.fetchedAt()))
                        .orElseGet(() -> new Observation.Failed(
                                failed.failure(), observed.fetchedAt(), observed.fetchedAt(), Optional.empty()));
        };
        return new Signal(
                observed.answer().topic().about(), observed.answer().topic().key(), observed.source(), latest);
    }

    private static Observation said(Optional<Signal> before, Answer.Said said, Observed observed) {
        Observation.Read read = Observation.Read.first(said.reading(), said.asOf(), observed.fetchedAt(), said.link());
        return before.map(b -> b.latest().then(read)).orElse(read);
    }

    /** Whether the signal says something that it did not say before; a newer time alone does not. */
    public static boolean saysNew(Optional<Signal> before, Signal after) {
        return before.map(b -> !said(b).equals(said(after))).orElse(true);
    }

    private static Object said(Signal signal) {
        return switch (signal.latest()) {
            case Observation.Read read -> read.reading();
            case Observation.Failed failed -> failed.failure().kind();
        };
    }
}
