package io.signalbox.server.api;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.app.RepositoryKey;
import io.signalbox.domain.signal.CommitId;
import io.signalbox.domain.subject.SubjectId.ReleaseId;
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

/** Commands to a release. */
@RestController
@RequestMapping("/api/v1/apps/{app}/releases/{version}")
class ReleaseApi {
    private final Desk desk;

    ReleaseApi(Engine engine) {
        this.desk = new Desk(engine);
    }

    @ModelAttribute
    ReleaseId release(@PathVariable String app, @PathVariable String version) {
        return Subjects.release(app, version);
    }

    @ModelAttribute
    Slip slip(
            Caller caller,
            @RequestHeader("Idempotency-Key") String id,
            @RequestHeader(name = "If-Match", required = false) Optional<String> ifMatch) {
        return Slip.of(caller, id, ifMatch);
    }

    @PostMapping("/approve-commit")
    ResponseEntity<Accepted> approve(ReleaseId release, Slip slip, @RequestBody Bodies.Approve body) {
        CommitId commit = Words.made(CommitId::new, body.commit(), "/commit");
        String bug = Words.given(body.bug(), "/bug");
        return desk.give(
                release, new Command.ApproveCommit(commit, bug, body.reason().orElse("")), slip);
    }

    @PostMapping("/cut-anyway")
    ResponseEntity<Accepted> cutAnyway(ReleaseId release, Slip slip, @RequestBody Bodies.Reason body) {
        return desk.give(release, new Command.CutAnyway(body.text()), slip);
    }

    @PostMapping("/confirm")
    ResponseEntity<Accepted> confirm(ReleaseId release, Slip slip, @RequestBody Bodies.Confirm body) {
        return desk.give(release, new Command.Confirm(Words.given(body.fingerprint(), "/fingerprint")), slip);
    }

    @PostMapping("/repositories/{repository}/try-again")
    ResponseEntity<Accepted> tryAgain(ReleaseId release, Slip slip, @PathVariable String repository) {
        RepositoryKey key = Words.made(RepositoryKey::new, repository, "/repository");
        return desk.give(release, new Command.TryRepositoryAgain(key), slip);
    }
}
