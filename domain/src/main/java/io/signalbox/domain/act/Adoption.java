package io.signalbox.domain.act;

import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Track;
import java.time.Instant;

/** Takes what a store shows as the truth about a destination, and lifts the drift. */
final class Adoption {
    private Adoption() {}

    static Track adopted(TrackPicture picture, DestinationKey destination, String by, Instant now) {
        Track track = picture.track();
        DestinationProgress progress = TrackRobot.adopted(picture, destination, now);
        Track taken = track.with(progress)
                .withSaid(s -> s.lifting(
                        h -> h instanceof Hold.Drift d && d.destination().equals(destination)));
        return TrackRobot.isHalted(progress)
                ? taken.withSaid(s -> s.holding(new Hold.Paused(by, "adopted as stopped in the store's console", now)))
                : taken;
    }
}
