package io.signalbox.server.api;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.DestinationKey;
import io.signalbox.domain.app.TeamKey;
import io.signalbox.domain.signal.Check;
import io.signalbox.domain.signal.CheckState;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId.TrackId;
import io.signalbox.domain.track.BugNote;
import io.signalbox.domain.track.Question;
import io.signalbox.domain.track.SubmissionPackage;
import io.signalbox.domain.track.SupersedeChoice;
import io.signalbox.domain.verdict.CriterionKey;
import io.signalbox.domain.version.Version;
import io.signalbox.engine.Engine;
import io.signalbox.server.access.Caller;
import io.signalbox.server.api.Desk.Accepted;
import io.signalbox.server.api.Desk.Slip;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to a track: each is on record when it is answered, and carried out after. */
@RestController
@RequestMapping("/api/v1/apps/{app}/releases/{version}/tracks/{platform}")
class TrackApi {
    private final Desk desk;

    TrackApi(Engine engine) {
        this.desk = new Desk(engine);
    }

    @ModelAttribute
    TrackId track(@PathVariable String app, @PathVariable String version, @PathVariable String platform) {
        return Subjects.track(app, version, platform);
    }

    @ModelAttribute
    Slip slip(
            Caller caller,
            @RequestHeader("Idempotency-Key") String id,
            @RequestHeader(name = "If-Match", required = false) Optional<String> ifMatch) {
        return Slip.of(caller, id, ifMatch);
    }

    @PostMapping("/pause")
    ResponseEntity<Accepted> pause(TrackId track, Slip slip, @RequestBody(required = false) Bodies.Reason body) {
        return desk.give(track, new Command.Pause(text(body)), slip);
    }

    private static String text(Bodies.@Nullable Reason body) {
        return body == null ? "" : body.text();
    }

    @PostMapping("/resume")
    ResponseEntity<Accepted> resume(TrackId track, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.Resume(body.text()), slip);
    }

    @PostMapping("/cancel")
    ResponseEntity<Accepted> cancel(TrackId track, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.Cancel(body.text()), slip);
    }

    @PostMapping("/turn-robot-off")
    ResponseEntity<Accepted> turnRobotOff(TrackId track, Slip slip, @RequestBody(required = false) Bodies.Reason body) {
        return desk.give(track, new Command.TurnRobotOff(text(body)), slip);
    }

    @PostMapping("/turn-robot-on")
    ResponseEntity<Accepted> turnRobotOn(TrackId track, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.TurnRobotOn(body.text()), slip);
    }

    @PostMapping("/ask")
    ResponseEntity<Accepted> ask(TrackId track, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.Ask(body.text()), slip);
    }

    @PostMapping("/questions/{question}/answer")
    ResponseEntity<Accepted> answer(
            TrackId track, Slip slip, @PathVariable String question, @RequestBody Bodies.Answer body) {
        Question.Choice choice = Words.one(Question.Choice.class, body.choice(), "/choice");
        return desk.give(
                track, new Command.Answer(question, choice, body.reason().orElse("")), slip);
    }

    @PostMapping("/sign-offs/{team}")
    ResponseEntity<Accepted> signOff(
            TrackId track, Slip slip, @PathVariable String team, @RequestBody Bodies.SignOff body) {
        Command.SignOff.Result result = Words.one(Command.SignOff.Result.class, body.result(), "/result");
        Command command = new Command.SignOff(team(team), result, body.what().orElse(""), body.link());
        return desk.give(track, command, slip);
    }

    private static TeamKey team(String team) {
        return Words.made(TeamKey::new, team, "/team");
    }

    @PostMapping("/sign-offs/{team}/opt-out")
    ResponseEntity<Accepted> optOut(
            TrackId track, Slip slip, @PathVariable String team, @RequestBody Bodies.OptOut body) {
        Command command = new Command.OptOut(
                team(team), Words.given(body.until(), "/until"), body.reason().orElse(""));
        return desk.give(track, command, slip);
    }

    @PostMapping("/sign-offs/{team}/waive")
    ResponseEntity<Accepted> waive(
            TrackId track, Slip slip, @PathVariable String team, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.WaiveTeam(team(team), body.text()), slip);
    }

    @PostMapping("/criteria/{criterion}/accept")
    ResponseEntity<Accepted> accept(
            TrackId track, Slip slip, @PathVariable String criterion, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.AcceptCriterion(new CriterionKey(criterion), body.text()), slip);
    }

    @PostMapping("/bugs/{bug}/rule")
    ResponseEntity<Accepted> rule(TrackId track, Slip slip, @PathVariable String bug, @RequestBody Bodies.Ruling body) {
        BugNote.Ruling ruling = Words.one(BugNote.Ruling.class, body.ruling(), "/ruling");
        return desk.give(track, new Command.RuleOnBug(bug, ruling, body.reason().orElse("")), slip);
    }

    @PostMapping("/confirm")
    ResponseEntity<Accepted> confirm(TrackId track, Slip slip, @RequestBody Bodies.Confirm body) {
        return desk.give(track, new Command.Confirm(Words.given(body.fingerprint(), "/fingerprint")), slip);
    }

    @PostMapping("/destinations/{destination}/adopt")
    ResponseEntity<Accepted> adopt(
            TrackId track, Slip slip, @PathVariable String destination, @RequestBody Bodies.Reason body) {
        return desk.give(track, new Command.Adopt(destination(destination), body.text()), slip);
    }

    private static DestinationKey destination(String destination) {
        return Words.made(DestinationKey::new, destination, "/destination");
    }

    @PostMapping("/destinations/{destination}/try-again")
    ResponseEntity<Accepted> tryAgain(TrackId track, Slip slip, @PathVariable String destination) {
        return desk.give(track, new Command.TryAgain(destination(destination)), slip);
    }

    @PutMapping("/package")
    ResponseEntity<Accepted> write(TrackId track, Slip slip, @RequestBody Bodies.Parcel body) {
        List<SubmissionPackage.Note> notes = body.notes().orElse(List.of()).stream()
                .map(n -> Words.given(n, "/notes"))
                .map(n -> new SubmissionPackage.Note(
                        Words.given(n.locale(), "/notes/locale"), Words.given(n.text(), "/notes/text")))
                .toList();
        List<SubmissionPackage.Answer> answers = body.answers().orElse(List.of()).stream()
                .map(a -> Words.given(a, "/answers"))
                .map(a -> new SubmissionPackage.Answer(Words.given(a.name(), "/answers/name"), a.given()))
                .toList();
        return desk.give(track, new Command.WritePackage(notes, answers), slip);
    }

    @PostMapping("/others/{other}/choose")
    ResponseEntity<Accepted> choose(
            TrackId track, Slip slip, @PathVariable String other, @RequestBody Bodies.Choose body) {
        SupersedeChoice.Choice choice = Words.one(SupersedeChoice.Choice.class, body.choice(), "/choice");
        Version version = Words.made(Version::new, other, "/other");
        return desk.give(
                track, new Command.ChooseOther(version, choice, body.reason().orElse("")), slip);
    }

    /** For other systems: compliance, legal, translation. */
    @PutMapping("/checks/{name}")
    ResponseEntity<Accepted> report(
            TrackId track, Slip slip, @PathVariable String name, @RequestBody Bodies.Report body) {
        CheckState state = Words.one(CheckState.class, body.state(), "/state");
        CommitId commit = Words.made(CommitId::new, body.commit(), "/commit");
        Check check = new Check(state, Optional.empty(), body.detail().orElse(""), body.link());
        return desk.give(track, new Command.ReportCheck(name, commit, check), slip);
    }
}
