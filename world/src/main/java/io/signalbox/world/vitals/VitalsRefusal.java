package io.signalbox.world.vitals;

import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import tools.jackson.databind.node.ObjectNode;

/** Google says no, in its common envelope. */
final class VitalsRefusal extends RuntimeException {
    private final int status;

    VitalsRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    Reply reply() {
        String word = switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 404 -> "NOT_FOUND";
            default -> "INVALID_ARGUMENT";
        };
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", status)
                .put("message", getMessage())
                .put("status", word);
        return Reply.json(status, envelope);
    }
}
