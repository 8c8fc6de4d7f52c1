package io.signalbox.world;

import io.signalbox.world.gate.Fault;
import io.signalbox.world.http.Json;
import io.signalbox.world.http.Reply;
import io.signalbox.world.log.Vendor;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Planned errors in the shape in which each vendor sends its own, so that a client cannot tell them from real ones. */
public final class VendorErrors {
    private VendorErrors() {}

    /** The vendor answers with an error status, in its own words. */
    public static Fault status(Vendor vendor, int status) {
        return new Fault.Answer(reply(vendor, status));
    }

    /** The vendor asks to be left alone for so many seconds. */
    public static Fault tooMany(Vendor vendor, int retryAfterSeconds) {
        return new Fault.Answer(reply(vendor, 429).with("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    private static Reply reply(Vendor vendor, int status) {
        String text = text(status);
        return switch (vendor) {
            case GOOGLE_OAUTH ->
                Reply.json(status, Json.object().put("error", "invalid_grant").put("error_description", text));
            case PLAY, PLAY_VITALS -> Reply.json(status, google(status, text));
            case APPLE -> Reply.json(status, apple(status, text));
            case JIRA -> Reply.json(status, jira(text));
            case GITHUB ->
                Reply.json(
                        status,
                        Json.object()
                                .put("message", text)
                                .put("documentation_url", "https://docs.github.com/rest")
                                .put("status", Integer.toString(status)));
            case SENTRY -> Reply.json(status, Json.object().put("detail", text));
            case FEED, GIT -> Reply.text(status, text);
        };
    }

    private static ObjectNode google(int status, String text) {
        ObjectNode error =
                Json.object().put("code", status).put("message", text).put("status", canonical(status));
        error.putArray("errors")
                .addObject()
                .put("message", text)
                .put("domain", "global")
                .put("reason", status >= 500 ? "backendError" : "badRequest");
        ObjectNode envelope = Json.object();
        envelope.set("error", error);
        return envelope;
    }

    private static ObjectNode apple(int status, String text) {
        ObjectNode envelope = Json.object();
        envelope.putArray("errors")
                .addObject()
                .put("id", new UUID(0, status).toString())
                .put("status", Integer.toString(status))
                .put("code", appleCode(status))
                .put("title", text)
                .put("detail", text);
        return envelope;
    }

    private static ObjectNode jira(String text) {
        ObjectNode json = Json.object();
        json.putArray("errorMessages").add(text);
        json.putObject("errors");
        return json;
    }

    private static String appleCode(int status) {
        return switch (status) {
            case 401 -> "NOT_AUTHORIZED";
            case 403 -> "FORBIDDEN_ERROR";
            case 404 -> "NOT_FOUND";
            case 409 -> "STATE_ERROR";
            case 429 -> "RATE_LIMIT_EXCEEDED";
            default -> "UNEXPECTED_ERROR";
        };
    }

    private static String canonical(int status) {
        return switch (status) {
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "PERMISSION_DENIED";
            case 404 -> "NOT_FOUND";
            case 409 -> "ABORTED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500 -> "INTERNAL";
            case 503 -> "UNAVAILABLE";
            default -> "UNKNOWN";
        };
    }

    private static String text(int status) {
        return switch (status) {
            case 401 -> "Invalid credentials.";
            case 403 -> "The caller does not have permission.";
            case 404 -> "Not found.";
            case 409 -> "The request conflicts with the present state.";
            case 429 -> "Too many requests.";
            case 500 -> "An unexpected error occurred.";
            case 503 -> "The service is currently unavailable.";
            default -> "The request failed with status " + status + ".";
        };
    }
}
