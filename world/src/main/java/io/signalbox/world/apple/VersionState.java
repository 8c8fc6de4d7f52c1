package io.signalbox.world.apple;

/** Apple's {@code appVersionState}. */
enum VersionState {
    PREPARE_FOR_SUBMISSION,
    READY_FOR_REVIEW,
    WAITING_FOR_REVIEW,
    IN_REVIEW,
    PENDING_DEVELOPER_RELEASE,
    PENDING_APPLE_RELEASE,
    PROCESSING_FOR_DISTRIBUTION,
    READY_FOR_DISTRIBUTION,
    REJECTED,
    METADATA_REJECTED,
    DEVELOPER_REJECTED,
    REPLACED_WITH_NEW_VERSION;

    /** Whether notes and build can be changed. */
    boolean editable() {
        return switch (this) {
            case PREPARE_FOR_SUBMISSION, READY_FOR_REVIEW, REJECTED, METADATA_REJECTED, DEVELOPER_REJECTED -> true;
            case WAITING_FOR_REVIEW,
                    IN_REVIEW,
                    PENDING_DEVELOPER_RELEASE,
                    PENDING_APPLE_RELEASE,
                    PROCESSING_FOR_DISTRIBUTION,
                    READY_FOR_DISTRIBUTION,
                    REPLACED_WITH_NEW_VERSION -> false;
        };
    }

    /** Whether users were offered it, now or before. */
    boolean released() {
        return this == READY_FOR_DISTRIBUTION || this == REPLACED_WITH_NEW_VERSION;
    }

    /** The word of the older {@code appStoreState}. */
    String old() {
        return switch (this) {
            case READY_FOR_DISTRIBUTION -> "READY_FOR_SALE";
            case PROCESSING_FOR_DISTRIBUTION -> "PROCESSING_FOR_APP_STORE";
            case PREPARE_FOR_SUBMISSION,
                    READY_FOR_REVIEW,
                    WAITING_FOR_REVIEW,
                    IN_REVIEW,
                    PENDING_DEVELOPER_RELEASE,
                    PENDING_APPLE_RELEASE,
                    REJECTED,
                    METADATA_REJECTED,
                    DEVELOPER_REJECTED,
                    REPLACED_WITH_NEW_VERSION -> name();
        };
    }
}
