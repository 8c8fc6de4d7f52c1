package io.signalbox.domain.act;

import io.signalbox.domain.actor.Actor;
import io.signalbox.domain.criterion.Finding;
import io.signalbox.domain.criterion.TrackJudge;
import io.signalbox.domain.decision.Decision;
import io.signalbox.domain.picture.TrackPicture;
import io.signalbox.domain.robot.TrackRobot;
import io.signalbox.domain.signal.CheckReading;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.signal.Observation;
import io.signalbox.domain.signal.SignalKey;
import io.signalbox.domain.signal.SignalKind;
import io.signalbox.domain.track.BugNote;
import io.signalbox.domain.track.Cancellation;
import io.signalbox.domain.track.Candidate;
import io.signalbox.domain.track.Confirmation;
import io.signalbox.domain.track.CriterionOverride;
import io.signalbox.domain.track.Hold;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.Said;
import io.signalbox.domain.track.SignOff;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.track.Track;
import io.signalbox.domain.verdict.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries out commands to a track: facts in, facts out. */
public final class TrackCommands {
    private TrackCommands() {}

    public static Applied<Track> apply(Command.OfTrack command, Actor actor, TrackPicture picture, Instant now) {
        // A stop is not asked what is concluded: it must work on a record that cannot be understood.
        Decision<Track> decision =
                command.isStop() ? Decision.nothing(picture.track()) : TrackRobot.decide(picture, now);
        Optional<Refusal> refusal =
                TrackActs.refusal(command, actor, picture, decision).or(() -> expired(command, now));
        if (refusal.isPresent()) {
            return Applied.refused(refusal.get());
        }
        if (command instanceof Command.ReportCheck report) {
            SignalKey key = new SignalKey(SignalKind.CHECK, report.which());
            CheckReading reading = new CheckReading(report.commit(), report.check());
            Observation.Read read =
                    Observation.Read.first(reading, now, now, report.check().link());
            return new Applied.Accepted<>(picture.track(), Optional.of(new Applied.Reported(key, read)));
        }
        return Applied.accepted(changed(command, actor.name(), picture, decision, now));
    }

    private static Optional<Refusal> expired(Command.OfTrack command, Instant now) {
        return command instanceof Command.OptOut out && !out.until().isAfter(now)
                ? Optional.of(new Refusal.Invalid("until", "an instant in the future"))
                : Optional.empty();
    }

    private static Track changed(
            Command.OfTrack command, String by, TrackPicture picture, Decision<Track> decision, Instant now) {
        Track track = picture.track();
        return switch (command) {
            case Command.Cancel cancel ->
                track.with(track.course().cancelled(new Cancellation(by, cancel.reason(), now)));
            case Command.Adopt adopt -> Adoption.adopted(picture, adopt.destination(), by, now);
            case Command.TryAgain again ->
                track.with(track.destination(again.destination()).with(Optional.empty()));
            case Command.ReportCheck _ -> track;
            case Command.Pause pause -> track.withSaid(s -> s.holding(new Hold.Paused(by, pause.reason(), now)));
            case Command.Resume _ -> track.withSaid(s -> s.lifting(Hold::stops));
            case Command.TurnRobotOff off -> track.withSaid(s -> s.holding(new Hold.RobotOff(by, off.reason(), now)));
            case Command.TurnRobotOn _ -> track.withSaid(s -> s.lifting(h -> h instanceof Hold.RobotOff));
            case Command.Ask ask -> track.withSaid(s -> s.with(asked(s, ask, by, candidate(track), now)));
            case Command.Answer answer -> track.withSaid(s -> answered(s, answer, by, now));
            case Command.SignOff sign -> track.withSaid(s -> signed(s, sign, by, candidate(track), now));
            case Command.OptOut out ->
                track.withSaid(s -> s.with(new SignOff(
                        out.team(),
                        new SignOff.OptedOut(by, out.until()),
                        Optional.empty(),
                        by,
                        now,
                        Optional.empty())));
            case Command.WaiveTeam waive ->
                track.withSaid(s -> s.with(new SignOff(
                        waive.team(),
                        new SignOff.Waived(waive.reason()),
                        Optional.of(candidate(track)),
                        by,
                        now,
                        Optional.empty())));
            case Command.AcceptCriterion accept ->
                track.withSaid(s -> s.with(override(accept, by, candidate(track), decision, now)));
            case Command.RuleOnBug rule ->
                track.withSaid(s -> s.with(new BugNote(rule.bug(), rule.ruling(), by, rule.reason(), now)));
            case Command.Confirm confirm ->
                track.withSaid(s -> s.with(new Confirmation(confirm.fingerprint(), by, now)));
            case Command.WritePackage write -> track.withSaid(s -> s.with(written(s.submission(), write)));
            case Command.ChooseOther choose ->
                track.withSaid(
                        s -> s.with(new SupersedeChoice(choose.other(), choose.choice(), by, choose.reason(), now)));
        };
    }

