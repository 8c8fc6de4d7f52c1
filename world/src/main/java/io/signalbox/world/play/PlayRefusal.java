package io.signalbox.world.play;

/** Google says no. The message is Google's own where one is known. */
final class PlayRefusal extends RuntimeException {
    private final int status;
    private final String word;
    private final String reason;

    private PlayRefusal(int status, String word, String reason, String message) {
        super(message);
        this.status = status;
        this.word = word;
        this.reason = reason;
    }

    static PlayRefusal invalid(String message) {
        return new PlayRefusal(400, "INVALID_ARGUMENT", "badRequest", message);
    }

    static PlayRefusal invalid(String reason, String message) {
        return new PlayRefusal(400, "INVALID_ARGUMENT", reason, message);
    }

    static PlayRefusal inReview() {
        return new PlayRefusal(
                400,
                "FAILED_PRECONDITION",
                "CHANGES_ALREADY_IN_REVIEW",
                "You already have changes in review. Cancel this review or wait for it to complete before you try again."
                        + " See https://developers.google.com/android-publisher/api-ref/rest/v3/applications.tracks.releases");
    }

    static PlayRefusal unauthenticated() {
        return new PlayRefusal(
                401,
                "UNAUTHENTICATED",
                "authError",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
                        + " valid authentication credential.");
    }

    static PlayRefusal forbidden(String message) {
        return new PlayRefusal(403, "PERMISSION_DENIED", "forbidden", message);
    }

    static PlayRefusal notFound(String reason, String message) {
        return new PlayRefusal(404, "NOT_FOUND", reason, message);
    }

    static PlayRefusal tooMany() {
        return new PlayRefusal(
                429,
                "RESOURCE_EXHAUSTED",
                "rateLimitExceeded",
                "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of service"
                        + " 'androidpublisher.googleapis.com'.");
    }

    int status() {
        return status;
    }

    /** The canonical code, such as {@code INVALID_ARGUMENT}. */
    String word() {
        return word;
    }

    String reason() {
        return reason;
    }
}
