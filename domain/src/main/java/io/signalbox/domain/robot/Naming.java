package io.signalbox.domain.robot;

import io.signalbox.domain.criterion.BuildRule;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.signal.Build;
import io.signalbox.domain.signal.BuildsReading;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.Stage;
import java.time.Instant;
import java.util.Optional;

/** Names candidates: the newest commit of the branch, once it is built, verified and uploaded under a number of its version. */
final class Naming {
    private Naming() {}

    /** The new candidate, if there is one. After the submission the candidate stays until the track is back before it. */
    static Optional<Candidate> newCandidate(TrackPicture picture, Instant now) {
        Stage stage = Stages.of(picture.track().stage(), picture.progress());
        if (stage != Stage.BRANCHED && stage != Stage.CANDIDATE) {
            return Optional.empty();
        }
        return newestBuild(picture, now)
                .filter(b -> b.complete(picture.platform().slots()))
                .filter(b -> BuildRule.mayShip(picture, b.commit(), b.number().orElseThrow()))
                .filter(b -> picture.track()
                        .candidate()
                        .filter(c -> c.commit().equals(b.commit()))
                        .isEmpty())
                .map(b -> named(picture, b, now));
    }

    private static Candidate named(TrackPicture picture, Build build, Instant now) {
        int ordinal = picture.track().candidate().map(Candidate::ordinal).orElse(0) + 1;
        return new Candidate(ordinal, build.commit(), build.number().orElseThrow(), build.artifacts(), now);
    }

    private static Optional<Build> newestBuild(TrackPicture picture, Instant now) {
        if (!(picture.repository(now) instanceof Evidence.Fresh<RepositoryReading> repository)
                || !(picture.look(SignalKey.of(SignalKind.BUILDS), BuildsReading.class, now)
                        instanceof Evidence.Fresh<BuildsReading> builds)) {
            return Optional.empty();
        }
        return repository.reading().branch().flatMap(branch -> builds.reading().of(branch.head()));
    }
}
