package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A review submission that is not over. An app has one at most on each platform.
 *
 * @param version the id of the version in it, if there is one
 * @param items how many things are in it: versions, product pages, experiments, events
 */
record Submission(String id, State state, Optional<String> version, int items) {

    /** Apple's {@code state} of a submission. */
    enum State {
        READY_FOR_REVIEW,
        WAITING_FOR_REVIEW,
        IN_REVIEW,
        UNRESOLVED_ISSUES,
        CANCELING,
        COMPLETING,
        COMPLETE
    }

    /** @param resource with its items and its version included */
    static Submission of(Document.Resource resource) throws CallFailed {
        String word = resource.text("state");
        State state = Stream.of(State.values())
                .filter(s -> s.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Json.nonsense("a review submission in the state \"%s\"".formatted(word)));
        Optional<Document.Resource> version = resource.one("appStoreVersionForReview");
        return new Submission(
                resource.id(),
                state,
                version.isPresent() ? Optional.of(version.get().id()) : Optional.empty(),
                resource.count("items"));
    }

    boolean has(String versionId) {
        return version.filter(versionId::equals).isPresent();
    }

    /** Whether sending it for this version would send something else along. */
    boolean holdsMoreThan(Optional<String> versionId) {
        return items > (versionId.isPresent() && version.equals(versionId) ? 1 : 0);
    }
}
