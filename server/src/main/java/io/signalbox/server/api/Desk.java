package io.signalbox.server.api;

import io.signalbox.domain.act.Command;
import io.signalbox.domain.act.Refusal;
import io.signalbox.domain.subject.SubjectId;
import io.signalbox.domain.wording.RefusalWords;
import io.signalbox.engine.Engine;
import io.signalbox.engine.command.Envelope;
import io.signalbox.engine.command.Handled;
import io.signalbox.server.access.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** Hands commands to the engine and its answers back. */
final class Desk {
    private final Engine engine;

    Desk(Engine engine) {
        this.engine = engine;
    }

    /** @param revision the subject's revision with the command on record */
    record Accepted(long revision) {}

    /**
     * What comes with every command.
     *
     * @param id unique for this command for ever ({@code Idempotency-Key}); a repeat changes nothing
     * @param expected the revision that its giver saw ({@code If-Match}); without it the newest is taken
     */
    record Slip(Caller caller, String id, Optional<Long> expected) {
        static Slip of(Caller caller, String id, Optional<String> ifMatch) {
            if (id.isBlank() || id.length() > 80) {
                throw Refused.invalid("Idempotency-Key", "invalid", "Idempotency-Key must have 1 to 80 characters");
            }
            return new Slip(caller, id, ifMatch.map(Slip::revision));
        }

        private static long revision(String tag) {
            try {
                return Long.parseLong(tag.replace("W/", "").replace("\"", "").strip());
            } catch (NumberFormatException e) {
                throw Refused.invalid(
                        "If-Match", "invalid", "If-Match must be the ETag of the page that was read, such as \"17\"");
            }
        }
    }

    ResponseEntity<Accepted> give(SubjectId subject, Command command, Slip slip) {
        Envelope envelope = new Envelope(
                slip.id(), subject, slip.caller().actor(), slip.caller().channel(), slip.expected(), command);
        return switch (engine.desk().handle(envelope)) {
            case Handled.Accepted accepted ->
                ResponseEntity.accepted()
                        .eTag("\"" + accepted.revision() + "\"")
                        .body(new Accepted(accepted.revision()));
            case Handled.Refused refused -> throw new Refused(problem(refused.why()));
            case Handled.Stale stale -> throw new Refused(stale(stale.revision()));
            case Handled.NotFound _ -> throw Refused.notFound(subject.text());
            case Handled.Busy _ ->
                throw new Refused(Problem.of(
                        503,
                        "busy",
                        "Too many at once",
                        "Others changed it at the same time. Give the command again."));
        };
    }

    private static Problem stale(long revision) {
        return new Problem(
                "stale",
                "State changed while you were reading",
                412,
                "It is at revision %d now. Read it again before you decide.".formatted(revision),
                List.of(new Problem.Fault("If-Match", "stale", String.valueOf(revision))));
    }

    private static Problem problem(Refusal why) {
        String sentence = RefusalWords.sentence(why);
        return new Problem(
                "refused",
                "Not now",
                status(why),
                sentence,
                List.of(new Problem.Fault(pointer(why), RefusalWords.code(why), sentence)));
    }

    private static int status(Refusal why) {
        return switch (why) {
            case Refusal.NotYourRole _, Refusal.NotYourTeam _ -> 403;
            case Refusal.NotNow _ -> 409;
            case Refusal.NoReason _, Refusal.Invalid _ -> 422;
            case Refusal.Unknown _ -> 404;
        };
    }

    private static String pointer(Refusal why) {
        return switch (why) {
            case Refusal.NoReason _ -> "/reason";
            case Refusal.Invalid invalid -> "/" + invalid.field();
            case Refusal.Unknown unknown -> "/" + unknown.what();
            case Refusal.NotYourRole _, Refusal.NotYourTeam _, Refusal.NotNow _ -> "";
        };
    }
}
