package io.signalbox.domain.picture;

import io.signalbox.domain.app.App;
import io.signalbox.domain.policy.Policy;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.version.Version;
import java.util.List;

/**
 * All that is known of a train at one instant.
 *
 * @param policy the one that the next release will keep
 * @param versions every version that a release of the app ever had: none is used again
 */
public record TrainPicture(App app, Policy policy, Train train, List<Version> versions) {
    public TrainPicture {
        versions = List.copyOf(versions);
    }

    public TrainPicture with(Train now) {
        return new TrainPicture(app, policy, now, versions);
    }
}
