package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.ReleaseJudge;
import io.signalbox.domain.criterion.Standings;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.ReleasePicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.release.Release;
import io.signalbox.domain.release.RepositoryProgress;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.Standing;
import io.signalbox.domain.verdict.CriterionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One decision about one release while it is made. */
final class ReleaseRun {
    private final Draft draft;
    private final Map<CriterionKey, Standing> standings = new LinkedHashMap<>();
    private final List<Outlook> outlooks = new ArrayList<>();
    private ReleasePicture picture;

    ReleaseRun(ReleasePicture picture, Instant now) {
        this.picture = picture;
        this.draft = new Draft(picture.actions(), now);
    }

    ReleasePicture picture() {
        return picture;
    }

    Release release() {
        return picture.release();
    }

    Draft draft() {
        return draft;
    }

    Instant now() {
        return draft.now();
    }

    LocalDate day(Instant at) {
        return at.atZone(picture.app().zone()).toLocalDate();
    }

    void become(Release next) {
        picture = picture.with(next);
    }

    void put(RepositoryProgress progress) {
        become(release().with(progress));
    }

    Optional<Observation.Read> lastRead(RepositoryKey repository) {
        SignalKey key = new SignalKey(SignalKind.REPOSITORY, repository.value());
        return picture.signals()
                .find(release().id(), key)
                .flatMap(s -> s.latest().lastRead());
    }

    Finding find(Criterion criterion, RepositoryKey repository) {
        Finding found = ReleaseJudge.find(criterion, picture, repository, now());
        standings.put(found.criterion().key(), Standings.standing(found));
        found.changesAt().ifPresent(draft::lookAgain);
        return found;
    }

    Action plan(Effect effect, String fingerprint) {
        ActionId id = new ActionId(release().id(), release().memory().actionsPlanned());
        Action action = Action.planned(id, effect, fingerprint, now());
        draft.put(action);
        become(release().with(release().memory().planned()));
        return action;
    }

    void add(Outlook outlook) {
        outlooks.add(outlook);
    }

    List<Outlook> outlooks() {
        return outlooks;
    }

    Release remembered() {
        return release().with(release().memory().withStandings(List.copyOf(standings.values())));
    }
}
