package io.signalbox.domain.criterion;

import io.signalbox.domain.blocker.BlockerRule;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.reason.Reason.Blockers.Blocker;
import io.signalbox.domain.signal.BugsReading;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Evidence;
import io.signalbox.domain.signal.RepositoryReading;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Criteria about blockers. */
final class BugCriteria {
    private static final SignalKey BUGS = SignalKey.of(SignalKind.BUGS);

    private BugCriteria() {}

    /** The tracker says which bugs are closed, the repository whether their fixes are in the candidate: both must be fresh. */
    static Judged noOpenBlockers(TrackPicture picture, Instant now) {
        Evidence<BugsReading> bugs = picture.look(BUGS, BugsReading.class, now);
        return Judged.fresh(
                BUGS, bugs, picture.policy().bounds().of(SignalKind.BUGS), reading -> judge(picture, reading, now));
    }

    private static Judged judge(TrackPicture picture, BugsReading bugs, Instant now) {
        if (bugs.bugs().isEmpty()) {
            return Judged.of(Verdict.GREEN, new Reason.Blockers(List.of(), List.of(), List.of(), 0));
        }
        SignalKey key = new SignalKey(
                SignalKind.REPOSITORY, picture.platform().repository().value());
        Judged judged = Judged.fresh(
                key,
                picture.repository(now),
                picture.policy().bounds().of(SignalKind.REPOSITORY),
                repository -> standings(picture, bugs, repository));
        return new Judged(judged.verdict(), judged.reason(), Optional.empty(), judged.changesAt());
    }

    private static Judged standings(TrackPicture picture, BugsReading bugs, RepositoryReading repository) {
        Optional<CommitId> candidate = picture.track().candidate().map(Candidate::commit);
        List<Blocker> open = new ArrayList<>();
        List<Blocker> missing = new ArrayList<>();
        List<Blocker> unknown = new ArrayList<>();
        int cleared = 0;
        for (BugsReading.Bug bug : bugs.bugs()) {
            Instant since = bug.closedAt().orElse(bug.createdAt());
            Blocker blocker = new Blocker(bug.key(), bug.title(), bug.owner(), since);
            switch (BlockerRule.standing(bug, picture.track().said().bugNotes(), repository, candidate)) {
                case OPEN -> open.add(blocker);
                case FIX_MISSING -> missing.add(blocker);
                case FIX_UNKNOWN -> unknown.add(blocker);
                case CLEARED -> cleared++;
            }
        }
        boolean clear = open.isEmpty() && missing.isEmpty() && unknown.isEmpty();
        return Judged.met(clear, new Reason.Blockers(open, missing, unknown, cleared));
    }

    /** The bugs that an override of this criterion must name. */
    static List<String> bugsBehind(Reason.OfCriterion reason) {
        if (!(reason instanceof Reason.Blockers blockers)) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        blockers.open().forEach(b -> keys.add(b.key()));
        blockers.fixMissing().forEach(b -> keys.add(b.key()));
        blockers.fixUnknown().forEach(b -> keys.add(b.key()));
        return keys;
    }
}
