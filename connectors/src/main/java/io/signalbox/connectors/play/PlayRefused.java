package io.signalbox.connectors.play;

import io.signalbox.connectors.http.Response;
import io.signalbox.domain.signal.Failure;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Google said no, in its error envelope or otherwise. */
final class PlayRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Response response;
    private final String words;
    private final String reason;

    private PlayRefused(Response response, String words, String reason) {
        super(words);
        this.response = response;
        this.words = words;
        this.reason = reason;
    }

    static PlayRefused of(Response response) {
        try {
            JsonNode error = Json.MAPPER.readTree(response.bytes()).path("error");
            String message = error.path("message").asString("");
            String reason = Optional.of(
                            error.path("errors").path(0).path("reason").asString(""))
                    .filter(r -> !r.isEmpty())
                    .orElse(error.path("status").asString(""));
            return new PlayRefused(response, message.isEmpty() ? response.excerpt() : message, reason);
        } catch (JacksonException notTheEnvelope) {
            return new PlayRefused(response, response.excerpt(), "");
        }
    }

    int status() {
        return response.status();
    }

    /** Google's own text. */
    String words() {
        return words;
    }

    boolean says(String beginning) {
        return words.startsWith(beginning);
    }

    boolean tooMany() {
        return status() == 429 || reason.matches("(userR|r)ateLimitExceeded|quotaExceeded|dailyLimitExceeded");
    }

    /** The edit is over: somebody else opened or committed one, changed something in the console, or it is too old. */
    boolean editIsOver() {
        return says("This Edit has been deleted")
                || says("This edit has expired")
                || says("A change was made to the application outside of this Edit")
                || says("Edit not found")
                || reason.matches("edit(NotFound|Expired|Deleted|Conflict)");
    }

    boolean alreadyCommitted() {
        return says("This edit has already been successfully committed");
    }

    boolean inReview() {
        return reason.equals("CHANGES_ALREADY_IN_REVIEW") || says("You already have changes in review");
    }

    boolean mustBeSentByHand() {
        return says("Changes cannot be sent for review automatically");
    }

    Failure failure() {
        if (tooMany()) {
            return new Failure(Failure.Kind.THROTTLED, words);
        }
        if (status() == 404) {
            return new Failure(Failure.Kind.REFUSED, words);
        }
        return response.failure(words);
    }
}
