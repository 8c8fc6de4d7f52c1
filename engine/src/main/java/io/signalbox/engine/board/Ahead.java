package io.signalbox.engine.board;

import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.robot.ReleaseRobot;
import io.signalbox.engine.storage.Snapshot;
import java.time.Instant;
import java.util.Optional;

/** A release as looked at for a page: the picture, and what is concluded for it at the instant of the page. */
record Ahead(Snapshot.OfRelease snapshot, ReleasePicture picture, Decision<Release> decision, Instant now) {
    static Ahead of(Snapshot.OfRelease snapshot, ReleasePicture picture, Instant now) {
        return new Ahead(snapshot, picture, ReleaseRobot.decide(picture, now), now);
    }

    Release release() {
        return decision.next();
    }

    /** Whether it has no tracks that would tell of it. */
    boolean alone() {
        return picture.tracks().isEmpty();
    }

    boolean branched() {
        return release().repositories().stream().allMatch(r -> r.cut().isPresent());
    }

    String title() {
        return "Release " + release().id().version();
    }

    Optional<Outlook> outlook(String place) {
        return decision.outlooks().stream().filter(o -> o.place().equals(place)).findFirst();
    }
}
