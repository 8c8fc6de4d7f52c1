package io.signalbox.engine.storage;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.signal.Signals;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;
import io.signalbox.domain.version.Version;
import java.util.List;
import java.util.Optional;

/** A subject with all that its decision needs from storage, as of one instant. */
public sealed interface Snapshot {
    Row row();

    /**
     * @param revision raised by every commit that changes the subject
     * @param wakes raised whenever something makes the subject due before its time
     * @param epoch raised whenever another replica takes the subject over
     * @param parked why its record could not be understood at the last look
     */
    record Row(SubjectId id, long revision, long wakes, long epoch, Attention attention, Optional<String> parked) {}

    /** The app's train, of which a decision uses the switches. */
    record TrainRow(Train train, long revision) {}

    record OfTrack(
            Row row,
            Track track,
            Release release,
            TrainRow train,
            Signals signals,
            List<Action> actions,
            List<Other> others)
            implements Snapshot {
        public OfTrack {
            actions = List.copyOf(actions);
            others = List.copyOf(others);
        }
    }

    /** Another version of the same platform that has not ended. */
    sealed interface Other {

        /** @param actions its unresolved ones */
        record Known(Track track, List<Action> actions) implements Other {
            public Known {
                actions = List.copyOf(actions);
            }
        }

        /** One of which what is on record cannot be understood. */
        record Unreadable(TrackId track) implements Other {}
    }

    record OfRelease(
            Row row,
            Release release,
            TrainRow train,
            Signals signals,
            List<Action> actions,
            Optional<Release> previous,
            List<Track> tracks)
            implements Snapshot {
        public OfRelease {
            actions = List.copyOf(actions);
            tracks = List.copyOf(tracks);
        }
    }

    /** @param versions every version that a release of the app ever had */
    record OfTrain(Row row, Train train, List<Version> versions) implements Snapshot {
        public OfTrain {
            versions = List.copyOf(versions);
        }
    }
}
