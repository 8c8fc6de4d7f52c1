package io.signalbox.domain.act;

import io.signalbox.domain.act.Refusal.Why;
import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.app.Destination;
import io.signalbox.domain.app.Team;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.decision.Outlook;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Stage;
import io.signalbox.domain.track.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done with a track. */
public final class TrackActs {
    private TrackActs() {}

    /**
     * Why this command would be refused now; empty if it would be accepted.
     *
     * @param decision what is concluded for the picture
     */
    public static Optional<Refusal> refusal(
            Command.OfTrack command, Actor actor, TrackPicture picture, Decision<Track> decision) {
        return Permission.refusal(command, actor)
                .or(() -> Permission.reason(command))
                .or(() -> byState(command, picture, decision));
    }

    private static Optional<Refusal> byState(Command.OfTrack command, TrackPicture picture, Decision<Track> decision) {
        Track track = picture.track();
        return switch (command) {
            case Command.Pause _ ->
                when(track.said().holds().stream().anyMatch(h -> h instanceof Hold.Paused), Why.ALREADY_PAUSED)
                        .or(() -> ended(track));
            case Command.Resume _ ->
                when(!track.said().stopped(), Why.NOT_PAUSED).or(() -> ended(track));
            case Command.Cancel _ ->
                when(track.cancelled(), Why.ALREADY_CANCELLED)
                        .or(() -> when(track.stage() == Stage.RELEASED, Why.ALREADY_RELEASED))
                        .or(() -> when(track.course().closedAt().isPresent(), Why.WATCH_ENDED));
            case Command.TurnRobotOff _ ->
                when(robotOff(track), Why.ROBOT_ALREADY_OFF).or(() -> ended(track));
            case Command.TurnRobotOn _ -> when(!robotOff(track), Why.ROBOT_NOT_OFF);
            case Command.Ask _ -> ended(track).or(() -> noCandidate(track));
            case Command.Answer answer -> question(answer, track);
            case Command.SignOff sign ->
                team(sign.team(), picture).or(() -> noCandidate(track)).or(() -> ended(track));
            case Command.OptOut out -> team(out.team(), picture).or(() -> ended(track));
            case Command.WaiveTeam waive -> team(waive.team(), picture).or(() -> noCandidate(track));
            case Command.AcceptCriterion accept -> criterion(accept, decision).or(() -> noCandidate(track));
            case Command.RuleOnBug rule -> bug(rule.bug(), decision);
            case Command.Confirm confirm -> proposal(confirm.fingerprint(), decision.outlooks());
            case Command.Adopt adopt ->
                destination(adopt.destination().value(), picture)
                        .or(() -> when(drift(track, adopt.destination().value()).isEmpty(), Why.NO_DRIFT));
            case Command.TryAgain again ->
                destination(again.destination().value(), picture)
                        .or(() -> when(
                                track.destination(again.destination()).trouble().isEmpty(), Why.NO_TROUBLE));
            case Command.WritePackage write -> notes(write).or(() -> ended(track));
            case Command.ChooseOther choose -> other(choose, picture);
            case Command.ReportCheck report -> name(report.which()).or(() -> ended(track));
        };
    }

    static Optional<Refusal> when(boolean refused, Why why) {
        return refused ? Optional.of(new Refusal.NotNow(why)) : Optional.empty();
    }

    private static Optional<Refusal> ended(Track track) {
        return when(track.cancelled(), Why.ALREADY_CANCELLED)
                .or(() -> when(track.course().closedAt().isPresent(), Why.WATCH_ENDED));
    }

    private static Optional<Refusal> noCandidate(Track track) {
        return when(track.candidate().isEmpty(), Why.NO_CANDIDATE);
    }

    private static boolean robotOff(Track track) {
        return track.said().holds().stream().anyMatch(h -> h instanceof Hold.RobotOff);
    }

    static Optional<Hold.Drift> drift(Track track, String destination) {
        return track.said().holds().stream()
                .filter(h -> h instanceof Hold.Drift)
                .map(h -> (Hold.Drift) h)
                .filter(d -> d.destination().value().equals(destination))
                .findFirst();
    }

