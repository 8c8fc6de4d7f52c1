package io.signalbox.server.api;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.policy.Mode;
import io.signalbox.domain.policy.Move;
import io.signalbox.domain.subject.SubjectId.TrainId;
import io.signalbox.engine.Engine;
import io.signalbox.server.access.Caller;
import io.signalbox.server.api.Desk.Accepted;
import io.signalbox.server.api.Desk.Slip;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to a train and to the app's switches. */
@RestController
@RequestMapping("/api/v1/apps/{app}/train")
class TrainApi {
    private final Desk desk;

    TrainApi(Engine engine) {
        this.desk = new Desk(engine);
    }

    @ModelAttribute
    TrainId train(@PathVariable String app) {
        return Subjects.train(app);
    }

    @ModelAttribute
    Slip slip(
            Caller caller,
            @RequestHeader("Idempotency-Key") String id,
            @RequestHeader(name = "If-Match", required = false) Optional<String> ifMatch) {
        return Slip.of(caller, id, ifMatch);
    }

    @PostMapping("/skip")
    ResponseEntity<Accepted> skip(TrainId train, Slip slip, @RequestBody Bodies.Skip body) {
        return desk.give(
                train,
                new Command.Skip(
                        Words.given(body.date(), "/date"), body.reason().orElse("")),
                slip);
    }

    @PostMapping("/postpone")
    ResponseEntity<Accepted> postpone(TrainId train, Slip slip, @RequestBody Bodies.Postpone body) {
        Command command = new Command.Postpone(
                Words.given(body.date(), "/date"),
                Words.given(body.to(), "/to"),
                body.reason().orElse(""));
        return desk.give(train, command, slip);
    }

    @PostMapping("/arm")
    ResponseEntity<Accepted> arm(TrainId train, Slip slip, @RequestBody Bodies.Arm body) {
        Move move = Words.one(Move.class, body.move(), "/move");
        Mode mode = Words.one(Mode.class, body.mode(), "/mode");
        return desk.give(train, new Command.Arm(move, mode, body.reason().orElse("")), slip);
    }

    @PostMapping("/switch-off")
    ResponseEntity<Accepted> switchOff(TrainId train, Slip slip, @RequestBody(required = false) Bodies.Reason body) {
        String reason = body == null ? "" : body.text();
        return desk.give(train, new Command.SwitchOff(reason), slip);
    }

    @PostMapping("/switch-on")
    ResponseEntity<Accepted> switchOn(TrainId train, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(train, new Command.SwitchOn(body.text()), slip);
    }
}
