package io.signalbox.domain.act;

import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import java.util.Optional;

/** What became of a command. */
public sealed interface Applied<S> {

    /**
     * @param next the subject with the new fact
     * @param reported for a check that another system reports: the signal that it is
     */
    record Accepted<S>(S next, Optional<Reported> reported) implements Applied<S> {}

    record Refused<S>(Refusal why) implements Applied<S> {}

    record Reported(SignalKey key, Observation.Read reading) {}

    static <S> Applied<S> accepted(S next) {
        return new Accepted<>(next, Optional.empty());
    }

    static <S> Applied<S> refused(Refusal why) {
        return new Refused<>(why);
    }
}