    private static Optional<Refusal> question(Command.Answer answer, Track track) {
        Optional<Question> question = track.said().question(answer.question());
        if (question.isEmpty()) {
            List<String> known =
                    track.said().questions().stream().map(Question::id).toList();
            return Optional.of(new Refusal.Unknown("question", answer.question(), known));
        }
        return when(!question.get().open(), Why.ALREADY_ANSWERED);
    }

    private static Optional<Refusal> team(TeamKey team, TrackPicture picture) {
        List<Team> teams = picture.app().teamsOf(picture.track().id().platform());
        return teams.stream().anyMatch(t -> t.key().equals(team))
                ? Optional.empty()
                : Optional.of(new Refusal.Unknown(
                        "team",
                        team.value(),
                        teams.stream().map(t -> t.key().value()).toList()));
    }

    /** Only a criterion that guards a move now, is not met, and for which a person's word can stand. */
    private static Optional<Refusal> criterion(Command.AcceptCriterion accept, Decision<Track> decision) {
        List<Finding> guards =
                decision.outlooks().stream().flatMap(o -> o.guard().stream()).toList();
        Optional<Finding> found = guards.stream()
                .filter(f -> f.criterion().key().equals(accept.criterion()))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = guards.stream()
                    .map(f -> f.criterion().key().value())
                    .distinct()
                    .toList();
            return Optional.of(
                    new Refusal.Unknown("criterion", accept.criterion().value(), known));
        }
        return when(found.get().lets(), Why.CRITERION_MET)
                .or(() -> when(!TrackJudge.canBeAccepted(found.get()), Why.CANNOT_BE_ACCEPTED));
    }

    private static Optional<Refusal> bug(String bug, Decision<Track> decision) {
        List<String> known = decision.outlooks().stream()
                .flatMap(o -> o.guard().stream())
                .flatMap(f -> TrackJudge.bugsBehind(f).stream())
                .distinct()
                .toList();
        return known.contains(bug) ? Optional.empty() : Optional.of(new Refusal.Unknown("blocker", bug, known));
    }

    static Optional<Refusal> proposal(String fingerprint, List<Outlook> outlooks) {
        boolean proposed = outlooks.stream()
                .anyMatch(o -> o.proposal().filter(fingerprint::equals).isPresent());
        return when(!proposed, Why.NOT_PROPOSED);
    }

    private static Optional<Refusal> destination(String key, TrackPicture picture) {
        List<String> known = picture.destinations().stream()
                .map(Destination::key)
                .map(Object::toString)
                .toList();
        return known.contains(key) ? Optional.empty() : Optional.of(new Refusal.Unknown("destination", key, known));
    }

    private static Optional<Refusal> notes(Command.WritePackage write) {
        long locales = write.notes().stream().map(n -> n.locale()).distinct().count();
        if (locales < write.notes().size()) {
            return Optional.of(new Refusal.Invalid("notes", "one for each locale"));
        }
        boolean endless = write.notes().stream().anyMatch(n -> n.text().length() > 10_000);
        return endless ? Optional.of(new Refusal.Invalid("notes", "at most 10,000 characters")) : Optional.empty();
    }

    private static Optional<Refusal> name(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,39}")
                ? Optional.empty()
                : Optional.of(new Refusal.Invalid("name", "1-40 lower-case letters, digits and hyphens"));
    }

    private static Optional<Refusal> other(Command.ChooseOther choose, TrackPicture picture) {
        List<String> known = picture.siblings().stream()
                .filter(s -> s.inTheWay())
                .map(s -> s.version().text())
                .toList();
        return known.contains(choose.other().text())
                ? Optional.empty()
                : Optional.of(new Refusal.Unknown("version", choose.other().text(), known));
    }

    /** Everything that could be done with a track now, and for each why not, if so. */
    public static List<Possible> of(Actor actor, TrackPicture picture, Decision<Track> decision) {
        List<Possible> acts = new ArrayList<>();
        for (Offer offer : Offer.forTrack(picture, decision)) {
            Optional<Refusal> refusal = refusal(offer.command(), actor, picture, decision);
            acts.add(new Possible(offer.command().name(), offer.target(), refusal, offer.unmet()));
        }
        return acts;
    }
}
