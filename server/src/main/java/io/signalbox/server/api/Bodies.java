package io.signalbox.server.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Bodies of commands. What a command needs and a body lacks is a fault at its place. */
final class Bodies {
    private Bodies() {}

    /** A reason of at most 500 characters. */
    record Reason(Optional<String> reason) {
        String text() {
            return reason.orElse("");
        }
    }

    record Answer(String choice, Optional<String> reason) {}

    record SignOff(String result, Optional<String> what, Optional<URI> link) {}

    record OptOut(Instant until, Optional<String> reason) {}

    record Ruling(String ruling, Optional<String> reason) {}

    record Confirm(String fingerprint) {}

    record Note(String locale, String text) {}

    record Given(String name, boolean given) {}

    record Parcel(Optional<List<Note>> notes, Optional<List<Given>> answers) {}

    record Choose(String choice, Optional<String> reason) {}

    /** @param state queued, running, passed, passed-on-retry or failed */
    record Report(String commit, String state, Optional<String> detail, Optional<URI> link) {}

    record Approve(String commit, String bug, Optional<String> reason) {}

    record Skip(LocalDate date, Optional<String> reason) {}

    record Postpone(LocalDate date, Instant to, Optional<String> reason) {}

    record Arm(String move, String mode, Optional<String> reason) {}
}
