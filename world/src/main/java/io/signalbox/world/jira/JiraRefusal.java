package io.signalbox.world.jira;

import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Jira says no: messages about the whole request, and errors by field. */
final class JiraRefusal extends RuntimeException {
    private final int status;
    private final transient List<String> messages;
    private final transient Map<String, String> errors;

    private JiraRefusal(int status, List<String> messages, Map<String, String> errors) {
        super(messages + " " + errors);
        this.status = status;
        this.messages = List.copyOf(messages);
        this.errors = errors;
    }

    static JiraRefusal of(int status, String message) {
        return new JiraRefusal(status, List.of(message), Map.of());
    }

    static JiraRefusal query(String message) {
        return of(400, message);
    }

    static JiraRefusal fields(Map<String, String> errors) {
        return new JiraRefusal(400, List.of(), errors);
    }

    Reply reply() {
        ObjectNode json = Json.object();
        json.set("errorMessages", Json.texts(messages));
        ObjectNode byField = json.putObject("errors");
        errors.forEach(byField::put);
        return Reply.json(status, json);
    }
}
