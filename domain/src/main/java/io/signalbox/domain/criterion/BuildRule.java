package io.signalbox.domain.criterion;

import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.version.BuildNumber;

/** Which build numbers a track may ship: its version's own, and for each new candidate a higher one than the last had. */
public final class BuildRule {
    private BuildRule() {}

    public static boolean mayShip(TrackPicture picture, CommitId commit, BuildNumber number) {
        TrackId track = picture.track().id();
        boolean own = picture.app().numbers(track.platform()).owns(track.version(), number);
        boolean used = picture.track()
                .candidate()
                .filter(c -> !c.commit().equals(commit) && number.compareTo(c.build()) <= 0)
                .isPresent();
        return own && !used;
    }
}
