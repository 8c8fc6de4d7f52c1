package io.signalbox.connectors.apple;

import io.signalbox.connectors.http.CallFailed;
import io.signalbox.domain.app.Exposure;
import io.signalbox.domain.signal.StoreReading;
import io.signalbox.domain.signal.StoreReading.Rejection;
import io.signalbox.domain.version.BuildNumber;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version at the App Store.
 *
 * @param build its build, if one is chosen
 * @param phases its phased release, if it has one
 */
record StoreVersion(
        String id, String text, State state, String releaseType, Optional<BuildNumber> build, Optional<Phases> phases) {
    private static final String WHY = " The API gives no reason: read it in App Store Connect";

    /** Apple's {@code appVersionState}. */
    enum State {
        PREPARE_FOR_SUBMISSION,
        READY_FOR_REVIEW,
        WAITING_FOR_REVIEW,
        IN_REVIEW,
        WAITING_FOR_EXPORT_COMPLIANCE,
        ACCEPTED,
        PENDING_DEVELOPER_RELEASE,
        PENDING_APPLE_RELEASE,
        PROCESSING_FOR_DISTRIBUTION,
        READY_FOR_DISTRIBUTION,
        REJECTED,
        METADATA_REJECTED,
        INVALID_BINARY,
        DEVELOPER_REJECTED,
        REPLACED_WITH_NEW_VERSION;

        /** Whether build and texts can be changed, and the version be sent. */
        boolean editable() {
            return switch (this) {
                case PREPARE_FOR_SUBMISSION,
                        READY_FOR_REVIEW,
                        REJECTED,
                        METADATA_REJECTED,
                        INVALID_BINARY,
                        DEVELOPER_REJECTED -> true;
                case WAITING_FOR_REVIEW,
                        IN_REVIEW,
                        WAITING_FOR_EXPORT_COMPLIANCE,
                        ACCEPTED,
                        PENDING_DEVELOPER_RELEASE,
                        PENDING_APPLE_RELEASE,
                        PROCESSING_FOR_DISTRIBUTION,
                        READY_FOR_DISTRIBUTION,
                        REPLACED_WITH_NEW_VERSION -> false;
            };
        }

        boolean released() {
            return this == READY_FOR_DISTRIBUTION || this == REPLACED_WITH_NEW_VERSION;
        }
    }

    /** @param resource with its build and phased release included */
    static StoreVersion of(Document.Resource resource) throws CallFailed {
        String word = resource.text("appVersionState");
        State state = Stream.of(State.values())
                .filter(s -> s.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Json.nonsense("a version in the state \"%s\"".formatted(word)));
        Optional<Document.Resource> build = resource.one("build");
        if (state == State.READY_FOR_DISTRIBUTION && !resource.tells("appStoreVersionPhasedRelease")) {
            throw Json.nonsense("a version that is live, without a word on its phased release");
        }
        Optional<Document.Resource> phases = resource.one("appStoreVersionPhasedRelease");
        return new StoreVersion(
                resource.id(),
                resource.text("versionString"),
                state,
                resource.text("releaseType"),
                build.isPresent() ? Optional.of(number(build.get().text("version"))) : Optional.empty(),
                phases.isPresent() ? Optional.of(Phases.of(phases.get())) : Optional.empty());
    }

    private static BuildNumber number(String text) throws CallFailed {
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) < 1 || Long.parseLong(text) > BuildNumber.HIGHEST) {
            throw Json.nonsense(
                    "build number \"%s\": Signalbox tells builds apart by one whole number".formatted(text));
        }
        return new BuildNumber(Long.parseLong(text));
    }

    StoreReading.State reading() throws CallFailed {
        return switch (state) {
            case PREPARE_FOR_SUBMISSION, READY_FOR_REVIEW, DEVELOPER_REJECTED -> new StoreReading.NotSent();
            case WAITING_FOR_REVIEW, IN_REVIEW, ACCEPTED -> new StoreReading.InReview();
            case PENDING_DEVELOPER_RELEASE, PENDING_APPLE_RELEASE, PROCESSING_FOR_DISTRIBUTION ->
                new StoreReading.Approved();
            case READY_FOR_DISTRIBUTION ->
                phases.isPresent()
                        ? phases.get().live()
                        : new StoreReading.Live(Exposure.EVERYONE, false, Optional.empty());
            case REPLACED_WITH_NEW_VERSION -> new StoreReading.Replaced();
            case METADATA_REJECTED ->
                new StoreReading.Rejected(
                        Rejection.METADATA,
                        "Apple rejected what goes beside the build." + WHY + ", mend it, submit again.");
            case WAITING_FOR_EXPORT_COMPLIANCE ->
                new StoreReading.Rejected(
                        Rejection.METADATA,
                        "Apple waits for the answers on export compliance: give them in App Store Connect.");
            case REJECTED ->
                new StoreReading.Rejected(Rejection.BINARY, "Apple rejected the build." + WHY + ", then ship another.");
            case INVALID_BINARY ->
                new StoreReading.Rejected(
                        Rejection.BINARY, "Apple cannot use the build." + WHY + ", then ship another.");
        };
    }
}
