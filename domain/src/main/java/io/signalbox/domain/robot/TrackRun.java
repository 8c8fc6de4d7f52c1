package io.signalbox.domain.robot;

import io.signalbox.domain.action.Action;
import io.signalbox.domain.action.ActionId;
import io.signalbox.domain.action.Effect;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.Standings;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.decision.Happening;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.policy.Criterion;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Standing;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.CriterionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One decision about one track while it is made: the picture with the track as it has become, and what was found on the way. */
final class TrackRun {
    private final Draft draft;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<Outlook> outlooks = new ArrayList<>();
    private TrackPicture picture;

    TrackRun(TrackPicture picture, Instant now) {
        this.picture = picture;
        this.draft = new Draft(picture.actions(), now);
    }

    TrackPicture picture() {
        return picture;
    }

    Track track() {
        return picture.track();
    }

    Draft draft() {
        return draft;
    }

    Instant now() {
        return draft.now();
    }

    void become(Track next) {
        picture = picture.with(next);
    }

    void put(DestinationProgress progress) {
        become(track().with(progress));
    }

    void lay(Hold hold) {
        become(track().withSaid(said -> said.holding(hold)));
    }

    void enter(Stage stage, String by) {
        if (stage != track().stage()) {
            become(track().with(track().course().to(stage, now(), by)));
            draft.happened(new Happening.StageEntered(stage, by));
        }
    }

    /** The newest answer of a destination's store, however old; none while the store fails. */
    Optional<Observation.Read> lastRead(DestinationKey destination) {
        SignalKey key = new SignalKey(SignalKind.STORE, destination.value());
        return picture.signals().find(track().id(), key).flatMap(s -> s.latest().lastRead());
    }

    /** Judged once for each decision; the standings of the last one are those that count for "since when". */
    Finding find(Criterion criterion, Optional<DestinationKey> destination) {
        boolean local = TrackJudge.isAboutDestination(criterion);
        String memo = criterion.key()
                + (local ? "@" + destination.map(DestinationKey::value).orElse("") : "");
        Finding known = findings.get(memo);
        if (known != null && known.criterion().equals(criterion)) {
            return known;
        }
        Finding found = TrackJudge.find(criterion, picture, destination, now());
        findings.put(memo, found);
        found.changesAt().ifPresent(draft::lookAgain);
        return found;
    }

    Action plan(Effect effect, String fingerprint) {
        ActionId id = new ActionId(track().id(), track().memory().actionsPlanned());
        Action action = Action.planned(id, effect, fingerprint, now());
        draft.put(action);
        become(track().with(track().memory().planned()));
        return action;
    }

    void add(Outlook outlook) {
        outlooks.add(outlook);
    }

    List<Outlook> outlooks() {
        return outlooks;
    }

    /** The track as the next decision must find it. */
    Track remembered() {
        Map<CriterionKey, Standing> standings = new TreeMap<>();
        for (Finding finding : findings.values()) {
            if (!TrackJudge.isAboutDestination(finding.criterion())) {
                standings.put(finding.criterion().key(), Standings.standing(finding));
            }
        }
        return track().with(track().memory().withStandings(List.copyOf(standings.values())));
    }
}
