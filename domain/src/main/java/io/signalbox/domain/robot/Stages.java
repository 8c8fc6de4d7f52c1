package io.signalbox.domain.robot;

import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.DestinationState;
import io.signalbox.domain.track.Stage;
import java.util.List;

/** The stage that follows from where a track's destinations are. */
final class Stages {
    private Stages() {}

    /** The foremost destination leads up to ROLLING_OUT; RELEASED only when every one that remains is out to everyone. */
    static Stage of(Stage now, List<DestinationProgress> destinations) {
        List<DestinationState> remaining = destinations.stream()
                .map(d -> d.state())
                .filter(s -> !(s instanceof DestinationState.Gone))
                .toList();
        if (remaining.isEmpty()) {
            return now;
        }
        if (remaining.stream().allMatch(s -> s instanceof DestinationState.Everyone)) {
            return Stage.RELEASED;
        }
        if (remaining.stream().anyMatch(DestinationState::isOut)) {
            return Stage.ROLLING_OUT;
        }
        if (remaining.stream().anyMatch(Stages::atStore)) {
            return Stage.SUBMITTED;
        }
        return now.atLeast(Stage.SUBMITTED) ? Stage.CANDIDATE : now;
    }

    /** What was refused for its build must come back as another build; what was refused for its words is still the same candidate. */
    private static boolean atStore(DestinationState state) {
        return switch (state) {
            case DestinationState.InReview _, DestinationState.Approved _ -> true;
            case DestinationState.Refused refused -> refused.kind() == Rejection.METADATA;
            case DestinationState.Unsent _,
                    DestinationState.Exposed _,
                    DestinationState.Everyone _,
                    DestinationState.Gone _ -> false;
        };
    }
}
