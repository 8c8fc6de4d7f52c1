package io.signalbox.engine.storage;

import io.signalbox.domain.release.Release;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.train.Train;

/** What is on record about a subject. */
public sealed interface SubjectState {
    SubjectId id();

    /** Whether nothing will ever happen to it again. */
    boolean ended();

    record OfTrain(Train train) implements SubjectState {
        @Override
        public SubjectId id() {
            return train.id();
        }

        @Override
        public boolean ended() {
            return false;
        }
    }

    record OfRelease(Release release) implements SubjectState {
        @Override
        public SubjectId id() {
            return release.id();
        }

        @Override
        public boolean ended() {
            return release.ended();
        }
    }

    record OfTrack(Track track) implements SubjectState {
        @Override
        public SubjectId id() {
            return track.id();
        }

        /** A cancelled track is looked at until nothing of it is under way; only the end of its watch ends it. */
        @Override
        public boolean ended() {
            return track.course().closedAt().isPresent();
        }
    }
}
