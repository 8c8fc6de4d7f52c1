package io.signalbox.domain.act;

import io.signalbox.domain.app.Team;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.reason.Reason;
import io.signalbox.domain.track.BugNote;
import io.signalbox.domain.track.DestinationProgress;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that makes sense to ask about now, complete but for what the person will add.
 *
 * @param target what within the subject it is about; may be empty
 * @param unmet criteria that are not met, for a command that lets something go forward
 */
record Offer(Command.OfTrack command, String target, List<String> unmet) {
    /** Stands for the reason that the person will give. */
    private static final String REASON = "to be given";

    static List<Offer> forTrack(TrackPicture picture, Decision<Track> decision) {
        Track track = picture.track();
        List<Offer> offers = new ArrayList<>();
        offers.add(plain(new Command.Pause("")));
        offers.add(plain(new Command.Resume(REASON)));
        offers.add(plain(new Command.Cancel(REASON)));
        offers.add(plain(new Command.TurnRobotOff("")));
        offers.add(plain(new Command.TurnRobotOn(REASON)));
        offers.add(plain(new Command.Ask(REASON)));
        offers.add(plain(new Command.WritePackage(List.of(), List.of())));
        for (Question question : track.said().questions()) {
            if (question.open()) {
                offers.add(about(question.id(), new Command.Answer(question.id(), Question.Choice.ACCEPT, REASON)));
            }
        }
        for (Team team : picture.app().teamsOf(track.id().platform())) {
            offers.add(about(
                    team.key().value(),
                    new Command.SignOff(team.key(), Command.SignOff.Result.PASSED, "", Optional.empty())));
            offers.add(about(team.key().value(), new Command.OptOut(team.key(), Instant.EPOCH, REASON)));
            offers.add(about(team.key().value(), new Command.WaiveTeam(team.key(), REASON)));
        }
        decision.outlooks().forEach(outlook -> offers.addAll(forOutlook(outlook)));
        track.said().holds().forEach(hold -> drift(hold).ifPresent(offers::add));
        for (DestinationProgress progress : track.destinations()) {
            progress.trouble()
                    .ifPresent(_ -> offers.add(about(progress.key().value(), new Command.TryAgain(progress.key()))));
        }
        return offers;
    }

    private static List<Offer> forOutlook(Outlook outlook) {
        List<Offer> offers = new ArrayList<>();
        List<String> unmet =
                outlook.unmet().stream().map(f -> f.criterion().key().value()).toList();
        outlook.proposal().ifPresent(p -> offers.add(new Offer(new Command.Confirm(p), p, unmet)));
        for (Finding finding : outlook.unmet()) {
            if (TrackJudge.canBeAccepted(finding)) {
                String key = finding.criterion().key().value();
                offers.add(about(
                        key, new Command.AcceptCriterion(finding.criterion().key(), REASON)));
            }
            other(finding.reason())
                    .ifPresent(other -> offers.add(about(
                            other.text(), new Command.ChooseOther(other, SupersedeChoice.Choice.FINISH, REASON))));
            for (String bug : TrackJudge.bugsBehind(finding)) {
                offers.add(about(bug, new Command.RuleOnBug(bug, BugNote.Ruling.NO_CODE_NEEDED, REASON)));
            }
        }
        return offers;
    }

    private static Optional<Version> other(Reason.OfCriterion reason) {
        return switch (reason) {
            case Reason.OtherVersion other -> Optional.of(other.version());
            case Reason.UnreadableVersion other -> Optional.of(other.version());
            default -> Optional.empty();
        };
    }

    private static Optional<Offer> drift(Hold hold) {
        return hold instanceof Hold.Drift drift
                ? Optional.of(about(drift.destination().value(), new Command.Adopt(drift.destination(), REASON)))
                : Optional.empty();
    }

    private static Offer plain(Command.OfTrack command) {
        return new Offer(command, "", List.of());
    }

    private static Offer about(String target, Command.OfTrack command) {
        return new Offer(command, target, List.of());
    }
}