    private static CommitId candidate(Track track) {
        return track.candidate().map(Candidate::commit).orElseThrow();
    }

    private static Question asked(Said said, Command.Ask ask, String by, CommitId candidate, Instant now) {
        String id = "asked-" + (said.questions().size() + 1);
        return new Question(id, new Question.AskedByPerson(by, ask.reason()), candidate, now, Optional.empty());
    }

    private static Said answered(Said said, Command.Answer answer, String by, Instant now) {
        Question question = said.question(answer.question()).orElseThrow();
        return said.with(question.answered(new Question.Answer(answer.choice(), by, answer.reason(), now)));
    }

    private static Said signed(Said said, Command.SignOff sign, String by, CommitId candidate, Instant now) {
        if (sign.result() == Command.SignOff.Result.WITHDRAWN) {
            return said.withoutSignOff(sign.team());
        }
        SignOff.Word word = switch (sign.result()) {
            case RUNNING, WITHDRAWN -> new SignOff.Running();
            case PASSED -> new SignOff.Passed();
            case FAILED -> new SignOff.Failed(sign.what());
        };
        return said.with(new SignOff(sign.team(), word, Optional.of(candidate), by, now, sign.link()));
    }

    private static CriterionOverride override(
            Command.AcceptCriterion accept, String by, CommitId candidate, Decision<Track> decision, Instant now) {
        List<Finding> found = decision.outlooks().stream()
                .flatMap(o -> o.guard().stream())
                .filter(f -> f.criterion().key().equals(accept.criterion()))
                .toList();
        boolean red = found.stream().anyMatch(f -> f.verdict() == Verdict.RED);
        Verdict as = red ? Verdict.RED : found.getFirst().verdict();
        List<String> bugs = found.stream()
                .flatMap(f -> TrackJudge.bugsBehind(f).stream())
                .distinct()
                .toList();
        return new CriterionOverride(accept.criterion(), candidate, as, bugs, by, accept.reason(), now);
    }

    /** Notes and answers that the command names take the place of those before; the others stay. */
    private static SubmissionPackage written(SubmissionPackage before, Command.WritePackage write) {
        List<SubmissionPackage.Note> notes = Stream.concat(
                        before.notes().stream()
                                .filter(n -> write.notes().stream()
                                        .noneMatch(w -> w.locale().equals(n.locale()))),
                        write.notes().stream())
                .sorted(Comparator.comparing(SubmissionPackage.Note::locale))
                .toList();
        List<SubmissionPackage.Answer> answers = Stream.concat(
                        before.answers().stream()
                                .filter(a -> write.answers().stream()
                                        .noneMatch(w -> w.name().equals(a.name()))),
                        write.answers().stream())
                .sorted(Comparator.comparing(SubmissionPackage.Answer::name))
                .toList();
        return new SubmissionPackage(before.revision() + 1, notes, answers);
    }
}
